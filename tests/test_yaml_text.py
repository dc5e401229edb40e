"""Reading records out of YAML text: every scalar is text, limits hold, and mistakes name their line."""

from contextlib import suppress
from functools import reduce
from pathlib import Path

import pytest
import yaml
from counting import steps
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml_strategies import Sheet, records, sheets, texts

from timeline import yaml_events
from timeline.errors import InvalidData, InvalidYaml
from timeline.record import Record
from timeline.yaml_mistakes import _MISTAKES
from timeline.yaml_outline import outline
from timeline.yaml_places import item_span
from timeline.yaml_text import parse_records
from timeline.yaml_write import Style, format_record, in_brackets, scalar

SHARED = Path(__file__).resolve().parents[1] / "../shared/events"

styles = st.builds(
    Style,
    dash=st.sampled_from((0, 2)),
    gap=st.sampled_from((2, 4)),
    step=st.sampled_from((2, 4)),
    hang=st.sampled_from((0, 2, 4)),
    newline=st.sampled_from(("\n", "\r\n")),
    bracketed=st.booleans(),
    inline=st.booleans(),
    quoted=st.booleans(),
)


@given(sheets())
def test_every_style_says_the_same(sheet: Sheet) -> None:
    parsed = parse_records(sheet.text)
    assert tuple(one.record for one in parsed) == sheet.records
    places = outline(sheet.text.removeprefix("\ufeff"))
    assert [places.line(at) for at in range(len(parsed))] == [one.line for one in parsed]


@given(st.lists(records, max_size=3), styles)
def test_parsing_undoes_formatting(found: list[Record], style: Style) -> None:
    text = "".join(format_record(record, style) for record in found)
    assert [one.record for one in parse_records(text)] == found
    if '"<<"' not in text:  # PyYAML merges on a quoted key, too
        assert (yaml.load(text, yaml.BaseLoader) or []) == found


@settings(max_examples=20)
@given(sheets(most=2))
def test_where_libyaml_is_not_installed_the_same_is_read(sheet: Sheet) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_events, "_parser", yaml_events._PythonParser)
        assert tuple(one.record for one in parse_records(sheet.text)) == sheet.records


@given(records, styles)
def test_a_record_on_its_own_reads_back(record: Record, style: Style) -> None:
    assert [one.record for one in parse_records(format_record(record, style, listed=False))] == [record]


@given(texts)
def test_no_other_reader_takes_a_text_for_something_else(text: str) -> None:
    assert yaml.safe_load(f"- {scalar(text)}\n") == [text]
    assert yaml.safe_load(f"[{in_brackets(text)}]\n") == [text]


@given(
    st.sampled_from(("", "", "events:\n", "a: 1\nevents: ", "{events: ", "events:\n- a: b\n")),
    st.text(" \n-:#ab[]{},&*!|>'\"%@\t\x00\ufeff\u2028?<~", max_size=40),
)
def test_garbage_is_read_or_refused_in_words(head: str, text: str) -> None:
    read_or_refuse(head + text)


def read_or_refuse(text: str) -> None:
    wrong: list[InvalidYaml] = []
    with suppress(InvalidYaml):
        parse_records(text, wrong)
    try:
        parsed = parse_records(text)
    except InvalidYaml as error:
        wrong.append(error)
    else:
        assert len(outline(text.removeprefix("\ufeff")).records) == len(parsed)
    assert all(1 <= error.line <= text.count("\n") + 1 for error in wrong)


def unmarked(text: str) -> str:
    """A case of the YAML test suite without the marks that make its blanks visible."""
    marks = (("␣", " "), ("»", "\t"), ("—", ""), ("↵", "\n"), ("∎\n", ""), ("⇔", "\ufeff"))
    return reduce(lambda found, mark: found.replace(*mark), marks, text)


