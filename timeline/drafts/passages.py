"""A draft as its reviewer sees it: what it says, field by field, and where the words stand that support it."""

from collections.abc import Callable, Iterator, Sequence

from timeline.dates.wording import wording
from timeline.dates.written import written_beside
from timeline.drafts.quoting import find_quote
from timeline.drafts.sentences import around
from timeline.model import Event, Source
from timeline.query.claims import rivals
from timeline.views.paragraphs import Paragraph
from timeline.views.words import source_words, sources_words

Texts = Callable[[Source], Sequence[str]]
"""The articles, or kept copies, in which a source's quote may stand."""

_LABEL = 8  # cells


def draft_picture(event: Event, heading: str, texts: Texts) -> Iterator[Paragraph]:
    """The date first, which is wrong most, and those that sources give instead; the other fields, and what each source says."""
    yield Paragraph(((heading, "aside"),))
    written = written_beside(event.date, event.date_as_written)
    yield _labelled("date", f"{wording(event.date)}{written}", "strong")
    for claim in rivals(event):
        yield _labelled("", f"{wording(claim.date)} according to {sources_words(claim.sources)}")
    yield _labelled("title", event.title, "strong")
    yield _labelled("actors", ", ".join(event.actors))
    yield _labelled("place", event.place)
    yield _labelled("kind", event.kind)
    for source in event.sources:
        name = source_words(source)
        yield Paragraph(((f"{name}: " if name else "", "aside"), *_quoted(source, texts)), 2)


def _labelled(label: str, text: str, what: str = "") -> Paragraph:
    return Paragraph(((f"{label:<{_LABEL}}", "aside"), (text, what) if text else ("-", "aside")), 2)


def _quoted(source: Source, texts: Texts) -> tuple[tuple[str, str], ...]:
    if not source.quote:
        return (("no quote", "aside"),)
    return next(filter(None, (passage(text, source.quote) for text in texts(source))), None) or (
        (f"“{source.quote}”", ""),
    )


def passage(text: str, quote: str) -> tuple[tuple[str, str], ...]:
    """The sentence of a quote and its neighbours, the quote in brackets; nothing where it does not stand in the text.

    >>> "".join(part for part, _ in passage("He came. They met on Monday. It rained. He left.", "met on Monday"))
    'He came. They [met on Monday]. It rained.'
    """
    found = find_quote(text, quote)
    if found is None:
        return ()
    first, last = around(text, *found, beside=1)
    return (
        (_flat(text[first : found[0]]), ""),
        (f"[{_flat(text[found[0] : found[1]])}]", "found"),
        (_flat(text[found[1] : last]), ""),
    )


def _flat(text: str) -> str:
    """The text on one line; blanks at its ends stay blanks."""
    flat = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{flat}{' ' * (bool(flat) and text[-1:].isspace())}"
