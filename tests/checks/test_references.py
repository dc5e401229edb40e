"""References lead somewhere, agree with the dates, and never in a circle."""

from difflib import get_close_matches

import pytest
from checked import TODAY, codes, found, placed
from hypothesis import given
from hypothesis import strategies as st

from timeline.checks.collection import findings
from timeline.checks.finding import place_record
from timeline.checks.references import broken_references, by_id, circles
from timeline.model import Origin
from timeline.record import Record

edges = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=14)


def _records(pairs: list[tuple[int, int, bool]]) -> list[Record]:
    records: list[Record] = [{"id": str(number), "date": "2022", "title": "t"} for number in range(8)]
    for first, second, after in pairs:
        one, name, other = (second, "after", first) if after else (first, "before", second)
        records[one][name] = [*records[one].get(name, []), str(other)]
    return records


def _reaches(pairs: list[tuple[int, int, bool]], start: int) -> set[int]:
    reached: set[int] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        new = {second for first, second, _ in pairs if first == here} - reached
        reached |= new
        waiting += new
    return reached


@given(edges)
def test_a_circle_is_told_when_and_only_when_an_event_leads_to_itself(
    pairs: list[tuple[int, int, bool]],
) -> None:
    records = [
        place_record(record, Origin(path="e", line=at), at) for at, record in enumerate(_records(pairs))
    ]
    told = list(circles(records, by_id(records)))
    reach = {number: _reaches(pairs, number) for number in range(8)}
    knots = {
        frozenset(other for other in range(8) if other in reach[n] and n in reach[other])
        for n in range(8)
        if n in reach[n]
    }
    assert len(told) == len(knots)


def test_a_long_circle_is_cut_and_a_chain_of_any_length_is_none() -> None:
    chain = [
        f"- {{id: e{n}, date: 2022, title: {chr(0x4E00 + n) * 8}, after: [e{n - 1}]}}" for n in range(1, 400)
    ]
    text = "\n".join(["- {id: e0, date: 2022, title: Talks}", *chain])
    assert not [one for one in found(text) if one.code != "W408"]
    (circle,) = (
        one
        for one in found(text.replace("title: Talks}", "title: Talks, after: [e399]}"))
        if one.code == "E304"
    )
    events = 'before "e0" before "e1" before "e2" before "e3" before "e4" before … before "e0"'
    assert circle.message == f"after and before form a circle: {events.removeprefix('before ')}"


def test_certain_and_possible_contradictions_differ() -> None:
    def of(first: str, second: str) -> list[str]:
        return codes(
            f"- {{id: a, date: {first}, title: Talks}}\n- {{id: b, date: {second}, title: Rally, after: [a]}}"
        )

    assert of("2022", "2021") == ["2 E303"]
    assert of("2022-03", "2021/2023") == of("2022-03", "2021/..") == ["2 W412"]
    assert of("2022-03", '"{2021,2023}"') == ["2 W412"]
    assert of("2022", "2022-03") == []
    assert of("2022-03-21", "2022-03-21") == []
    assert of("1950~/2022", "2000") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2022-03", "2022"),
        ("2022-03~", "2022-03"),
        ("2022-03", "202X"),
        ("2022-03", "2022/2023"),
        ("2022-03", "../2023"),
        ("2022-03", '"[2021,2022]"'),
        ("../..", "2022"),
        ("2022-03/2023", "2022-03-21"),
    ],
)
def test_dates_that_a_relation_narrows_contradict_nothing_however_they_sort(first: str, second: str) -> None:
    events = (
        f"- {{id: a, date: {first}, title: Talks}}\n- {{id: b, date: {second}, title: Rally, after: [a]}}"
    )
    assert codes(events) == []


def test_before_is_after_seen_from_the_other_side() -> None:
    assert codes("- {id: a, date: 2022, title: Talks, before: [b]}\n- {id: b, date: 2021, title: Rally}") == [
        "1 E303"
    ]


def test_references_may_lead_to_an_invalid_record() -> None:
    assert codes("- {id: a, date: soon, title: Talks}\n- {id: b, date: 2021, title: Rally, after: [a]}") == [
        "1 E203"
    ]


def test_references_may_lead_to_another_collection_read_with_this_one() -> None:
    here, there = (
        placed("- {id: a, date: 2022, title: Talks, after: [b, c]}"),
        placed("- {id: b, date: 2023, title: Rally}", "o"),
    )
    told = [one.message for one in findings(here, today=TODAY, elsewhere=there)]
    assert told == [
        'after "c" is no event\'s id',
        'after "b" contradicts the dates: 2022 ends before 2023 begins',
    ]
    assert not list(findings(placed("- {id: b, date: 2022, title: Talks}"), today=TODAY, elsewhere=there))


def test_where_records_are_lost_no_reference_is_called_broken() -> None:
    assert codes(
        '- date: 2022\n  title: Talks\n  after: [a]\n- id: a\n  title: "Rally\n- date: soon\n  title: T\n'
    ) == ["5 E101", "6 E203"]


def test_third_of_three_equal_ids_names_the_first() -> None:
    told = found(
        "\n".join(
            f"- {{id: a, date: 20{n}, title: {name}}}"
            for n, name in enumerate(("Talks", "Rally", "Visit"), 10)
        )
    )
    assert [one.message for one in told] == ['id "a" is in use at events.yaml:1'] * 2


ids = st.text(alphabet="abc1-", min_size=1, max_size=14).map(lambda text: f"e{text}")


@given(st.sets(ids, min_size=1, max_size=30), st.lists(ids, min_size=1, max_size=8))
def test_the_hint_is_the_nearest_of_all_ids(known: set[str], asked: list[str]) -> None:
    records: list[Record] = [{"id": one, "date": "2022", "title": "t"} for one in sorted(known)]
    records.append({"date": "2022", "title": "t", "related": [*asked]})
    placed = [place_record(record, Origin(path="e", line=at), at) for at, record in enumerate(records)]
    told = [one.hint for one in broken_references(placed, by_id(placed))]
    nearest = [get_close_matches(one, sorted(known), n=1, cutoff=0.8) for one in asked if one not in known]
    assert told == [
        f"did you mean {near[0]}?" if near else "look for the id with timeline show --view card"
        for near in nearest
    ]
