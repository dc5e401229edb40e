"""How fast events are chosen: `python benchmarks/query.py [EVENTS]`. The promise is 300,000 events a second."""

import random
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from timeline.dates.calendar import day_iso, days_from_civil
from timeline.dates.event_date import EventDate
from timeline.model import Event, Source
from timeline.query.language import parse_query
from timeline.query.select import ORDERS, arrange, select
from timeline.query.silence import silences

ACTORS = (
    *("Russia", "Japan", "JPN", "USA", "China", "Ukraine", "Germany", "France", "Soviet Union", "NATO", "EU"),
    *(
        "São Tomé",
        "Côte d’Ivoire",
        "Japanese Foreign Ministry",
        "Russian President",
        "Organisation of African Unity",
    ),
    *(f"Party {number}" for number in range(200)),
)
WORDS = (
    "halts",
    "signs",
    "rejects",
    "talks",
    "treaty",
    "fisheries",
    "border",
    "summit",
    "visit",
    "the",
    "of",
    "on",
)
QUERIES = (
    "since:2018 until:2022 actor:Japan",  # the promise
    "actor:Russia actor:Japan since:1990",
    "actor:~Japan since:1990",
    "since:2018",
    "actor:Japan",
    "actor:Jap* tag:summit",
    "NOT tag:summit (place:Tokyo OR place:Moscow)",
    "known-by:2000",
    "title:treaty",
    'since:2018 "peace treaty"',
    '"peace treaty"',
)


def random_events(count: int) -> tuple[Event, ...]:
    """Events from 1945 to 2025, most of them of day precision, with two actors each."""
    draw = random.Random(20220321)
    first, last = days_from_civil(1945, 1, 1), days_from_civil(2025, 12, 31)
    found = []
    for number in range(count):
        day = day_iso(draw.randint(first, last))
        date = EventDate.parse(draw.choices((day, day[:7], day[:4], f"{day}~"), (90, 4, 4, 2))[0])
        event = Event(
            id=f"{day}-{number:x}",
            date=date,
            title=" ".join(draw.choices(WORDS, k=7)),
            summary=" ".join(draw.choices(WORDS, k=30)),
            actors=tuple(draw.sample(ACTORS, 2)),
            place=draw.choice(("Tokyo", "Moscow", "Geneva", "München")),
            tags=tuple(draw.sample(WORDS, 2)),
            sources=(Source(publisher="TASS", date=date, quote=" ".join(draw.choices(WORDS, k=8))),),
        )
        found.append(event)
    return tuple(found)


def bare_loop(events: Sequence[Event]) -> int:
    """The least that a choice can do: touch a date and the actors of each event."""
    return sum(1 for event in events if event.date.first_day is not None and event.actors)


def seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """The best time of several rounds, as `timeit` advises."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    events = random_events(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    today = days_from_civil(2023, 2, 10)
    floor = seconds(partial(bare_loop, events))
    print(f"{len(events):,} events; a bare loop: {len(events) / floor:,.0f} events a second")

    for text in QUERIES:
        where = parse_query(text, today=today)
        cold = seconds(partial(select, events, parse_query(text, today=today)), rounds=1)
        warm = seconds(partial(select, events, where))
        hits = len(select(events, where))
        rate = f"{len(events) / warm:>11,.0f} a second ({len(events) / cold:>11,.0f} the first time)"
        print(f"{rate}, {warm / floor:5.1f} bare loops, {hits:>7,} hits: {text}")
    for order in ORDERS:
        print(f"{seconds(partial(arrange, events, by=order), 3) * 1e3:8.0f} ms to order by {order}")
    print(f"{seconds(partial(silences, events, 10), 3) * 1e3:8.0f} ms for the longest silences")
    print(
        f"{seconds(partial(silences, events, 10, 'actor'), 3) * 1e3:8.0f} ms for the longest silences by actor"
    )


if __name__ == "__main__":
    main()
