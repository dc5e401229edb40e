"""Of a large file those records are passed over in which no check of one record finds anything, and what is found stays the same."""

from itertools import chain

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shaped import shaped_records

from timeline.checks.collection import RECORD_CHECKS, findings
from timeline.checks.dates import future_dates
from timeline.checks.finding import place_record
from timeline.checks.reading import read_text
from timeline.checks.screening import is_quiet
from timeline.model import Origin
from timeline.store.read import sound_records
from timeline.yaml_sound import SoundRecord

TODAY = 19398  # 2023-02-10
PLAIN = """\
- id: talks
  date: 1962-05-03
  title: Talks end in "accord"
  actors: [Côte d’Ivoire, NO]
  place: Genève
  sources:
    - title: A paper
      publisher: Reuters
      date: 1962-05-04
"""
TITLES = ("Talks", '" "', "'  '", '"\u00a0"', "\u0301\u0301", "a \u202e b", "It's", "Genève", '"\u200b"')
LISTS = (
    "[Russia, Japan]",
    "[Russia, Russia]",
    '["Russia", Russia]',
    "[A, 'B, C']",
    "Russia, Japan",
    "[]",
    '[" "]',
    "\n    - Russia\n    - Japan",
    "\n    - it's\n    - 'it''s'",
    "\n    - Russia\n    - Russia",
)
SOURCES = (
    "- title: A paper",
    "- url: https://example.org/a",
    '- title: ""',
    "- publisher: Reuters",
    "- publisher: Reuters\n      title: A paper",
    "- https://example.org/a",
    "- title: A paper\n      date: 1950",
    "- title: A paper\n      date: 2030-01",
    "- title: A paper\n      date: 1970 ",
    "- title: A paper\n      quote: >-\n        said on\n        date: 1950",
    "- title: A paper\n      event_date: 1961",
    "- title: A paper\n      retrieved: 1950\n      sha256: a1",
    "- title: A paper\n      file: a.txt",
    "- title: A paper\n      supports:\n        - date",
    "- title: \u3000",
)
OTHERS = ("status: draft", "status: disputed", "status: confirmed", "lat: 1", "lon: 1", "titel: x", "note: x")


def _text(date: str, title: str, actors: str, tags: str, sources: list[str], others: list[str]) -> str:
    lines = [f"- date: {date}", f"  title: {title}"]
    for name, items in (("actors", actors), ("tags", tags)):
        lines += [f"  {name}:{items}" if items.startswith("\n") else f"  {name}: {items}"] if items else []
    lines += [
        f"  {one}" for one in {one.partition(":")[0]: one for one in others}.values()
    ]  # each field once
    lines += ["  sources:", *(f"    {one}" for one in sources)] if sources else []
    return "\n".join(lines) + "\n"


TEXTS = st.builds(
    _text,
    st.sampled_from(("1962-05-03", "196X", "2031", "../1970")),
    st.sampled_from(TITLES),
    st.sampled_from(("", *LISTS)),
    st.sampled_from(("", *LISTS)),
    st.lists(st.sampled_from(SOURCES), max_size=3),
    st.lists(st.sampled_from(OTHERS), max_size=2),
)


def _sound(text: str) -> list[SoundRecord]:
    found = shaped_records(text.encode().decode("latin-1"))
    return [record for record in found if record is not None]


@given(TEXTS)
@example(PLAIN)
def test_nothing_is_found_in_what_is_passed_over(text: str) -> None:
    for record in _sound(text):
        one = place_record(dict(record), Origin("e", 1), 0)
        assert one.event
        told = [*chain.from_iterable(check(one) for check in RECORD_CHECKS), *future_dates(one, TODAY)]
        assert not (told and is_quiet(record, one.event.date, TODAY))


def test_records_as_they_mostly_are_are_passed_over() -> None:
    (record,) = _sound(PLAIN)
    one = place_record(record, Origin("e", 1), 0)
    assert one.event
    assert is_quiet(record, one.event.date, TODAY)


@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_a_large_file_has_the_findings_of_a_small_one(texts: list[str]) -> None:
    text = "".join(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("timeline.store.read.LARGE", 0)
        known = sound_records(text.encode())
    small = findings(read_text("e", text).records, today=TODAY)
    large = findings(read_text("e", text, known).records, today=TODAY)
    assert known is not None
    assert [*large] == [*small]
