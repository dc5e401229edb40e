"""A registry imports a row when asked, and knows what was probably meant."""

import sys

import pytest

from timeline.errors import UsageError
from timeline.registry import Registry

TABLE: Registry[object] = Registry("toy", {"one": "this:s", "colour": "colorsys:rgb_to_hsv"})


def test_reading_the_table_imports_nothing() -> None:
    sys.modules.pop("colorsys", None)
    assert list(TABLE) == ["one", "colour"]
    assert TABLE["colour"] == "colorsys:rgb_to_hsv"
    assert "colorsys" not in sys.modules
    assert callable(TABLE.load("colour"))


def test_an_unknown_name_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(UsageError, match='toy "color" is not known') as caught:
        TABLE.load("color")
    assert caught.value.hint == 'did you mean "colour"?'
    with pytest.raises(UsageError) as caught:
        TABLE.load("zzz")
    assert caught.value.hint == "one of: one, colour"
