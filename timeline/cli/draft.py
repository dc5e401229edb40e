"""`timeline draft`: propose events from a news article, for a person to accept."""

import json
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.clock import today
from timeline.cli.collection import only_path
from timeline.cli.options import EMPTY, Clock, Data, NoPager, Wait, composed
from timeline.cli.review import reviewed
from timeline.cli.screen import console, draw, wants_ascii
from timeline.cli.settings import config
from timeline.cli.typed import typed_date
from timeline.cli.words import note
from timeline.dates.event_date import EventDate
from timeline.drafts.article import read_mentions, set_up
from timeline.drafts.languages import looks_english
from timeline.drafts.mention import Mention
from timeline.drafts.pages import TEXT_SUFFIXES, Page, read_page
from timeline.drafts.picture import picture
from timeline.drafts.proposals import Drafted, propose
from timeline.errors import Unavailable, UsageError, shown
from timeline.model import Event, Record
from timeline.naming import NO_NAMES
from timeline.store.files import read_bytes, unavailable
from timeline.store.output import check_apart
from timeline.store.read import read_events
from timeline.store.write import append_many
from timeline.upkeep.guard import Guard
from timeline.views.options import ViewOptions
from timeline.views.paragraphs import draw_paragraphs
from timeline.yaml_write import format_record


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Reading:
    """How an article is read."""

    dateline: Annotated[
        str, typer.Option(metavar="DATE", show_default=False, help="The day the article was written.")
    ] = ""
    narrative: Annotated[
        bool,
        typer.Option("--narrative", help="Read it as history: each date leans on the one told before it."),
    ] = False


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Outcome:
    """What becomes of the proposals; without any of these they are drawn."""

    yaml: Annotated[bool, typer.Option("--yaml", help="Print the proposals as records.")] = False
    add: Annotated[bool, typer.Option("--add", help="Append the proposals to the collection, as drafts.")] = (
        False
    )
    review: Annotated[
        bool, typer.Option("--review", help="Ask about each proposal: accept, edit, skip or quit.")
    ] = False
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Print every expression of time as a line of JSON.")
    ] = False
    all_: Annotated[
        bool,
        typer.Option("--all", help="Also list expressions that date no event: lengths, repetitions, now."),
    ] = False
    no_color: Annotated[bool, typer.Option("--no-color", help="Draw without colour.")] = False
    no_pager: NoPager = False


@composed(example="timeline draft article.txt --dateline 2023-02-10 --review")
def draft(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE",
            help="A text, Markdown or HTML file, a folder of them, or - for stdin.",
            show_default=False,
        ),
    ],
    *,
    reading: Reading,
    outcome: Outcome,
    data: Data = EMPTY,
    clock: Clock,
    wait: Wait = 10,
) -> None:
    """Propose events from a news article, for a person to accept.

    Finds every expression of time, reads it against the dateline, and proposes dated, quoted events.
    """
    if outcome.yaml + outcome.add + outcome.review + outcome.mentions > 1:
        raise UsageError(
            "--yaml, --add, --review and --mentions exclude one another", hint="give one of them"
        )
    if outcome.review and article == "-":
        raise UsageError(
            "--review asks on stdin, and the article is there", hint="save the article to a file first"
        )
    if outcome.add or outcome.review:
        check_apart([Path(article)], only_path(data))
        read_events([only_path(data)])  # what cannot be written to is said before a person is asked anything
    pages = list(_pages(article))
    _say_what_is_foreign(pages)
    if outcome.mentions:
        _print_mentions(pages, reading, clock)
        return
    drafts = [_drafted(page, reading, clock, _known(data)) for page in pages]
    if outcome.add or outcome.review:
        _refuse_unanchored(pages, drafts)
        _append(
            reviewed([proposal for one in drafts for proposal in one.proposals], clock)
            if outcome.review
            else _events(drafts),
            only_path(data),
            wait,
        )
        return
    if outcome.yaml:
        _print_yaml(_events(drafts), data)
    else:
        for one in drafts:
            draw(
                draw_paragraphs(picture(one, everything=outcome.all_), ViewOptions(ascii=wants_ascii())),
                console(no_color=outcome.no_color),
                pager=not outcome.no_pager,
            )
    _refuse_unanchored(pages, drafts)


def _pages(article: str) -> Iterator[Page]:
    """The article, or every article of a folder in the order of their names."""
    if article == "-":
        yield read_page(sys.stdin.buffer.read(), "-")
        return
    path = Path(article)
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        raise Unavailable(
            f"{article}: there is no such article", hint="give a file, a folder of articles, or - for stdin"
        ) from None
    except OSError as error:
        raise unavailable(path, error, "read") from None
    if not is_folder:
        yield read_page(read_bytes(path)[0], article)
        return
    files = sorted(
        file for file in path.rglob("*") if file.suffix.lower() in TEXT_SUFFIXES and file.is_file()
    )
    if not files:
        raise Unavailable(f"{article}: holds no article", hint=f"articles end in {', '.join(TEXT_SUFFIXES)}")
    for file in files:
        yield read_page(read_bytes(file)[0], str(file))


