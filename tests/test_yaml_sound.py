"""Records found sound by one expression are the events that the parser's records are, field by field; benchmarks/plain.py damages them."""

import time
from dataclasses import FrozenInstanceError
from itertools import islice, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shaped import shaped_records

from timeline.errors import DateError
from timeline.formats.json_values import json_text
from timeline.model import Event, Origin, unread
from timeline.record import InvalidRecord, parse_date
from timeline.store.sifting import Unusual, events_of, exact_records
from timeline.yaml_sound import Shapes
from timeline.yaml_walk import walked

HEAD = "- id: a\n  date: 2022\n  title: T\n"
SOUND = (
    HEAD,
    f"# above\n\n{HEAD}# below\n\n{HEAD}",
    "- title: no end of line\n  date: 1855-02~/1856",
    "- date: 2020-02-29\n  title: \"a \\\"b\\\" \\\\ c\"\n- date: 2019-02-28\n  title: 'it''s'\n",
    f"{HEAD}  summary: >-\n    one\n    two\n  place: ' x '\n  lat: -43.06\n  lon: 145.5\n  place_precision: city\n  status: draft\n",
    f"{HEAD}  actors: [A b, \"C, d\", 'E']\n  tags: []\n  after: b\n  related:\n    - x\n    - 'y'\n",
    f"{HEAD}  sources:\n    - title: x\n      supports: [date]\n      quote: |-\n        a\n        b\n    - https://x.org/a#b\n",
    f"{HEAD}  sources:\n  - url: x\n    event_date: 1855-01\n  - title: y\n    url: z\n",
    f"{HEAD}  sources:\n    - url: 'x'\n      title: ü  \n      quote: \"\"\n    - url: y\n      supports: date\n",
    f"{HEAD}  sources:\n    - url: 'x: y'\n      title: ü  \n    - quote: \"z\"\n      url: y\n  actors: 'A'\n",
    f"{HEAD}  lon: +7\n  lat: 0.50\n  summary: ''\n  kind: a\n  sources:\n    - 'a: b'\n",
    f"{HEAD}  box.no: 7\n  seen:\n    by: me\n  list: [a, b]\n",
    f"{HEAD}  place: Überall – 日本\n  actors: [\u3000A, 会談]\n",
    f"\ufeff{HEAD}".replace("\n", "\r\n"),
)
ODD = (
    "- id: a\n  title: T\n",
    "- id: a\n  date: 2022\n",
    "- date: 2022-02-30\n  title: T\n",
    "- date: 2022-03-05/2022-03-04\n  title: T\n",
    "- date: soon\n  title: T\n",
    "- date: 2022\n  title: ' '\n",
    "- date: 2022\n  title: \u00a0\n",
    '- date: 2022\n  title: "\u3000"\n',
    "- date: 2022\n  title: ~\n",
    "- date: 2022\n  title: null\n",
    "- id: a:\n  date: 2022\n  title: T\n",
    "- id: A\n  date: 2022\n  title: T\n",
    f"{HEAD}  title: U\n",
    f"{HEAD}  lat: 91\n",
    f"{HEAD}  status: odd\n",
    f"{HEAD}  tags: [a, ~]\n",
    f"{HEAD}  tags: [a, '']\n",
    f"{HEAD}  tags: ''\n  sources: []\n  kind: \x85\n",
    f"{HEAD}  sources:\n    - url: x\n      url: y\n",
    f"{HEAD}  sources:\n    - date: soon\n",
    f"{HEAD}  place: &x y\n",
    f"{HEAD}...\n",
    HEAD.replace("\n", "\r\r\n"),
    f"---\n{HEAD}",
    f"events:\n{HEAD}",
    f"{HEAD}  place: a\u2028b\n",
    "",
)


def parsed(text: str) -> list[Event] | None:
    try:
        return [Event.from_record(record) for record, _ in walked(text.removeprefix("\ufeff"))]
    except InvalidRecord:
        return None


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_is_read_as_the_parser_does(text: str) -> None:
    events = events_of("x", text.encode())
    assert events == parsed(text)
    assert exact_records(text.encode()) == [one.record for one in walked(text.removeprefix("\ufeff"))]
    assert [json_text(event.to_record()) for event in events_of("x", text.encode())] == [
        json_text(event.to_record()) for event in parsed(text) or ()
    ]
    assert [event.origin for event in events] == [
        Origin("x", one.line) for one in walked(text.removeprefix("\ufeff"))
    ]