@pytest.fixture(params=["the parser of libyaml", "PyYAML's own parser"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "PyYAML's own parser":
        monkeypatch.setattr(yaml_events, "_parser", yaml_events._PythonParser)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
def test_a_country_stays_a_country(loader: type[yaml.SafeLoader]) -> None:
    record: Record = {"date": "2022-03-21", "title": "0750", "actors": ["NO", "Japan"]}
    text = format_record(record)
    assert text == '- date: 2022-03-21\n  title: "0750"\n  actors: ["NO", Japan]\n'
    assert yaml.load(text, loader)[0]["actors"] == ["NO", "Japan"]


@pytest.mark.parametrize(
    ("text", "line", "code", "message"),
    [
        (
            "- a: 1\n  b: !!python/object:os.system x\n",
            2,
            "E103",
            'the YAML tag "!!python/object:os.system" is refused',
        ),
        ("- a: !x y\n", 1, "E103", 'the YAML tag "!x" is refused'),
        ("- a: 1\n  b: 2\n  a: 3\n", 3, "E104", '"a" stands twice here'),
        ("- a: 1\n---\n- b: 2\n", 2, "E105", "a second YAML document begins here"),
        ("- a: \0\n", 1, "E108", "a NUL byte cannot stand in YAML"),
        ("- a: 1\n- b: \x1b[2J\n", 2, "E108", 'the control character "\\x1b" cannot stand in YAML'),
        ("- a: 1\n- text\n", 2, "E102", "a collection is a list of records"),
        ("text\n", 1, "E102", "a collection is a list of records"),
        ("- [a: 1]\n", 1, "E102", "a collection is a list of records"),
        ("- ? [a]\n  : b\n", 1, "E102", "the name of a field must be text"),
        ("- a: *b\n", 1, "E106", '"*b" has no anchor'),
        ("- a: &b [*b]\n", 1, "E106", '"*b" stands inside of what it repeats'),
        ("- <<: text\n", 1, "E106", '"<<" merges mappings'),
        ("- a: b: c\n", 1, "E101", 'a second ": " in one value'),
        ("- a: 1\n\tb: 2\n", 2, "E101", "a tab indents this line"),
        ("- a: 'b\n\n", 1, "E101", "a quotation that does not end"),
        ("- a: 1\nb: 2\n", 2, "E101", 'a line outside of any record where "- " is expected'),
        ("- a: \u2028\n- b: @\n", 2, "E101", "a character that cannot begin a value"),
    ],
)
@pytest.mark.usefixtures("_parser")
def test_a_mistake_is_told_with_its_line(text: str, line: int, code: str, message: str) -> None:
    with pytest.raises(InvalidYaml) as caught:
        parse_records(text)
    assert message in caught.value.message
    assert (caught.value.line, caught.value.code) == (line, code)


# Where the parser stops, and which words of ours say why. The parsers agree in where, never in their own words.
NOT_YAML = [
    ("- a: 'b\n\n", 1, "a quotation that does not end"),
    ("- a: 1\n  'b\n  c: 2\n", 2, "a quotation that does not end"),
    ('- a: "x\n---\n', 1, "a quotation that does not end"),
    ('- a: "\\q"', 1, "a backslash that escapes nothing"),
    ('- a: "\\u12 x"', 1, "a backslash that escapes nothing"),
    ('- a: "b\n    \\xZ"\n', 2, "a backslash that escapes nothing"),
    ("- a: *\n", 1, 'a "&" or "*" that begins no anchor or alias'),
    ("- a: &b! c\n", 1, 'a "&" or "*" that begins no anchor or alias'),
    ("- a: !x!y z\n", 1, "a YAML tag, which a collection cannot have"),
    ("- a: !<x z\n", 1, "a YAML tag, which a collection cannot have"),
    ("- a: [b\n- c\n", 1, "a bracket that does not close"),
    ("- a: 1\n  b: {\n", 2, "a bracket that does not close"),
    ("- a: [b, c\n  d: e\n", 2, "a list in brackets that goes wrong here"),
    ("{a: b: c}", 1, "a list in brackets that goes wrong here"),
    ("- a: 1\n\tb: 2\n", 2, "a tab indents this line"),
    ("-\ta: 1\n", 1, "a tab indents this line"),
    ("- a: |\n\tb\n", 2, "a tab indents this line"),
    ("%YAML 1.1\n- a: 1\n", 2, 'a directive that YAML does not have, or that no "---" follows'),
    ("%YAML 3.0\n---\n- a: 1\n", 1, 'a directive that YAML does not have, or that no "---" follows'),
    ("- a: >5 killed\n", 1, "a character that cannot begin a value"),
    ("- a: %x\n", 1, "a character that cannot begin a value"),
    ("- a: `x\n", 1, "a character that cannot begin a value"),
    ("- a: ]\n", 1, "a character that cannot begin a value"),
    ("- a: b: c\n", 1, 'a second ": " in one value, or a line indented too far'),
    ("- a: 1\n   b: 2\n", 2, 'a second ": " in one value, or a line indented too far'),
    ("- a: - b\n", 1, 'a "-" that begins no record here'),
    ("- a: [- b]\n", 1, 'a "-" that begins no record here'),
    ("- a: 1\n  b\n  c: 2\n", 2, 'a line that is no "field: value"'),
    ('- a: 1\n  "b: c"\n\n  d: 2\n', 2, 'a line that is no "field: value"'),
    ("- a: 1\n  : b\n", 2, 'a line that is no "field: value"'),
    ('- a: 1\n  b: "c" d\n', 2, "words after a value that has ended"),
    ("- a: 'it's'\n", 1, "words after a value that has ended"),
    ("- a: [b] c\n", 1, "words after a value that has ended"),
    ("- a: 1\n b: 2\n", 2, 'a line outside of any record where "- " is expected'),
    ("a: 1\n- b\n", 2, "a line that does not fit the record above it"),
    ("  a: 1\nb: 2\n", 2, "a line that does not fit the record above it"),
]


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "line", "words"), NOT_YAML)
def test_what_is_no_yaml_is_told_in_words_of_ours(text: str, line: int, words: str) -> None:
    with pytest.raises(InvalidYaml) as caught:
        parse_records(text)
    assert (caught.value.line, caught.value.message) == (line, f"not YAML: {words}")


