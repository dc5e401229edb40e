"""Frozen values are what `dataclass` makes of the same class, but for the time that it takes."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import frozen
from timeline.dates.event_date import EventDate
from timeline.model import Event, Source

NAMES = ["name", "start", "end", "title", "self_", "extra"]


def _begun(self: Any) -> None:
    object.__setattr__(self, "name", 7)


def _made(decorator: Any, fields: list[tuple[str, str]], *, by_name: bool, begins: bool) -> Any:
    said: dict[str, Any] = {"__qualname__": "Made", "__annotations__": {name: int for name, _ in fields}}
    if begins and "name" in dict(fields):
        said["__post_init__"] = _begun
    for at, (name, how) in enumerate(fields):
        if how != "needed":
            said[name] = {
                "default": at,
                "made": dataclasses.field(default_factory=partial(int, at)),
                "aside": dataclasses.field(default=at, compare=False),
                "own": dataclasses.field(default_factory=partial(int, at), init=False, repr=False),
                "named": dataclasses.field(default=at, kw_only=True),
            }[how]
    return decorator(frozen=True, slots=True, kw_only=by_name)(type("Made", (), said))


def _outcome(call: Callable[[], Any]) -> Any:
    try:
        return call()
    except (TypeError, AttributeError, ValueError) as error:
        return type(error)


def _told(kind: Any, placed: list[int], first: dict[str, int], second: dict[str, int]) -> list[Any]:
    """All that can be told of a class, by two values of it."""
    names = [one.name for one in dataclasses.fields(kind)]
    ones = [_outcome(partial(kind, *placed, **said)) for said in (first, second)]
    sound = [one for one in ones if not isinstance(one, type)]
    return [
        *(repr(one) for one in ones),
        *([getattr(one, name) for name in names] for one in sound),
        *(ones[0] == one for one in sound),
        *(dataclasses.asdict(one) for one in sound),
        *(repr(_outcome(partial(dataclasses.replace, one, **second))) for one in sound),
        *(_outcome(partial(setattr, one, name, 1)) for one in sound for name in names[:1]),
        *(_outcome(partial(delattr, one, name)) for one in sound for name in names[:1]),
        len(set(sound)),
    ]


HOW = ["needed", "default", "made", "aside", "own", "named"]
FIELDS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(HOW)),
    unique_by=lambda field: field[0],
)
GIVEN = st.dictionaries(st.sampled_from([*NAMES, "other"]), st.integers(0, 1))


@given(FIELDS, st.lists(st.integers(0, 1), max_size=3), GIVEN, GIVEN, st.booleans(), st.booleans())
def test_a_class_does_what_that_of_dataclasses_does(
    fields: list[tuple[str, str]],
    placed: list[int],
    first: dict[str, int],
    second: dict[str, int],
    by_name: bool,
    begins: bool,
) -> None:
    if not by_name:  # as dataclasses would have it
        fields = sorted(fields, key=lambda field: field[1] != "needed")
    found = [
        _told(_made(decorator, fields, by_name=by_name, begins=begins), placed, first, second)
        for decorator in (frozen.dataclass, dataclasses.dataclass)
    ]
    assert found[0] == found[1]


def test_a_value_is_copied_kept_and_compared() -> None:
    event = Event(date=EventDate.parse("2022-03"), title="Talks end", sources=(Source(title="Tass"),))
    assert copy.deepcopy(event) == pickle.loads(pickle.dumps(event)) == event
    assert event != dataclasses.replace(event, title="Talks begin")
    other: object = "Talks end"
    assert event != other
    assert not hasattr(event, "__dict__")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"title": "Talks"}, r"Event\.__init__\(\) lacks the arguments \['date'\]"),
        ({"date": None, "title": "", "dates": ()}, r"Event\.__init__\(\) got an unexpected argument 'dates'"),
    ],
)
def test_what_is_missing_and_what_is_unknown_is_told(said: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        Event(**said)


def test_other_values_are_made_by_dataclasses() -> None:
    with pytest.raises(TypeError, match="others are made by dataclasses"):
        frozen.dataclass(frozen=False, slots=True, kw_only=True)
