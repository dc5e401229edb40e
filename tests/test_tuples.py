"""Named tuples are what `typing` makes of the same class, but for the time that it takes."""

import copy
import inspect
import pickle
import typing
from types import new_class
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import tuples
from timeline.drafts.mention import Mention
from timeline.model import Origin
from timeline.views.options import ViewOptions


def _made(base: Any, names: list[str], defaults: list[int]) -> Any:
    required = len(names) - len(defaults)
    said = {
        "__module__": __name__,
        "__qualname__": "Made",
        "__doc__": "Made.",
        "__annotations__": dict.fromkeys(names, int),
        **dict(zip(names[required:], defaults, strict=True)),
        "first": lambda self: self[0],
        "of": classmethod(lambda cls, *values: cls(*values)),
        "size": property(len),
    }
    return new_class("Made", (base,), {}, lambda namespace: namespace.update(said))


def _outcome(call: typing.Callable[[], Any]) -> Any:
    try:
        return call()
    except (TypeError, ValueError, AttributeError) as error:
        return type(error)


NAMES = st.lists(
    st.sampled_from(
        ["name", "start", "end", "index", "count", "self_", "new", "clause", "what", "a", "c", "j"]
    ),
    min_size=1,
    max_size=12,
    unique=True,
)


@given(data=st.data(), names=NAMES)
def test_a_class_does_what_that_of_typing_does(data: st.DataObject, names: list[str]) -> None:
    defaults = data.draw(st.lists(st.integers(), max_size=len(names)))
    ours, other = _made(tuples.NamedTuple, names, defaults), _made(typing.NamedTuple, names, defaults)
    by_place = data.draw(st.lists(st.integers(), max_size=len(names) + 1))
    by_name = data.draw(st.dictionaries(st.sampled_from([*names, "other"]), st.integers()))
    values = [_outcome(lambda made=made: made(*by_place, **by_name)) for made in (ours, other)]  # type: ignore[misc]
    if isinstance(values[1], type):
        assert values[0] is values[1]
        return
    mine, theirs = values
    assert (mine, repr(mine), hash(mine)) == (theirs, repr(theirs), hash(theirs))
    for look in (
        lambda one: [getattr(one, name) for name in names],
        lambda one: one._asdict(),
        lambda one: one._replace(**by_name),
        lambda one: (one.first(), one.size, type(one).of(*one)),
        lambda one: (one._fields, one._field_defaults, type(one).__match_args__, type(one).__doc__),
        lambda one: setattr(one, names[0], 1),
        lambda one: setattr(one, "unheard", 1),
        lambda one: list(inspect.signature(type(one)).parameters),
        lambda one: type(one)._make(one),
    ):
        assert _outcome(lambda look=look: look(mine)) == _outcome(lambda look=look: look(theirs))  # type: ignore[misc]


def test_a_value_is_copied_kept_and_matched() -> None:
    origin = Origin("events.yaml", 3)
    assert copy.deepcopy(origin) == pickle.loads(pickle.dumps(origin)) == origin
    assert type(pickle.loads(pickle.dumps(origin))) is Origin
    match origin:
        case Origin(path, line):
            assert (path, line) == ("events.yaml", 3)
    assert not hasattr(origin, "__dict__")


def test_what_is_missing_is_told_with_the_class() -> None:
    with pytest.raises(
        TypeError, match=r"Origin\.__new__\(\) missing 1 required positional argument: 'line'"
    ):
        Origin("events.yaml")  # type: ignore[call-arg]


def test_annotations_are_those_of_the_class() -> None:
    assert get_type_hints(Origin) == {"path": str, "line": int}
    assert list(get_type_hints(Mention)) == list(Mention._fields)
    assert ViewOptions._field_defaults.keys() <= set(ViewOptions._fields)
