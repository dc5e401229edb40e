"""How articles are read: from which files, as written when, and which actors are known."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, TypedDict

import typer

from timeline.cli.clock import calendar_of, day_order, one_day, today
from timeline.cli.collection import only_path
from timeline.cli.options import Calendar, Clock
from timeline.cli.settings import config
from timeline.cli.typed import typed_date
from timeline.cli.words import note
from timeline.drafts.actors import known_actors
from timeline.drafts.article import Setup, set_up
from timeline.drafts.articles import in_company, pages_at
from timeline.drafts.gathering import told_again
from timeline.drafts.languages import language_of
from timeline.drafts.pages import Page, read_page
from timeline.drafts.proposals import Drafted, propose_page
from timeline.errors import Unavailable, shown
from timeline.model import Event
from timeline.naming import NO_NAMES
from timeline.said.languages import LANGUAGES
from timeline.said.story import Habits
from timeline.store.read import read_events
from timeline.tuples import NamedTuple


class Reading(NamedTuple):
    """How an article is read."""

    dateline: Annotated[
        str, typer.Option(metavar="DATE", show_default=False, help="The day the article was written.")
    ] = ""
    narrative: Annotated[
        bool,
        typer.Option("--narrative", help="Read it as history: each date leans on the one told before it."),
    ] = False
    undated: Annotated[
        bool,
        typer.Option(
            "--undated/--no-undated", help="Propose what is told without a date, by the article's day."
        ),
    ] = True
    proposals: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            readable=False,
            show_default=False,
            help="Take these proposals, of a person or a model, in the place of ours: JSON Lines of quote, title, "
            "actors, place and kind. Taken is what stands in an article and is dated there.",
        ),
    ] = None
    calendar: Calendar = ""

    def set_up(self, pages: Sequence[Page], clock: Clock) -> Iterator[tuple[Page, Setup]]:
        """Each article with its dateline and style."""
        told = self._told(clock)
        setups = (
            set_up(page.text, published=page.facts.published, where=page.facts.where, **told)
            for page in pages
        )
        return zip(pages, in_company(setups), strict=True)

    def drafted(self, pages: Sequence[Page], clock: Clock, data: Sequence[Path]) -> list[Drafted]:
        """What each article gives, by the actors of the collection and of its `timeline.toml`."""
        settings, events = config(data), there(data)
        known = known_actors(events, settings.names if settings else NO_NAMES)
        drafts = [
            propose_page(page, setup, known=known, undated=self.undated)
            for page, setup in self.set_up(pages, clock)
        ]
        if self.proposals is not None:
            # Only for those who have proposals of their own: 2 ms.
            from timeline.cli.offering import offered  # noqa: PLC0415

            drafts = offered(self.proposals, drafts)
        return told_again(drafts, events)

    def _told(self, clock: Clock) -> "_Told":
        """What is told of every article, and not by it."""
        given = self.dateline
        dateline = one_day(typed_date(given, clock), f"--dateline {shown(given)}") if given else None
        language = clock.language.lower() or None
        if language:
            LANGUAGES.load(language)
        return {
            "today": today(clock),
            "dateline": dateline,
            "narrative": self.narrative or None,
            "language": language,
            "habits": Habits(
                order=day_order(clock), century=clock.century, calendar=calendar_of(self.calendar)
            ),
        }


class _Told(TypedDict):
    today: int
    dateline: int | None
    narrative: bool | None
    language: str | None
    habits: Habits


def pages_of(articles: Sequence[str], clock: Clock) -> list[Page]:
    """The articles that are meant by files, folders or `-`; says which of them are in no language that is read."""
    pages: list[Page] = []
    for article in articles:
        pages += [read_page(sys.stdin.buffer.read(), "-")] if article == "-" else pages_at(Path(article))
    for page in pages:
        if not clock.language and language_of(page.text) is None:
            note(
                f"{page.name}: does not look like {' or '.join(LANGUAGES)}: --language says what it is read in"
            )
    return pages


def there(data: Sequence[Path]) -> tuple[Event, ...]:
    """The events of the collection, where there is one."""
    try:
        return read_events([only_path(data)])
    except Unavailable:
        return ()