def test_all_words_for_what_is_no_yaml_are_met() -> None:
    assert {words for _, words, _, _ in _MISTAKES} == {words for *_, words in NOT_YAML}


@pytest.mark.parametrize(
    "text",
    [
        *("", "\n", "# only\n", "---\n", "[]", "\ufeff", "---\n...\n", "# a\r\n", "~\n", "---\n---\n# a\n"),
        *(
            "events:\n",
            "events: []\n",
            "events: null\n",
            "x: 1\nevents: ~\ny: [2]\n",
            "{events: }",
            "events: ''",
            "a: &a ~\nevents: *a",
        ),
    ],
)
def test_a_text_without_records_is_an_empty_collection(text: str) -> None:
    assert parse_records(text) == ()


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("events:\n- a: 1\n- b: 2\n", [({"a": "1"}, 2), ({"b": "2"}, 3)]),
        ("title: x\nevents:\n  - a: 1\nmore: [events: 1]\n", [({"a": "1"}, 3)]),
        ("{x: {events: [1]}, events: [{a: 1}]}", [({"a": "1"}, 1)]),
        ("base: &b {p: q}\nevents:\n- <<: *b\n  a: 1\n", [({"a": "1", "p": "q"}, 3)]),
        ('"events":\n- events: [c]\n', [({"events": ["c"]}, 2)]),
        # With a date, and no list, the mapping is one record, and the field is its own.
        ("date: 2022\nevents: many\n", [({"date": "2022", "events": "many"}, 1)]),
        ("date: 2022\nevents:\n", [({"date": "2022", "events": ""}, 1)]),
    ],
)
def test_the_list_may_stand_under_events(text: str, records: list[tuple[Record, int]]) -> None:
    assert list(parse_records(text)) == records
    places = outline(text)
    assert [places.line(at) for at in range(len(records))] == [line for _, line in records]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("title: x\nevents: {}\n", 2, 'under "events:" stands no list of records'),
        ("# events: x\ntitle: x\nevents: none\n", 3, 'under "events:" stands no list of records'),
        ("x: &x [{a: 1}]\nevents: *x\n", 2, 'under "events:" stands no list of records'),
        ("events:\n- text\n", 2, "a collection is a list of records"),
        ("events:\n- a: 1\n  a: 2\n", 3, '"a" stands twice here'),
        ("events: []\nx: 1\nevents: []\n", 3, '"events" stands twice here'),
    ],
)
def test_what_is_wrong_under_events_is_told(text: str, line: int, message: str) -> None:
    with pytest.raises(InvalidYaml, match=message) as caught:
        parse_records(text)
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("written", "read"),
    [
        *((word, "") for word in ("null", "Null", "NULL", "~", "", "&a null", "*n")),
        *((word, word) for word in ("nULL", "none", "nil", "-0", "0750", "no", "null null", "~x")),
        *((f"'{word}'", word) for word in ("null", "~")),
        *((f'"{word}"', word) for word in ("Null", "NULL", "~")),
        ("!!str null", "null"),
        ("|-\n    null", "null"),
    ],
)
def test_only_a_plain_null_is_absent(written: str, read: str) -> None:
    assert parse_records(f"- n: &n ~\n  a: {written}\n")[0].record == {"n": "", "a": read}
    if written and "\n" not in written:
        assert parse_records(f"- n: &n ~\n  a: [{written}, b]\n")[0].record == {"n": "", "a": [read, "b"]}


