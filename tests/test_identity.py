"""Ids are slugs that clash with nothing; events that look alike are found."""

import re

from hypothesis import given
from hypothesis import strategies as st

from timeline.identity import near_duplicate, new_id
from timeline.model import Event
from timeline.record import SLUG


def event(date: str, title: str) -> Event:
    return Event.from_record({"date": date, "title": title})


@given(st.sampled_from(["2022-03-21", "1950~/..", "[..2017]", "Y-17E7"]), st.text(), st.sets(st.text()))
def test_a_new_id_is_a_slug_and_not_taken(date: str, title: str, taken: set[str]) -> None:
    first = new_id(date, title, taken)
    second = new_id(date, title, {*taken, first})
    assert re.fullmatch(SLUG, first)
    assert re.fullmatch(SLUG, second)
    assert first != second
    assert len(first) <= 64


@given(st.sets(st.integers(-9999, 9999), min_size=2, max_size=2), st.sampled_from(["", "-03", "-03-15", "~"]))
def test_two_years_have_two_ids(years: set[int], rest: str) -> None:
    dates = [f"{year:05}{rest}" if year < 0 else f"{year:04}{rest}" for year in years]
    assert len({new_id(date, "Ides") for date in dates}) == 2


@given(st.integers(1, 300))
def test_a_clash_gets_the_next_number(clashes: int) -> None:
    taken = {"2022-talks", *(f"2022-talks-{number}" for number in range(2, clashes + 1))}
    assert new_id("2022", "Talks", taken) == f"2022-talks-{clashes + 1}"


class Counted(set[str]):
    """A set that counts how often it is asked."""

    asked = 0

    def __contains__(self, text: object) -> bool:
        self.asked += 1
        return super().__contains__(text)


def test_many_events_of_one_name_cost_little_each() -> None:
    taken = Counted()
    for _ in range(4_000):
        taken.add(new_id("2022", "Talks", taken))
    assert len(taken) == 4_000
    assert (
        taken.asked < 4_000 * 30
    )  # twice the binary logarithm, where one after another would take 8 million


def test_ids_read_well() -> None:
    assert new_id("2022-03", "Russia leaves the talks") == "2022-03-russia-leaves-the-talks"
    assert new_id("2022-03", "Київ") == "2022-03"
    long = new_id("2022-03-21", "The Ministry of Foreign Affairs says that the talks are at an end for now")
    assert long == "2022-03-21-the-ministry-of-foreign-affairs-says-that-the"


def test_events_alike_in_date_and_title_are_found() -> None:
    there = [event("2022-03", "Russia halts peace-treaty talks"), event("1950~/..", "Talks")]
    assert near_duplicate(event("2022-03-21", "RUSSIA halts peace treaty talks"), there) == there[0]
    assert near_duplicate(event("2022-04", "Russia halts peace-treaty talks"), there) is None
    assert near_duplicate(event("2022-03", "Japan protests"), there) is None
    assert near_duplicate(event("2001", "talks"), there) == there[1]


def test_very_long_titles_are_alike_only_when_they_are_equal() -> None:
    title = "ab cd " * 20_000
    assert near_duplicate(event("2022", title.upper()), [event("2022", title)]) is not None
    assert near_duplicate(event("2022", title + "x"), [event("2022", title)]) is None
