"""Records read without the parser are those that the parser reads, in the same places; benchmarks/plain.py damages them."""

import pytest

from timeline import yaml_tracing
from timeline.record import ParsedRecord
from timeline.yaml_outline import outline
from timeline.yaml_places import Node, Outline
from timeline.yaml_plain import plain_records
from timeline.yaml_tracing import traced
from timeline.yaml_walk import walked


def never(_text: str) -> None:
    return None


PLAIN = (
    "- id: a\n  date: 2022\n",
    "# above\n\n- id: a # no\n",
    "- title: it's 5:30, see https://x.example/a#b\n  url: x#y\n",
    '- title: "a \\"b\\" \\\\ c"\n  place: \'it\'\'s\'\n  kind: ""\n',
    "- actors: [A b, \"C, d\", 'E', null]\n  tags: []\n  related: [ a,b ]\n",
    "- sources:\n    - title: x\n      date:\n    - y\n  place: ~\n",
    "- sources:\n  - title: x\n    at: p. 3\n  - y\n  # within\n  tags:\n  - a\n",
    "- codes:\n    cameo: '04'\n    plover: x\n  after:\n  title: -5\n",
    "- summary: >-\n    one\n    two\n\n  title: |\n    # three\n    four\n- summary: >\n    five\n",
    "- sources:\n    - quote: |-\n        a\n        b\n      at: x\n  codes:\n    a: >-\n      b\n",
    "- id: a\r\n  date: 2022\r\n\r\n- id: b\r\n",
    "- id: a\n  date: 2022\n\n# between\n- id: b\n  title: Überall – 日本\n",
    "- id: a\n  title: no end of line",
)
ODD = (
    "",
    "# nothing\n",
    "id: a\n",
    "events:\n- id: a\n",
    "  - id: a\n",
    "- \n",
    "- # a\n  id: b\n",
    "- a\n",
    "- id: a\n  id: b\n",
    "- id: &x a\n",
    "- id: *x\n",
    "- id: !!str a\n",
    "- id: a\n  title: b\n   c\n",
    "- id: a\n  title: b: c\n",
    "- id: a\n  title:\n    b\n",
    "- id: a\n  place: {x: y}\n",
    "- id: a\n  title: 'b\n    c'\n",
    '- title: "a\\n"\n',
    "- summary: >-\n    a\n     b\n",
    "- summary: >-\n    a\n\n    b\n",
    "- summary: >-\n    a\n      # no comment\n",
    "- summary: |+\n    a\n",
    "- id: a\n\tdate: 2022\n",
    "- id: a\r\r\n",
    "- id: a\r- id: b\n",
    "- title: a\x85b\n",
    "- title: a\u2028b\n",
    "- ? a\n  : b\n",
    "---\n- id: a\n",
    "- id: a\n...\n",
    "- id: a\n--- \n",
    "- sources:\n    - supports:\n      - date\n",
)


@pytest.mark.parametrize("text", PLAIN)
def test_what_people_write_needs_no_parser(text: str) -> None:
    read_alone = plain_records(text.replace(" # no", ""), never)
    assert read_alone is not None
    assert read_alone == walked(text)


def places(whole: Outline) -> object:
    return whole.listed, whole.keyed, whole.root and spans(whole.root), [spans(one) for one in whole.records]


def spans(node: Node) -> object:
    return node.kind, node.start, node.end, node.value, node.style, node.anchor, [*map(spans, node.children)]


@pytest.mark.parametrize("limit", [None, 1, 2])
@pytest.mark.parametrize("text", PLAIN)
def test_its_outline_is_that_of_the_parser(text: str, limit: int | None) -> None:
    assert places(outline(text, limit=limit)) == places(traced(text, limit=limit))


def test_only_a_record_that_is_written_otherwise_is_outlined_by_the_parser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "# a\n- id: a\n- id: b\n  title: one\n    two # R&D\n  tags: [{x: y}]\n# c\n- id: c\n"
    meant = places(traced(text))
    pieces: list[str] = []

    def noting(piece: str) -> Outline:
        pieces.append(piece)
        return traced(piece)

    monkeypatch.setattr(yaml_tracing, "traced", noting)
    assert places(outline(text)) == meant
    assert pieces == ["- id: b\n  title: one\n    two # R&D\n  tags: [{x: y}]\n# c\n"]


@pytest.mark.parametrize("text", ODD)
def test_what_is_written_otherwise_is_left_to_the_parser(text: str) -> None:
    assert plain_records(text, never) is None


def test_a_record_that_is_written_otherwise_goes_to_the_parser_alone() -> None:
    pieces: list[str] = []

    def parse(text: str) -> list[ParsedRecord]:
        pieces.append(text)
        return walked(text)

    text = "- id: a\n- id: b\n  title: one\n    two # R&D\n# c\n- id: c\n"
    assert plain_records(text, parse) == walked(text)
    assert pieces == ["- id: b\n  title: one\n    two # R&D\n# c\n"]


@pytest.mark.parametrize(
    "text", ["- id: &x a\n- id: *x\n", "- id: a\n  b: {c: *x}\n", "- id: a\n  b: {c: d}\n...\n"]
)
def test_what_may_lean_on_other_records_goes_to_the_parser_with_them(text: str) -> None:
    assert plain_records(text, walked) is None


def test_a_mistake_is_for_the_parser_to_tell() -> None:
    assert plain_records("- id: a\n- id: 'b\n- id: c\n", never) is None