@pytest.mark.parametrize("end", ["---\n", "...\n", "...\n---\n", "--- # no more\n...\n---\n", "---\n~\n"])
def test_a_second_document_of_nothing_is_passed_over(end: str) -> None:
    assert parse_records("- a: 1\n" + end) == (({"a": "1"}, 1),)
    with pytest.raises(InvalidYaml, match="a second YAML document"):
        parse_records("- a: 1\n" + end + "---\n- b: 2\n")


def test_reading_past_mistakes_collects_them() -> None:
    wrong: list[InvalidYaml] = []
    parsed = parse_records("- a: 1\n  a: 2\n- text\n- b: !x 1\n- [c]\n", wrong)
    assert [one.record for one in parsed] == [{"a": "2"}, {"b": "1"}]
    assert [(one.line, one.code) for one in wrong] == [(2, "E104"), (3, "E102"), (4, "E103"), (5, "E102")]


@pytest.mark.parametrize("mark", ["\r", "\x85", "\u2028", "\u2029"])
def test_lines_that_only_yaml_ends_have_an_outline(mark: str) -> None:
    text = f"- a: 1{mark}- b: 2\n"
    assert [one.record for one in parse_records(text)] == [{"a": "1"}, {"b": "2"}]
    places = outline(text)
    assert places.root is not None
    assert item_span(text, places.root, 1) == (7, 14)


def test_a_text_that_keeps_its_blank_lines_ends_before_the_next_item() -> None:
    text = "  - a: |+\n      x\n\n  - b: y\n"
    places = outline(text)
    assert places.root is not None
    assert [item_span(text, places.root, at) for at in (0, 1)] == [(0, 19), (19, 28)]


@pytest.mark.parametrize("first", ["? a", "a:", "a: # why", "? a\n    :"])
def test_a_field_without_a_value_ends_before_the_next_item(first: str) -> None:
    text = f"  - {first}\n\n  - b: y\n"
    places = outline(text)
    assert places.root is not None
    end = len(f"  - {first}\n")
    assert [item_span(text, places.root, at) for at in (0, 1)] == [(0, end), (end + 1, len(text))]


def test_merges_give_what_a_record_does_not_say() -> None:
    text = "- &a {x: 1, y: 2}\n- &b {y: 3, z: 4}\n- <<: [*a, *b]\n  x: 5\n- '<<': text\n"
    assert [one.record for one in parse_records(text)][2:] == [{"x": "5", "y": "2", "z": "4"}, {"<<": "text"}]


def test_an_alias_bomb_costs_no_more_the_bigger_it_is() -> None:
    def refuse(size: int) -> None:
        levels = [f"  x{at}: &x{at} [{', '.join([f'*x{at - 1}'] * 9)}]\n" for at in range(1, size)]
        with pytest.raises(InvalidYaml, match="aliases expand beyond"):
            parse_records("- x0: &x0 lol\n" + "".join(levels))

    assert steps(lambda: refuse(80)) < 1.1 * steps(lambda: refuse(8))


def test_aliases_may_stand_for_ten_thousand_nodes_a_record() -> None:
    parse_records("- a: &a x\n  b: [" + "*a, " * 10_000 + "]\n")
    with pytest.raises(InvalidYaml, match="aliases expand beyond"):
        parse_records("- a: &a x\n  b: [" + "*a, " * 10_001 + "]\n")


