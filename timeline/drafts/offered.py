"""Events that somebody else proposes, a person or a model: they propose, and what the article does not say is not taken.

An offer stands where its quote stands in an article, and happened when that article says so: neither is theirs to tell.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.counting import counted
from timeline.dates.event_date import EventDate
from timeline.drafts.doubt import in_doubt
from timeline.drafts.mention import Mention
from timeline.drafts.proposal import Proposal, as_written, dates_events
from timeline.drafts.proposals import Drafted
from timeline.drafts.quoting import find_quote
from timeline.drafts.sentences import around
from timeline.drafts.together import together
from timeline.errors import InvalidData, shown
from timeline.formats.json_values import json_value
from timeline.model import Event
from timeline.record import Value

FIELDS = ("quote", "title", "actors", "place", "kind")
_HINT = 'a line is {"quote": "…", "title": "…", "actors": ["…"], "place": "…", "kind": "…"}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is proposed on a line: an event in somebody's words, and those of the article that support it."""

    line: int
    quote: str
    title: str
    actors: Sequence[str] = ()
    place: str = ""
    kind: str = ""


def read_offers(text: str) -> Iterator[Offer | InvalidData]:
    """The offer of each line of JSON, or what is wrong with it; blank lines are passed over."""
    for line, said in enumerate(text.splitlines(), 1):
        if said.strip():
            try:
                yield _offer(json_value(said, line), line)
            except InvalidData as error:
                yield error


def taken(
    drafts: Sequence[Drafted], offers: Iterable[Offer | InvalidData]
) -> tuple[list[Drafted], list[InvalidData]]:
    """The articles with what is taken of the offers in the place of our own proposals, and why the others are not."""
    wrong: list[InvalidData] = []
    found: list[list[Proposal]] = [[] for _ in drafts]
    for offer in offers:
        try:
            if isinstance(offer, InvalidData):
                raise offer
            at, place = _place(drafts, offer)
            found[at].append(_proposal(drafts[at], offer, place))
        except InvalidData as error:
            wrong.append(error)
    for own in found:
        own.sort(key=lambda one: one.start)
    return [
        draft._replace(proposals=tuple(in_doubt(own, draft.setup.dateline, draft.mentions)))
        for draft, own in zip(drafts, found, strict=True)
    ], wrong


def _offer(value: Value, line: int) -> Offer:
    if not isinstance(value, dict) or not {*value} <= {*FIELDS}:
        names = sorted({*value} - {*FIELDS}) if isinstance(value, dict) else []
        message = (
            f"{', '.join(map(shown, names))} is nothing that is proposed" if names else "this is no proposal"
        )
        raise InvalidData(f"{line}: {message}", hint=_HINT)
    texts = {name: _text(value.get(name, ""), name, line) for name in FIELDS if name != "actors"}
    for name in ("quote", "title"):
        if not texts[name]:
            raise InvalidData(f"{line}: a proposal without a {name}", hint=_HINT)
    actors = value.get("actors", [])
    names = [_text(one, "actors", line) for one in (actors if isinstance(actors, list) else [actors])]
    return Offer(line=line, actors=tuple(dict.fromkeys(filter(None, names))), **texts)


def _text(value: Value, name: str, line: int) -> str:
    if not isinstance(value, str):
        raise InvalidData(f"{line}: {name} must be text", hint=_HINT)
    return value.strip() if name == "quote" else " ".join(value.split())


def _place(drafts: Sequence[Drafted], offer: Offer) -> tuple[int, tuple[int, int]]:
    """The first article in which the quote stands, and where."""
    for at, draft in enumerate(drafts):
        if place := find_quote(draft.text, offer.quote):
            return at, place
    where = "in the article" if len(drafts) == 1 else f"in any of {counted(len(drafts), 'article')}"
    raise InvalidData(
        f"{offer.line}: the quote {shown(offer.quote)} does not stand {where}",
        hint="quote it word for word; spaces, quotation marks and dashes do not count",
    )


def _proposal(draft: Drafted, offer: Offer, place: tuple[int, int]) -> Proposal:
    mention = _dating(draft, offer, place)
    day = draft.setup.dateline.day
    if mention is None and day is None:
        raise InvalidData(
            f"{offer.line}: nothing in the sentence of {shown(offer.quote)} says when, and the article has no day",
            hint="say when it was written: --dateline DATE",
        )
    words = " ".join(draft.text[slice(*place)].split())
    event = Event(
        date=EventDate.parse((mention.edtf or "") if mention else f"[..{day.edtf}]" if day else ""),
        date_as_written=as_written(mention),
        title=offer.title,
        actors=tuple(offer.actors),
        place=offer.place,
        kind=offer.kind,
        status="draft",
        sources=(replace(draft.source, quote=words, extra={"offsets": f"{place[0]}-{place[1]}"}),),
    )
    why = mention.reason if mention else "by the article's day"
    return Proposal(
        event=event,
        mention=mention,
        start=place[0],
        end=place[1],
        reason=f"{why}; proposed on line {offer.line}",
        undated=mention is None,
    )


def _dating(draft: Drafted, offer: Offer, place: tuple[int, int]) -> Mention | None:
    """The expression that dates the quote: one in it, or else in its sentence; None where nothing there says when."""
    for begin, finish in (place, around(draft.text, *place)):
        inside = tuple(m for m in draft.mentions if begin <= m.start and m.end <= finish)
        line = draft.setup.dateline
        dated = [m for m in together(draft.text, inside) if dates_events(draft.text, line, m)]
        if len({m.edtf for m in dated}) > 1:
            told = ", ".join(f"{shown(m.text)} ({m.edtf})" for m in dated)
            raise InvalidData(
                f"{offer.line}: several expressions may date {shown(offer.quote)}: {told}",
                hint="quote the words around the one that is meant",
            )
        if dated:
            return dated[0]
        if line.day is None and any(
            m.type in ("DATE", "TIME") and not line.start <= m.start < line.end for m in inside
        ):
            return None  # what it says depends on the day of the article, and no other date is its
    return None
