"""An id may be given by any beginning that only one event has; what means none or several is told with candidates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import Refused
from timeline.identity import whole_id
from timeline.model import Origin
from timeline.store.ids import positions
from timeline.store.read import StoredRecord

ids = st.text("ab-", min_size=1, max_size=4)


def stored(*names: str) -> list[StoredRecord]:
    """Records with these ids, in one file."""
    return [
        StoredRecord(record={"id": name}, origin=Origin(path="e.yaml", line=at), position=at)
        for at, name in enumerate(names)
    ]


@given(st.lists(ids, unique=True, max_size=6), ids)
def test_an_id_is_itself_or_the_only_one_that_begins_so(names: list[str], given_: str) -> None:
    meant = [name for name in names if name == given_] or [name for name in names if name.startswith(given_)]
    if len(meant) == 1:
        assert positions(stored(*names), [given_]) == [names.index(meant[0])]
        assert whole_id(given_, names) == meant[0]
    else:
        with pytest.raises(Refused):
            positions(stored(*names), [given_])
        assert whole_id(given_, names) == given_


def test_an_event_named_twice_is_meant_once() -> None:
    assert positions(stored("b", "talks-end"), ["talks", "b", "talks-end"]) == [1, 0]


@pytest.mark.parametrize(
    ("given_", "message", "hint"),
    [
        ("talks", '2 ids begin with "talks"', 'give more of it: "talks-begin", "talks-end"'),
        ("end", 'no event has the id "end"', 'did you mean "talks-end"?'),
        ("tlaks-end", 'no event has the id "tlaks-end"', 'did you mean "talks-end", "talks-begin"?'),
        ("x", 'no event has the id "x"', "see the ids with: timeline show --view card"),
        ("", 'no event has the id ""', "see the ids with: timeline show --view card"),
        ("dou", '2 events have the id "double": e.yaml:2, e.yaml:3', "give each its own id first"),
    ],
)
def test_what_is_not_clear_is_refused_with_candidates(given_: str, message: str, hint: str) -> None:
    with pytest.raises(Refused) as caught:
        positions(stored("talks-begin", "talks-end", "double", "double", ""), [given_])
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_of_many_candidates_some_are_named() -> None:
    with pytest.raises(Refused) as caught:
        positions(stored(*(f"talks-{at}" for at in range(9))), ["talks"])
    assert str(caught.value.hint).endswith('"talks-3", "talks-4" and 4 more')
