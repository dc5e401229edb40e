"""The loss of an export: equal to a naive count of what the records say, and told by field and count."""

import re
from collections import Counter
from collections.abc import Sequence

import pytest
from event_strategies import events as event_lists
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates.calendar import civil_from_days
from timeline.dates.forms import FORMS
from timeline.formats import FORMATS, going
from timeline.formats.format import EVERY_FIELD, EVERYTHING, Carries
from timeline.formats.loss import loss, loss_words
from timeline.model import Event

# Each form, as it stands in the text of a date.
WRITTEN = {
    "time of day": r"T\d\d:",
    "time zone": r"T.*(Z|[-+]\d\d(:\d\d)?)\Z",
    "unspecified digits": "X",
    "significant digits": "S",
    "doubt (~ ? %)": "[~?%]",
    "interval": "/",
    "open end": r"\A\.\.|\.\.\Z|\A/|/\Z|[\[{]\.\.|\.\.[\]}]",
    "set of dates": r"\A[\[{]",
}
SEASON = re.compile(r"-?[\dXSE]+-(2[1-9]|3\d|4[01])")


def forms(event: Event) -> set[str]:
    text = event.date.text
    found = {form for form, sign in WRITTEN.items() if re.search(sign, text)}
    members = re.split(r"[/,\[\]{}]|\.\.", re.sub("[~?%]", "", text))
    days = (event.date.first_day, event.date.last_day)
    years = [civil_from_days(day)[0] for day in days if day is not None]
    also = {
        "season": any(SEASON.fullmatch(member) for member in members),
        "year before 1": any(year < 1 for year in years),
        "year after 9999": any(year > 9999 for year in years),
    }
    return found | {form for form, there in also.items() if there}


carries = st.builds(
    Carries,
    fields=st.frozensets(st.sampled_from(sorted(EVERY_FIELD))),
    dates=st.frozensets(st.sampled_from(FORMS)),
    sources=st.sampled_from([None, None, 1, 2]),
    left_out=st.sampled_from([lambda _: "", lambda event: "" if event.place else "events without a place"]),
)


def naive(events: Sequence[Event], what: Carries) -> Counter[str]:
    found: Counter[str] = Counter()
    for event in events:
        if what.left_out(event):
            found[what.left_out(event)] += 1
            continue
        found.update({*what.also(event)})
        record = event.to_record()
        sources = record.pop("sources", [])
        assert isinstance(sources, list)
        whole = "title" in what.fields
        found["events"] += not whole
        for name in record if whole else ():
            key = "own fields" if name.startswith("x-") else name
            found[name] += key not in what.fields
        if whole and "date" in what.fields:
            for form in forms(event):
                found[form] += form not in what.dates
        if not any(name.startswith("sources.") for name in what.fields):
            found["sources"] += bool(sources)
            continue
        limit = what.sources or len(sources)
        beyond = "sources beyond the first" + (f" {limit}" if limit > 1 else "")
        found[beyond] += len(sources) > limit
        for name in {str(name) for source in sources[:limit] for name in source}:
            key = "sources.own fields" if name.startswith("x-") else f"sources.{name}"
            found[f"sources.{name}"] += key not in what.fields
    return +found


@given(event_lists(), carries)
def test_the_loss_is_a_naive_count(events: Sequence[Event], what: Carries) -> None:
    assert loss(events, what) == dict(naive(events, what))


@settings(max_examples=20)
@given(event_lists())
@pytest.mark.parametrize("name", going("out"))
def test_the_loss_of_each_format_is_a_naive_count(name: str, events: Sequence[Event]) -> None:
    what = FORMATS.load(name).carries
    assert loss(events, what) == dict(naive(events, what))
    assert what.fields <= EVERY_FIELD
    assert what.dates <= {*FORMS}


@settings(max_examples=20)
@given(event_lists())
def test_what_carries_everything_loses_nothing(events: Sequence[Event]) -> None:
    assert loss(events, EVERYTHING) == {}
    assert not naive(events, EVERYTHING)


def test_a_loss_is_told_in_the_order_of_the_fields() -> None:
    record = {"date": "2022~", "title": "Talks", "place": "Oslo", "mine": "x", "sources": ["TASS"]}
    events = [Event.from_record(record) for _ in range(1200)]  # type: ignore[arg-type]
    what = Carries(fields=frozenset({"date", "title"}), dates=frozenset())
    assert loss_words("toy", events, loss(events, what)) == (
        "toy: 1,200 events; not carried: place 1,200, sources 1,200, doubt (~ ? %) 1,200, mine 1,200"
    )
