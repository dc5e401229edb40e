"""Words that pictures say of events."""

import pytest
from event_strategies import TAGS
from hypothesis import example, given
from hypothesis import strategies as st
from view_drawing import drawn, event

from timeline.query.language import parse_query
from timeline.query.predicates import from_options
from timeline.views import VIEWS
from timeline.views.words import tag_words


@given(st.one_of(st.sampled_from(TAGS), st.text(min_size=1)).filter(lambda tag: tag == tag.strip() != ""))
@example("x y")
@example('5" gun*')
@example("~odd")
@example("back\\\\slash")
def test_a_tag_as_shown_finds_its_events(tag: str) -> None:
    one, other = event("2018", tags=[tag]), event("2018", tags=["another one"])
    condition = parse_query(f"tag:{tag_words(tag).removeprefix('#')}", today=0)
    assert condition(one)
    assert condition(other) == (tag == "another one")


@pytest.mark.parametrize("view", ["timeline", "table", "card"])
def test_a_tag_is_shown_alike_in_every_view(view: str) -> None:
    assert view in VIEWS
    one = event("2018", tags=["x y", "x-y"])
    assert '#"x y" #x-y' in drawn(view, [one])
    assert from_options(tag=["x y"])(one)
