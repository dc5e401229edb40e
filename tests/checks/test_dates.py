"""Events are held against their sources and against today, and only what is certain is said."""

import pytest
from checked import codes


def _event(date: str, source: str, status: str = "reported") -> str:
    return f"- date: {date}\n  title: Talks\n  status: {status}\n  sources:\n    - title: T\n      {source}\n"


@pytest.mark.parametrize(
    ("date", "published", "wrong"),
    [
        ("2022-03-21", "2022-03-20", True),
        ("2022-03-21", "2022-03-21", False),
        ("2022-03-21", "2022-03", False),
        ("2022", "2021", True),
        ("1950~/2022-03-21", "2010", False),
        ("2018/..", "2017", True),
        ("../2018", "1900", False),
    ],
)
def test_a_source_is_early_only_when_it_certainly_is(date: str, published: str, wrong: bool) -> None:
    assert codes(_event(date, f"date: {published}")) == (["6 W405"] if wrong else [])


@pytest.mark.parametrize(
    ("date", "said", "wrong"),
    [
        ("2022-03-21", "2022-03", False),
        ("2022-03", "2022-03-21", False),
        ("2022-03", "2022-04-01", True),
        ("2022/..", "2021", True),
    ],
)
def test_a_sources_date_disagrees_when_no_day_is_in_both(date: str, said: str, wrong: bool) -> None:
    assert codes(_event(date, f"event_date: {said}")) == (["6 W406"] if wrong else [])


def test_a_disputed_event_may_have_any_date() -> None:
    assert codes(_event("2022-03", "event_date: 2021", "disputed")) == []


@pytest.mark.parametrize(
    ("said", "quiet"),
    [("at: p. 3", True), ("event_date: 2022-03", True), ("event_date: 2022-03-21", False)],
)
def test_a_dispute_is_quiet_until_a_source_gives_another_date(said: str, quiet: bool) -> None:
    assert codes(_event("2022-03", said, "disputed")) == (["3 W422"] if quiet else [])


@pytest.mark.parametrize(
    ("date", "wrong"),
    [
        ("2023-02-10", False),
        ("2023-02-11", True),
        ("2023", False),
        ("2023-03", True),
        ("2023/2030", False),
        ("2022/..", False),
    ],
)
def test_a_date_lies_in_the_future_when_all_of_it_does(date: str, wrong: bool) -> None:
    assert codes(f"- {{date: {date}, title: Talks}}") == (["1 W411"] if wrong else [])


def test_a_copy_or_a_title_names_a_source() -> None:
    text = "- {date: 2022, title: T, sources: [{title: T}, {url: U}, {archived: U}, {publisher: P}, {}]}"
    assert codes(text) == ["1 W404", "1 W404"]
