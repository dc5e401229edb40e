"""One suite of questions, which Python, the index and every engine answer alike: each condition, order, cut, count and picture."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from event_strategies import RECENT, whole_events
from hypothesis import HealthCheck, Phase, given, settings
from query_strategies import OPTION_DATES, QUERY_VALUES, TODAY
from rich.console import Console

from timeline.dates.lengths import Length
from timeline.errors import TimelineError
from timeline.formats import parquet
from timeline.model import Event
from timeline.naming import Named, Names
from timeline.query.circa import widened
from timeline.query.company import Company
from timeline.query.groups import groups
from timeline.query.language import parse_query
from timeline.query.select import ORDERS, arrange, select
from timeline.store import indexing, stored
from timeline.store.stored import Stored
from timeline.views import COUNTING, VIEWS
from timeline.views.options import Shown, ViewOptions
from timeline.yaml_write import format_record

NAMES = Names(
    actors=(Named(name="Japan", aliases=("Nippon", "Tokyo")), Named(name="Peace Party", part_of="Russia")),
    places=(Named(name="Tokyo", aliases=("Edo", "根室市")),),
)
TOGETHER = (
    "actor:Japan NOT tag:rally",
    "since:1945 until:2018-12 (kind:treaty OR kind:cameo:*)",
    'NOT (has:place OR treaty) "peace treaty" OR status:draft',
    "around:2018-12",
    "has:related actors:2..",
    "quote:occupation OR author:zakharova",
)


def every_question() -> Iterator[str]:
    """Each field with each of its values, and some together."""
    for field, values in {**QUERY_VALUES, **dict.fromkeys((*OPTION_DATES, "claim"), RECENT)}.items():
        for value in dict.fromkeys(values):
            quotes = '"' if " " in value else ""
            yield f"{field}:{quotes}{value}{quotes}"
    yield from TOGETHER


def few_questions() -> Iterator[str]:
    """Each field with the last of its values, and some together."""
    last = {question.partition(":")[0]: question for question in every_question()}
    yield from dict.fromkeys([*last.values(), *TOGETHER])


def random_events(number: int) -> list[Event]:
    """Events with every form of EDTF and any text, the same each time."""
    made: list[Event] = []

    @settings(
        max_examples=number,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(whole_events())
    def make(event: Event) -> None:
        made.append(event)

    make()
    return made


def write(folder: Path, events: Sequence[Event], *, files: int = 2) -> Path:
    """The events as tables in a folder, a part of them in each."""
    folder.mkdir()
    for number in range(files):
        (folder / f"{number}.parquet").write_bytes(b"".join(parquet.write(events[number::files])))
    return folder


def standing(events: Sequence[Event], *, files: int = 2) -> list[Event]:
    """The same events in the order in which they stand in the tables."""
    return [event for number in range(files) for event in arrange(events[number::files])]


def apart(events: Sequence[Event]) -> list[Event]:
    """The events that say nothing of when others happened, as all have to of which an index tells."""
    return [replace(event, after=(), before=()) for event in standing(events)]


def by_index(folder: Path, events: Sequence[Event]) -> Iterator[tuple[str, object]]:
    """What the index of a file tells, which is opened for each question, as each command does; small blocks stand for large ones."""
    file = folder / "events.yaml"
    file.write_text("".join(format_record(one.to_record()) for one in events), encoding="utf-8")
    with patch.multiple(stored, LARGE=0, _INDEXED=0), patch.object(indexing, "_BLOCK", 600):
        Stored([file], folder / "index").choose(bool)
        for question in every_question():
            yield from answers(Stored([file], folder / "index"), [question])
        yield from cuts(Stored([file], folder / "index"), (False, True))


def found(events: Sequence[Event], question: str, *, certain: bool = False) -> Sequence[Event]:
    """The events that a question finds."""
    where = widened(parse_query(question, today=TODAY, certain=certain, names=NAMES), Length(2, "y"))
    return select(events, where.among(events))


def told(events: Sequence[Event]) -> list[object]:
    """The events as records, in their order."""
    return [event.to_record() for event in events]


def answers(events: Sequence[Event], questions: Sequence[str]) -> Iterator[tuple[str, object]]:
    """What is asked, and the answer."""
    for question in questions:
        for certain in (False, True) if question.partition(":")[0] in (*OPTION_DATES, "claim") else (False,):
            yield f"{question} {certain}", told(arrange(found(events, question, certain=certain)))


def every_answer(events: Sequence[Event]) -> Iterator[tuple[str, object]]:
    """Every question and every cut, with its answer."""
    yield from answers(events, [*every_question()])
    yield from cuts(events, (False, True))


def cuts(events: Sequence[Event], ways: Sequence[bool]) -> Iterator[tuple[str, object]]:
    """The first, the last and the middle of some events in every order, one way or the other; and how many they are."""
    for by in ORDERS:
        for reverse in ways:
            hits = arrange(found(events, "has:place"), by=by, reverse=reverse)
            yield f"{by} {reverse}", [told(hits[:7]), told(hits[len(hits) - 5 :]), told(hits[3:][:4])]
    for question in TOGETHER:
        hits = found(events, question)
        yield question, (bool(hits), len(hits))


def pictures(events: Sequence[Event]) -> Iterator[tuple[str, object]]:
    """Counts, and what is drawn of them."""
    company = Company.of(arrange(events))
    for by in ("actor", "actor,actor", "kind", "place", "tag", "source", "status"):
        yield (
            by,
            [(one.names, one.events, one.first.date, one.last.date) for one in groups(company, by, NAMES)],
        )
    limits = company.limits
    for view, fields in COUNTING.items():
        for by in ("actor", "status"):
            bunches = company.bunches((*fields, by))
            shown = [Shown(one.event, limits=limits.get(id(one.event)), times=one.times) for one in bunches]
            yield f"{view} {by}", drawn(view, shown, by)
    for by in ("tag", "status"):
        lanes = company.in_lanes(by, 3, NAMES)
        singly = [Shown(one, limits=limits.get(id(one))) for one in company] if not lanes else []
        shown = [Shown(one.event, times=one.times) for one in lanes] or singly
        yield f"lanes {by}", drawn("lanes", shown, by, 3)


def drawn(view: str, shown: Sequence[Shown], by: str | None, top: int | None = None) -> str:
    """A picture, or why there is none."""
    out = StringIO()
    try:
        picture = VIEWS.load(view)(shown, ViewOptions(by=by, top=top, names=NAMES))
    except TimelineError as error:
        return error.message
    Console(file=out, width=100).print(picture, end="")
    return out.getvalue()