@pytest.mark.parametrize("text", ODD)
def test_what_is_not_is_left_to_others(text: str) -> None:
    with pytest.raises(Unusual):
        events_of("x", text.encode())


NUMBERS = (
    st.sampled_from(("0000", "1999", "2020", "9999")),
    st.sampled_from(("01", "02", "06", "13")),
    st.sampled_from(("00", "28", "29", "31")),
)
DAYS = st.tuples(*NUMBERS).map("-".join) | st.tuples(*NUMBERS[:2]).map("-".join) | NUMBERS[0]


@given(DAYS, DAYS, st.sampled_from(("/", "//", "/ ", "", "?/", "~")), st.sampled_from(("", "'", '"')))
def test_a_date_that_lasts_is_sound_where_it_is_one(start: str, end: str, between: str, mark: str) -> None:
    date = f"{start}{between}{end}"
    try:
        parse_date(date)
    except DateError:
        fits = False
    else:
        fits = True
    text = f"- date: {mark}{date}{mark}\n  title: T\n"
    assert (Shapes().record(text, 0)[1] is not None) == fits
    assert (Shapes().passed(text, 0, len(text)) == len(text)) == fits


def test_bytes_that_are_no_text_are_left_to_others() -> None:
    with pytest.raises(Unusual):
        events_of("x", f"{HEAD}  place: ".encode() + b"\xff\n")


def test_every_field_is_there_when_it_is_asked_for_and_no_other() -> None:
    text = f"{HEAD}  place: x\n  box: y\n  sources:\n    - title: s\n      event_date: 2021\n"[2:]
    (record,) = shaped_records(f"- {text}")
    assert record is not None
    assert dict(record) == walked(f"- {text}")[0].record
    assert len(record) == 6
    assert "kind" not in record
    event = unread(record)
    assert (event.kind, event.extra, [str(date) for date in event.rival_dates]) == (
        "",
        {"box": "y"},
        ["2021"],
    )
    with pytest.raises(AttributeError):
        _ = event.colour  # type: ignore[attr-defined]


def test_what_is_known_of_an_event_is_not_read_and_it_does_not_change() -> None:
    event = unread({"title": "other"}, known=(("title", "Talks"),), disputed=False)
    assert (type(event), event.title, event.rival_dates) == (Event, "Talks", ())
    with pytest.raises(FrozenInstanceError):
        event.title = "x"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del event.title


def test_events_read_later_are_like_others() -> None:
    (event,) = events_of("x", HEAD.encode())
    assert event == Event.from_record(event.to_record())
    assert repr(event).startswith("Event(id='a', date=EventDate('2022'), ")


def test_many_shapes_are_tried_and_no_more() -> None:
    """Fields in ever other orders: those that come too late are read by others, and all are read."""
    names = ("place", "kind", "summary", "tags", "actors")
    text = "".join(
        HEAD + "".join(f"  {name}: x\n" for name in order) for order in islice(permutations(names), 0, 120, 9)
    )
    assert events_of("x", text.encode()) == parsed(text)
    assert any(record is None for record in shaped_records(text))


@pytest.mark.parametrize(
    "lines",
    [
        "  sources:\n" + "    - title: x\n      url: https://x.org/a\n" * 4000 + "  x: y: z\n",
        "  summary: >-\n" + "    some line\n" * 4000 + "     odd\n",
        f"  tags: [{'a b, ' * 4000}\n",
        f"  place: {'a#b:c ' * 4000}: \n",
        "".join(f"  f{at}: x\n" for at in range(4000)) + "  f0: y\n",
    ],
    ids=["sources", "block", "list", "text", "own"],
)
def test_what_does_not_fit_is_found_out_in_steps_in_proportion(lines: str) -> None:
    started = time.process_time()
    assert [*shaped_records(HEAD + lines)] == [None]
    assert time.process_time() - started < 2  # 50 ms; as many steps squared would take minutes