def test_a_common_source_may_be_repeated_all_through_a_file() -> None:
    text = "- a: &a {title: x, url: y}\n" + "- s: [*a]\n" * 5_000
    assert parse_records(text)[-1].record == {"s": [{"title": "x", "url": "y"}]}


NESTED = [("[", "]"), ("{a: ", "}"), ("- ", "x"), ("[{a: ", "}]"), ("{a: [", "]}")]


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("opened", [opened for opened, _ in NESTED])
@pytest.mark.parametrize("times", [101, 300, 998, 1_001, 5_000])
def test_deep_nesting_is_refused(opened: str, times: int, closed: bool) -> None:
    # Parsers have limits and words of their own for it, which users never meet.
    end = dict(NESTED)[opened] * times if closed else ""
    for text in (f"- b: c\n  a:\n    {opened * times}{end}", f"b: c\na:\n  {opened * times}{end}\n"):
        with pytest.raises(InvalidYaml, match="nested deeper than 100") as caught:
            parse_records(text)
        assert (caught.value.code, caught.value.line) == ("E107", 3)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("times", [101, 1_500])
def test_deep_indentation_is_refused(times: int) -> None:
    with pytest.raises(InvalidYaml, match="nested deeper than 100") as caught:
        parse_records("".join(f"{' ' * at}a:\n" for at in range(times)))
    assert (caught.value.code, caught.value.line) == ("E107", 101)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("opened", "closed"), NESTED)
def test_a_hundred_levels_are_read(opened: str, closed: str) -> None:
    times = 98 // len([sign for sign in opened if sign in "[{-"])
    assert parse_records(f"- a:\n    {opened * times}{closed if closed == 'x' else closed * times}\n")


def test_a_mistake_in_deep_brackets_is_still_that_mistake() -> None:
    with pytest.raises(InvalidYaml) as caught:
        parse_records("- a: " + "[" * 90 + "@")
    assert caught.value.code == "E101"


def test_aliases_cannot_nest_deeper_either() -> None:
    lines = ["- x0: &x0 [y]\n", *(f"  x{at}: &x{at} [*x{at - 1}]\n" for at in range(1, 200))]
    with pytest.raises(InvalidYaml, match="nested deeper than 100"):
        parse_records("".join(lines))


def test_a_value_too_deep_for_a_file_is_not_written() -> None:
    value: Record = {}
    for _ in range(2_000):
        value = {"a": value}
    with pytest.raises(InvalidData, match="nested deeper"):
        format_record(value)


def test_half_a_character_is_not_written() -> None:
    with pytest.raises(InvalidData, match="half a character"):
        format_record({"title": "a\udcff"})
    with pytest.raises(InvalidYaml, match="is half a character, which YAML cannot hold"):
        parse_records("- a: \udcff\n")


def test_a_line_of_ten_megabytes_is_one_value() -> None:
    text = "x" * 10_000_000
    assert parse_records(f"- a: {text}\n")[0].record == {"a": text}


@pytest.mark.parametrize("ending", ["", "\n"])
def test_a_missing_final_newline_changes_nothing(ending: str) -> None:
    assert parse_records("- a: |\n    text" + ending)[0].record == {"a": "text\n"}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared event files are not beside this folder")
def test_every_case_of_the_yaml_test_suite_is_read_or_refused() -> None:
    files = sorted(path for path in (SHARED / "yaml").rglob("*") if path.is_file())
    for path in files:
        text = path.read_bytes().decode(errors="replace")
        cases = [text]
        with suppress(yaml.YAMLError, TypeError):
            cases += [unmarked(case["yaml"]) for case in yaml.load(text, yaml.CBaseLoader) if "yaml" in case]
        for case in cases:
            read_or_refuse(case)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared event files are not beside this folder")
def test_every_naughty_string_reads_back() -> None:
    strings = [
        line
        for path in sorted((SHARED / "naughty").rglob("*"))
        if path.is_file()
        for line in path.read_bytes().decode(errors="replace").split("\n")
    ]
    for text in filter(None, strings):
        record: Record = {
            "title": text,
            "summary": f"{text} " * 9 + "x",
            "actors": [text],
            text: [{"quote": text}],
        }
        for style in (Style(), Style(bracketed=False, newline="\r\n"), Style(inline=True)):
            assert parse_records(format_record(record, style))[0].record == record
