"""Quotes are looked for in the archived articles, and their dates are read again."""

from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import EventDate
from timeline.drafts.quotes import NOT_FOUND, OTHER_DATE, quote_problems
from timeline.drafts.quoting import Searched
from timeline.model import Event, Source

TODAY = days_from_civil(2026, 11, 23)
ARTICLE = "ROME, May 6, 2021 (NPA) — The envoys “met in\nVienna” on Tuesday. They left in silence."


def event(date: str, quote: str, event_date: str | None = None) -> Event:
    source = Source(
        title="A story",
        date=EventDate.parse("2021-05-06"),
        quote=quote,
        event_date=EventDate.parse(event_date) if event_date else None,
    )
    return Event(date=EventDate.parse(date), title="Envoys meet", sources=(source,))


def codes(event: Event) -> list[str]:
    return [problem.code for problem in quote_problems(event, {"story.txt": Searched(ARTICLE)}, today=TODAY)]


def test_a_quote_that_stands_there_and_dates_the_event_is_right() -> None:
    assert codes(event("2021-05-04", 'The envoys "met in Vienna" on Tuesday.')) == []


def test_a_quote_that_nobody_wrote_is_found_out() -> None:
    assert codes(event("2021-05-04", "The envoys met in Rome")) == [NOT_FOUND]


def test_a_date_that_the_quote_contradicts_is_found_out() -> None:
    assert codes(event("2021-05-06", 'The envoys "met in Vienna" on Tuesday.')) == [OTHER_DATE]


def test_a_source_may_give_its_own_date() -> None:
    assert codes(event("2021-05-06", 'The envoys "met in Vienna" on Tuesday.', "2021-05-04")) == []


def test_a_wider_date_agrees() -> None:
    assert codes(event("2021-05", 'The envoys "met in Vienna" on Tuesday.')) == []


def test_a_quote_without_a_date_only_has_to_stand_there() -> None:
    assert codes(event("1999", "They left in silence.")) == []


def test_an_event_without_quotes_has_no_problem() -> None:
    assert codes(event("1999", "")) == []
