"""Silence: the days on which nothing starts, ends or stands."""

from itertools import pairwise

from event_strategies import events
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from timeline.dates.calendar import day_iso
from timeline.dates.event_date import EventDate
from timeline.model import Event
from timeline.query.lanes import LANES, lanes_by
from timeline.query.silence import silences

spans = st.tuples(st.integers(0, 60), st.integers(0, 8), st.sampled_from(["/", "/", "open", "from"]))


def dated(date: str, **fields: object) -> Event:
    return Event(**{"date": EventDate(date), "title": date, **fields})  # type: ignore[arg-type]


def lasting(first: int, length: int, form: str) -> Event:
    start, end = day_iso(first), day_iso(first + length)
    return dated({"/": f"{start}/{end}", "open": f"../{start}", "from": f"{start}/{end}"}[form])


@given(st.lists(spans, max_size=6))
def test_a_silence_is_a_longest_run_of_empty_days(found: list[tuple[int, int, str]]) -> None:
    collection = [lasting(*span) for span in found]
    assume(collection)
    days = range(-1, 80)
    busy = [day for day in days if any(event.date.possibly_during(day, day) for event in collection)]
    runs = [(one + 1, two - 1) for one, two in pairwise(busy) if two > one + 1]
    runs.sort(key=lambda run: (run[0] - run[1], run[0]))
    assert [(silence.first_day, silence.last_day) for silence in silences(collection, 99)] == runs


@settings(max_examples=50)
@given(events(max_size=6), st.integers(0, 3), st.sampled_from([None, *LANES]))
def test_nothing_stands_in_a_silence(collection: list[Event], count: int, by: str | None) -> None:
    found = silences(collection, count, by)
    assert len(found) <= count
    assert [silence.days for silence in found] == sorted((silence.days for silence in found), reverse=True)
    for silence in found:
        lane = [e for e in collection if by is None or silence.lane in lanes_by(by, collection)(e)]
        assert not any(event.date.possibly_during(silence.first_day, silence.last_day) for event in lane)
        assert silence.before.date.last_day == silence.first_day - 1
        assert silence.after.date.first_day == silence.last_day + 1
        assert (silence.lane is None) == (by is None)


def test_an_open_end_stands_for_ever() -> None:
    assert silences([dated("1950/.."), dated("2022")], 5) == ()
    assert silences([dated("../1950"), dated("2022")], 5)[0].days > 25_000


def test_a_long_interval_is_not_forgotten_behind_a_short_one() -> None:
    long, short, after = dated("1950/2000"), dated("1960"), dated("2002")
    (silence,) = silences([long, short, after], 5)
    assert (silence.before, silence.after, silence.days) == (long, after, 365)


def test_lanes_have_silences_of_their_own() -> None:
    one, two, three = (
        dated(year, actors=actors)
        for year, actors in (("2000", ("JPN",)), ("2001", ("Russia",)), ("2002", ("Japan",)))
    )
    assert silences([one, two, three], 5) == ()
    (silence,) = silences([one, two, three], 5, "actor")
    assert (silence.lane, silence.before, silence.after) == ("Japan", one, three)
