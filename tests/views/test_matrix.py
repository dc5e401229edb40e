"""Who with whom: counts in rows and columns, read back from the picture."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from view_drawing import drawn, event, shipped

from timeline.errors import UsageError
from timeline.model import Event

some = st.lists(
    st.builds(
        lambda actors, kind: event("2018", actors=actors, kind=kind),
        st.lists(st.sampled_from(("A", "B", "C", "D")), max_size=4, unique=True),
        st.sampled_from(("", "x", "y")),
    ),
    min_size=1,
    max_size=12,
)


def _read(text: str) -> tuple[list[str], dict[str, list[str]]]:
    """The names above the columns, and of each row its name and its cells."""
    lines = text.split("\n")
    steps = [line.index("┌") for line in lines if "┌" in line]
    names = [line[step + 2 :] for line, step in zip(lines, steps, strict=False)]
    ends = [lines[len(steps)].index("all") + 2, *steps]
    rows = {}
    for line in lines[len(steps) + 1 : lines.index("")]:
        name, every = line[: ends[0] + 1].rsplit(maxsplit=1)
        rows[name] = [every, *(line[left + 1 : right + 1].strip() for left, right in pairwise(ends))]
    return names, rows


@settings(deadline=None)
@given(events=some)
def test_every_count_is_that_of_the_events_that_both_take_part_in(events: list[Event]) -> None:
    names, rows = _read(drawn("matrix", events, 160))
    pairs: Counter[tuple[str, str]] = Counter()
    for one in events:
        own = one.actors or ("(no actor)",)
        pairs.update((down, across) for down in own for across in own)
    assert set(rows) == {name for name, _ in pairs}
    assert set(names) == set(rows) - {"(no actor)"}
    for name, (every, *cells) in rows.items():
        assert int(every) == pairs[name, name]
        for other, cell in zip(names, cells, strict=True):
            assert cell == ("–" if name == other else str(pairs[name, other] or "·"))


@settings(deadline=None)
@given(events=some)
def test_two_fields_are_set_against_each_other_and_add_up(events: list[Event]) -> None:
    names, rows = _read(drawn("matrix", events, 160, by="kind,actor"))
    for kind, (every, *cells) in rows.items():
        own = [one for one in events if (one.kind or "(no kind)") == kind]
        assert int(every) == len(own)
        assert sum(int(cell) for cell in cells if cell != "·") == sum(max(len(one.actors), 1) for one in own)
    assert len(names) == len({actor for one in events for actor in one.actors or ("",)})


def test_a_step_leads_down_to_its_column() -> None:
    lines = drawn("matrix", shipped(), 100).split("\n")
    steps = [line.index("┌") for line in lines if "┌" in line]
    row = next(line for line in lines if line.startswith("Maria Zakharova"))
    assert [row[step] for step in steps] == ["1", "1", "1", "·", "·", "·", "·", "–"]


def test_columns_without_room_are_counted_and_no_row_is_left_out() -> None:
    events = [event("2018", actors=[f"Actor {number}", "Japan"]) for number in range(30)]
    names, rows = _read(drawn("matrix", events, 60))
    assert len(rows) == 31
    assert f"no room for {31 - len(names)} more columns" in drawn("matrix", events, 60).replace("\n", " ")


def test_context_is_not_counted() -> None:
    events = [event("2018", actors=["Japan"]), event("2019", actors=["Japan", "Russia"])]
    assert _read(drawn("matrix", events, context={1})) == (["Japan"], {"Japan": ["1", "–"]})


@pytest.mark.parametrize("by", ["actor,tag,kind", "actor,colour", "", ","])
def test_what_is_no_pair_of_fields_is_refused(by: str) -> None:
    if not by:
        assert "actor by actor" in drawn("matrix", shipped(), by=by)
        return
    with pytest.raises(UsageError) as refused:
        drawn("matrix", shipped(), by=by)
    assert refused.value.hint
