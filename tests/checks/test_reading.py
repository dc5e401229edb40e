"""A file is read to its end whatever is wrong with it, and every finding has the line of its field."""

import pytest
from checked import codes, placed
from event_strategies import events
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.checks.fields import problems
from timeline.checks.reading import read_text
from timeline.model import Event
from timeline.yaml_write import format_record

GOOD = "- date: 2022\n  title: Talks\n"


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ('- date: 2018\n  title: "Rally\n', "E101"),
        ("- date: 2018\n  title: Rally: a\n", "E101"),
        ("- date: 2018\n  title: @Rally\n", "E101"),
        ("- date: 2018\n  [a]: b\n", "E102"),
        ("- text\n", "E102"),
        ("- date: *nothing\n", "E106"),
        (f"- a: {'[' * 101}{']' * 101}\n", "E107"),
        ("- date: !x 2018\n  title: Rally\n", "E103"),
    ],
)
def test_one_broken_record_hides_no_other(broken: str, code: str) -> None:
    told = codes(GOOD + broken + "- date: soon\n  title: Visit\n" + broken.replace("2018", "2019"))
    assert [one.split()[1] for one in told if "E203" in one or code in one].count("E203") == 1
    assert any(code in one for one in told)
    assert f"{3 + broken.count(chr(10))} E203" in told


@pytest.mark.parametrize("indent", ["", "  ", "    "])
@pytest.mark.parametrize("head", ["events:\n", "title: x\n\n'events' : # mine\n  # of them\n\n"])
@pytest.mark.parametrize("tail", ["", "more:\n- date: soon\n", "\nnotes: |\n  - date: soon\n"])
def test_under_events_too(head: str, indent: str, tail: str) -> None:
    body = GOOD + '- date: 2018\n  title: "Rally\n- date: soon\n  title: Visit\n'
    indented = "".join(f"{indent}{line}" for line in body.splitlines(keepends=True))
    first = head.count("\n")
    assert f"{first + 5} E203" in codes(head + indented + tail)
    mended = indented.replace('"', "")
    assert codes(head + mended + tail) == [f"{first + 5} E203"]


def test_two_broken_records_are_told_both() -> None:
    broken = '- date: 2018\n  title: "Rally\n'
    assert codes(broken + GOOD + broken) == ["2 E101", "6 E101"]


@settings(max_examples=30)
@given(events(), st.sampled_from(["", "---\n", "# events\n\n"]))
def test_every_line_is_the_line_of_the_field(events: list[Event], head: str) -> None:
    records = [event.to_record() | {"status": "far"} for event in events]
    text = head + "\n".join(format_record(record) for record in records)
    lines = text.split("\n")
    file = read_text("e", text)
    told = [one for placed in file.records for one in problems(placed)]
    located = list(file.locate(told))
    assert len(located) == len(records)
    assert [lines[one.line - 1].lstrip("- ") for one in located] == ["status: far"] * len(records)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[{"date": "2022", "title": "T",\n "status": "far"}, {"date": "2022-13",\n "title": "Rally"}]',
            ["2 E203", "2 E206"],
        ),
        (
            "-\n  date: 2022\n  title: T\n  status: far\n-\n  title: R\n  date: 2022-13\n",
            ["4 E206", "7 E203"],
        ),
        (
            "  - date: 2022\n    title: T\n    status: far\n  - title: R\n    date: 2022-13\n",
            ["3 E206", "5 E203"],
        ),
        ("date: 2022\ntitle: T\n\nstatus: far\n", ["4 E206"]),
        ("- &a\n  date: 2022\n  title: T\n  status: far\n- <<: *a\n  title: Rally\n", ["4 E206", "5 E206"]),
        ("- date: 2022\r\n  title: T\r\n  status: far\r\n", ["3 E206"]),
        ("[{date: 2022, title: R}, {date: 2022,\n title: T,\n status: far}]", ["3 E206"]),
        ("x: 1\nevents: [{date: 2022, title: T,\n  status: far}]\ny: 2\n", ["3 E206"]),
        ("- &d text\n- date: 2022-13\n  title: T\n", ["1 E102", "2 E203"]),
    ],
)
def test_lines_in_every_style(text: str, told: list[str]) -> None:
    assert codes(text) == told


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]", "---\n...\n"])
def test_an_empty_collection_has_nothing_wrong(text: str) -> None:
    assert codes(text) == []
    assert placed(text) == ()


def test_a_record_whose_own_lines_hold_none_has_the_line_of_the_record() -> None:
    told = codes("- id: a\n  date: 2022\n itle: x\n- - b\n- id: b\n  date: 2022-13\n  title: x\n")
    assert "6 E203" in told


@given(
    st.sampled_from(("", "events:\n", "a: 1\nevents:\n  - date: 2022\n", "- date: 2022\n  title: ")),
    st.text(" \n-:#ab[]{},&*!|>'\"~?", max_size=40),
)
def test_garbage_is_told_on_lines_that_there_are(head: str, text: str) -> None:
    file = read_text("e", head + text)
    told = [*file.findings, *file.locate([one for placed in file.records for one in problems(placed)])]
    assert all(1 <= one.line <= (head + text).count("\n") + 1 for one in told)


def test_a_long_row_of_blanks_is_looked_at_once() -> None:
    # Looked at again from each blank, this takes minutes.
    blanks = " " * 200_000
    assert codes(f"- date: 2022\n  title: a{blanks}\n  place: ~\n  kind: b{blanks}#c\n") == [
        "3 W417",
        "4 W418",
    ]
