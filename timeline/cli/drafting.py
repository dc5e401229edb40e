"""What is seen of drafted articles: printed as records or lines of JSON, or drawn."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from timeline.cli.articles import there
from timeline.cli.screen import draw, wants_ascii
from timeline.cli.words import note, say_some
from timeline.drafts.article import Setup, check_anchored, read_mentions
from timeline.drafts.mention import Mention
from timeline.drafts.pages import Page
from timeline.drafts.proposals import Drafted
from timeline.errors import UsageError
from timeline.model import Event
from timeline.views.options import ViewOptions
from timeline.views.paragraphs import Paragraph, draw_paragraphs


def print_mentions(texts: Iterable[tuple[Page, Setup]], *, several: bool) -> None:
    """Every expression as it is found, so that a text of any size needs little memory."""
    import json  # noqa: PLC0415 - 1 ms, for scripts

    wanting: list[tuple[Page, Setup, Mention]] = []
    for page, setup in texts:
        for mention in read_mentions(page.text, setup):
            plain = ({"article": page.name} if several else {}) | mention.to_plain()
            print(json.dumps(plain, ensure_ascii=False))  # noqa: T201 - the cli prints
            if mention.needs_anchor and not setup.narrative and not wanting:
                wanting.append((page, setup, mention))
    for page, setup, mention in wanting:
        check_anchored(page.name, setup, [mention])


def check_all_anchored(pages: Sequence[Page], drafts: Iterable[Drafted]) -> None:
    """Tell each expression that leans on a day of writing which its article does not tell; refuse it in a single article.

    Of several, one without a day stops no other: what it dates in full is proposed all the same.
    """
    wanting = []
    for page, one in zip(pages, drafts, strict=True):
        try:
            check_anchored(page.name, one.setup, one.mentions)
        except UsageError as error:
            wanting.append(error)
    if wanting and len(pages) == 1:
        raise wanting[0]
    if wanting:
        say_some(wanting)


def print_yaml(events: Sequence[Event], data: Sequence[Path]) -> None:
    """The records, with ids that the collection has not used."""
    # 2 ms, for those who want records.
    from timeline.upkeep.intake import named  # noqa: PLC0415
    from timeline.yaml_write import format_record  # noqa: PLC0415

    records = named(events, there(data))
    print("\n".join(format_record(record) for record in records), end="")  # noqa: T201 - the cli prints
    if not records:
        note("no event is proposed")


def draw_all(pictures: Iterable[Sequence[Paragraph]], *, no_color: bool, pager: bool) -> None:
    """Draw what articles gave, one picture after another."""
    for one in pictures:
        picture = draw_paragraphs(one, ViewOptions(ascii=wants_ascii()))
        draw(picture, no_color=no_color, pager=pager)
