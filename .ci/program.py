"""A program of a user's: against what is installed it runs, and mypy --strict finds every type in it."""

import sys
from datetime import date
from typing import TYPE_CHECKING, assert_type

import timeline

collection = timeline.load(sys.argv[1])
assert_type(collection, timeline.Collection)
assert_type(collection.where("actor:Japan").order("title")[0], timeline.Event)
assert_type([source.quote for event in collection for source in event.sources], list[str])
assert_type(timeline.parse_date("c. March 1950").first, date | None)
assert len(collection) > 0
if TYPE_CHECKING:
    print(timeline.no_such_name)  # type: ignore[attr-defined]