def _say_what_is_foreign(pages: Sequence[Page]) -> None:
    for page in pages:
        if not looks_english(page.text):
            note(f"{page.name}: does not look like English, and only English is read")


def _dateline(reading: Reading, clock: Clock) -> int | None:
    """The day number of --dateline."""
    if not reading.dateline:
        return None
    given = EventDate.parse(typed_date(reading.dateline, clock))
    if given.kind not in ("day", "time") or given.first_day is None:
        raise UsageError(
            f"--dateline {shown(reading.dateline)} is not one day", hint="write it like 2023-02-10"
        )
    return given.first_day


def _drafted(page: Page, reading: Reading, clock: Clock, known: Mapping[str, str]) -> Drafted:
    drafted = propose(
        page.text,
        today=today(clock),
        dateline=_dateline(reading, clock),
        narrative=reading.narrative or None,
        known=known,
        title=page.title,
        published=page.published,
    )
    return (
        drafted if not page.publisher or drafted.setup.dateline.publisher else _with_publisher(drafted, page)
    )


def _with_publisher(drafted: Drafted, page: Page) -> Drafted:
    """The draft with the page's publisher in every source."""
    proposals = []
    for proposal in drafted.proposals:
        sources = tuple(
            replace(source, publisher=page.publisher, url=page.url) for source in proposal.event.sources
        )
        proposals.append(replace(proposal, event=replace(proposal.event, sources=sources)))
    return replace(drafted, proposals=tuple(proposals))


def _known(data: Sequence[Path]) -> dict[str, str]:
    """The actors of the collection and of its `timeline.toml`: each spelling, with the name by which it goes."""
    try:
        events = read_events([only_path(data)])
    except Unavailable:
        events = ()
    settings = config(data)
    names = settings.names if settings else NO_NAMES
    spellings = [text for one in names.actors for text in one.spellings]
    told = (name for event in events for name in event.actors if len(name) > 2)
    return {text: names.actor(text) if names.known_actor(text) else text for text in (*spellings, *told)}


def _print_mentions(pages: Sequence[Page], reading: Reading, clock: Clock) -> None:
    """Every expression as it is found, so that a text of any size needs little memory."""
    wanting: list[tuple[Page, str, Mention]] = []
    for page in pages:
        setup = set_up(
            page.text,
            today=today(clock),
            dateline=_dateline(reading, clock),
            narrative=reading.narrative or None,
            published=page.published,
        )
        for mention in read_mentions(page.text, setup):
            plain = {
                "start": mention.start,
                "end": mention.end,
                "text": mention.text,
                "type": mention.type,
                "value": mention.value,
                "mod": mention.mod,
                "edtf": mention.edtf,
                "anchor": mention.anchor,
                "reason": mention.reason,
            }
            named = {"article": page.name} if len(pages) > 1 else {}
            print(json.dumps(named | plain, ensure_ascii=False))  # noqa: T201 - the cli prints
            if mention.needs_anchor and not setup.narrative and not wanting:
                wanting.append((page, setup.dateline.reason, mention))
    for page, why, mention in wanting:
        raise _unanchored(page.name, why, mention)


def _refuse_unanchored(pages: Sequence[Page], drafts: Sequence[Drafted]) -> None:
    """Say which expression needs a dateline that the text does not give; an error only where one does."""
    for page, one in zip(pages, drafts, strict=True):
        if one.unanchored:
            raise _unanchored(page.name, one.setup.dateline.reason, one.unanchored[0])


def _unanchored(name: str, why: str, mention: Mention) -> UsageError:
    return UsageError(
        f"{name}: {shown(mention.text)} needs a dateline, and there is {'none' if why == 'no dateline' else f'no sure one: {why}'}",
        hint="give the day it was written: --dateline 2023-02-10",
    )


def _events(drafts: Sequence[Drafted]) -> list[Event]:
    return [event for one in drafts for event in one.events]


def _print_yaml(events: Sequence[Event], data: Sequence[Path]) -> None:
    """The records, with ids that the collection has not used."""
    try:
        there = read_events([only_path(data)])
    except Unavailable:
        there = ()
    guard = Guard(there)
    records = [_record(guard, event) for event in events]
    print("\n".join(format_record(record) for record in records), end="")  # noqa: T201 - the cli prints
    if not records:
        note("no event is proposed")


def _record(guard: Guard, event: Event) -> Record:
    return replace(event, id=guard.admit(event)).to_record()


def _append(events: Sequence[Event], path: Path, wait: float) -> None:
    """Append the events that the collection does not have yet, and print their ids."""

    def make(there: Sequence[Event]) -> list[Record]:
        guard = Guard(there)
        records: list[Record] = []
        for event in events:
            twin = guard.twin(event)
            if twin is None:
                records.append(_record(guard, event))
            else:
                note(f"left out, since {shown(twin.id or twin.title)} looks the same: {shown(event.title)}")
        return records

    if not events:
        note("no event to add")
        return
    for id_ in append_many(path, make, wait=wait, on_wait=note):
        print(id_)  # noqa: T201 - the ids are what it prints
