"""Writing records: what stands plain, where long texts are broken, and that what is remembered changes neither."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from yaml_strategies import texts

from timeline.errors import CONTROL_CHARACTERS
from timeline.record import RECORD_FIELDS
from timeline.yaml_write import Style, double_quoted, field_line, field_lines, in_brackets, plain, scalar

# The rules as expressions: what begins like an indicator or holds one, and what another tool takes for a number.
INDICATOR = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=~ ]|\.\.\.|.*(:$|: | #| $)")
IN_BRACKETS = re.compile(r".*[\[\]{},:#?]")
NUMBERLIKE = re.compile(r"[-+.\d][-+.\d_:,xobeTZza-fA-F \t]*|[-+]?\.(inf|nan)", re.IGNORECASE)
WORDS = ("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "~", "<<", "=")
DATES = ("date", "event_date", "retrieved", "lat", "lon")

names = st.sampled_from((*RECORD_FIELDS, "event_date", "retrieved", "imported"))
signs = st.text("-+.0123456789:#xeZ ~<=noﬀ٣a", max_size=6)
words = st.lists(st.sampled_from(("a", "word", "of", "", "twenty-four letters long", "x" * 60)), max_size=40)


def expected(text: str, name: str = "") -> bool:
    """Whether the rules let a text stand plain."""
    if not text or text.casefold() in WORDS or re.search(f"[{CONTROL_CHARACTERS}]", text):
        return False
    if name in DATES and re.fullmatch(r"-\d[^ #]*", text):
        return True
    return not INDICATOR.match(text) and (name in DATES or not NUMBERLIKE.fullmatch(text))


@given(texts | signs, names)
@example("oﬀ", "place")
@example("-5:", "lat")
@example("...", "date")
def test_a_text_stands_plain_where_the_rules_let_it(text: str, name: str) -> None:
    assert scalar(text, name) == (text if expected(text, name) else double_quoted(text))
    inside = expected(text) and not IN_BRACKETS.match(text)
    assert plain(text, brackets=True) == inside
    assert in_brackets([text]) == f"[{text if inside else double_quoted(text)}]"


@given(words.map(" ".join))
def test_a_long_text_is_broken_at_single_spaces_into_lines_as_full_as_can_be(text: str) -> None:
    written = field_line("summary", text, Style(), 2)
    if not written.startswith("  summary: >-\n"):
        assert written == f"  summary: {scalar(text)}\n"
        return
    lines, line = [], ""
    for word in re.split(r"(?<! ) (?! )", text):
        if line and len(line) + 1 + len(word) > 94:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    assert written.splitlines()[1:] == [f"    {one}" for one in [*lines, line]]


@given(st.dictionaries(names, texts, max_size=6), st.sampled_from((30, 60, 100, 200)))
def test_the_fields_of_a_mapping_are_the_lines_of_each(fields: dict[str, str], width: int) -> None:
    style = Style(width=width)
    order = [name for name in (*RECORD_FIELDS, *fields) if name in fields]
    lines = [field_line(name, fields[name], style, 2) for name in dict.fromkeys(order)]
    assert field_lines(fields, style, 2) == ("".join(lines) or "  {}\n")
