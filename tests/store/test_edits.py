"""A record edited, in the many ways in which it may be written: what stays keeps its text, what comes looks at home."""

from pathlib import Path

import pytest

from timeline.errors import InvalidData, Refused
from timeline.record import Record, Value
from timeline.store.change import Change
from timeline.store.read import read_records
from timeline.store.write import rewrite


def edited(path: Path, text: str, *records: Record) -> str:
    """What becomes of a text whose first records become others."""
    path.write_text(text)
    rewrite(path, lambda _: Change(edited=dict(enumerate(records))))
    return path.read_text()


@pytest.mark.parametrize(
    ("old", "record", "new"),
    [
        ("- {title: x}\n", {"date": "2022", "title": "x"}, "- {date: 2022, title: x}\n"),
        (
            "- {title: x, kind: k}\n",
            {"title": "x", "place": "Oslo", "kind": "k"},
            "- {title: x, place: Oslo, kind: k}\n",
        ),
        (
            '[{"title": "x"}]\n',
            {"title": "x", "tags": ["a", "NO"]},
            '[{"title": "x", "tags": ["a", "NO"]}]\n',
        ),
        (
            "- title: x\n  place: y\n",
            {"id": "a", "title": "x", "place": "y"},
            "- id: a\n  title: x\n  place: y\n",
        ),
        ("-\n  # why\n  title: x\n", {"id": "a", "title": "x"}, "-\n  # why\n  id: a\n  title: x\n"),
        ("- title: x", {"title": "x", "place": "Oslo"}, "- title: x\n  place: Oslo"),
        (
            "- title: x\n  more:\n    a: 1  # one\n    b: 2\n",
            {"title": "x", "more": {"a": "1", "b": "3", "c": "4"}},
            '- title: x\n  more:\n    a: 1  # one\n    b: "3"\n    c: "4"\n',
        ),
        (
            "- title: x\n  more: {a: 1, b: 2}\n",
            {"title": "x", "more": {"b": "2"}},
            "- title: x\n  more: {b: 2}\n",
        ),
        (
            "- title: x\n  tags:\n  - b  # kept\n",
            {"title": "x", "tags": ["a", "b"]},
            "- title: x\n  tags:\n  - a\n  - b  # kept\n",
        ),
        (
            "- title: x\n  tags: [b, c]  # kept\n",
            {"title": "x", "tags": ["a", "b", "c", "d"]},
            "- title: x\n  tags: [a, b, c, d]  # kept\n",
        ),
        (
            "- title: x\n  tags:\n    - b",
            {"title": "x", "tags": ["b", "c"]},
            "- title: x\n  tags:\n    - b\n    - c",
        ),
        (
            "- title: x\n  tags:\n    - a\n    # of b\n    - b\n    - c\n",
            {"title": "x", "tags": ["a", "c"]},
            "- title: x\n  tags:\n    - a\n    # of b\n    - c\n",
        ),
        (
            "- title: x\n  tags: [a, # first\n    b]\n",
            {"title": "x", "tags": ["a"]},
            "- title: x\n  tags: [a # first\n    ]\n",
        ),
        ("- title: x\n  tags: [a, b]\n", {"title": "x", "tags": ["c"]}, "- title: x\n  tags: [c]\n"),
        ("- title: x\n  tags: []\n", {"title": "x", "tags": ["c"]}, "- title: x\n  tags: [c]\n"),
        ("- title: x\n  tags:\n", {"title": "x", "tags": ["c"]}, "- title: x\n  tags: [c]\n"),
        (
            "- title: x\n  summary: |\n    one\n    two\n  kind: k\n",
            {"title": "x", "summary": "three\nfour\n", "kind": "k"},
            "- title: x\n  summary: |\n    three\n    four\n  kind: k\n",
        ),
        (
            "- title: x\n  summary: >-\n    one\n    two\n  kind: k\n",
            {"title": "x", "summary": "short", "kind": "k"},
            "- title: x\n  summary: short\n  kind: k\n",
        ),
        (
            "- title: 'it''s'\n  kind: \"k\"\n",
            {"title": "it's so", "kind": "a\nb"},
            "- title: 'it''s so'\n  kind: \"a\\nb\"\n",
        ),
        ("- title: x # why\n", {"title": "y: z"}, '- title: "y: z" # why\n'),
        ("- title: # why\n    x\n", {"title": "y"}, '- title: # why\n    "y"\n'),
        (
            "- title: x\n  pairs:\n    - [a, b]\n    - [c]\n",
            {"title": "x", "pairs": [["a", "d"], ["c"]]},
            "- title: x\n  pairs:\n    - [a, d]\n    - [c]\n",
        ),
        (
            "- title: x\n  sources:\n    - title: S\n      url: u  # kept\n",
            {"title": "x", "sources": [{"title": "S", "url": "u", "quote": "q: r"}]},
            '- title: x\n  sources:\n    - title: S\n      url: u  # kept\n      quote: "q: r"\n',
        ),
        (
            "- title: x\n  sources: [{title: S}]\n",
            {"title": "x", "sources": [{"title": "S", "date": "2022"}]},
            "- title: x\n  sources: [{title: S, date: 2022}]\n",
        ),
        (
            "- title: x\n  sources:\n    - title: S\n",
            {"title": "x", "sources": [{"title": "S"}, {"url": "u"}]},
            "- title: x\n  sources:\n    - title: S\n    - url: u\n",
        ),
        (
            "- title: x\n  tags:\n    - |\n      text\n",
            {"title": "x", "tags": ["other"]},
            "- title: x\n  tags:\n    - other\n",
        ),
        ("- title: x\n  kind: k\n", {"kind": "k"}, "- kind: k\n"),
        ("- title: x # of it\n  kind: k\n", {"kind": "k"}, "-  # of it\n  kind: k\n"),
        ("? title\n: x\n", {"title": "y"}, '? title\n: "y"\n'),
        ("title: x\n", {"title": "x", "kind": "k"}, "title: x\nkind: k\n"),
        ("- ? title\n  : x\n", {"title": "y", "kind": "k"}, '- ? title\n  : "y"\n  kind: k\n'),
        ("- id: a\n  ? note\n  : x\n  kind: k\n", {"id": "a", "kind": "k"}, "- id: a\n  kind: k\n"),
        ("- ? note\n  : x\n  id: a\n", {"id": "a"}, "- id: a\n"),
        ("- id: a\n  # why?\n  note: x\n", {"id": "a"}, "- id: a\n  # why?\n"),
        ("- id: a\n  ? # why: so\n    note\n  : x\n", {"id": "a"}, "- id: a\n"),
        (
            "- id: a\n  ? note # a: b\n  : x\n",
            {"id": "a", "note": "y z"},
            "- id: a\n  ? note # a: b\n  : y z\n",
        ),
        ("- ? note\n\n# end\n", {"note": "z"}, "- ? note\n  : z\n\n# end\n"),
        (
            "- title: x\n  sources:\n    - https://x/1\n    - TASS  # kept\n",
            {"title": "x", "sources": [{"url": "https://x/1", "quote": "q"}, "TASS"]},
            "- title: x\n  sources:\n    - url: https://x/1\n      quote: q\n    - TASS  # kept\n",
        ),
        (
            "- title: x\n  sources:\n    # of x\n    - https://x/1  # kept\n    - TASS  # kept\n",
            {"title": "x", "sources": [{"url": "https://x/1", "quote": "q"}, "TASS"]},
            '- title: x\n  sources:\n    # of x\n    - {url: "https://x/1", quote: q}  # kept\n    - TASS  # kept\n',
        ),
        (
            "- title: x\n  sources: [https://x/1, TASS]  # kept\n",
            {"title": "x", "sources": [{"url": "https://x/1", "quote": "q"}, "TASS"]},
            '- title: x\n  sources: [{url: "https://x/1", quote: q}, TASS]  # kept\n',
        ),
        (
            "- title: x\n  sources: https://x/1\n",
            {"title": "x", "sources": ["https://x/1", {"title": "T"}]},
            "- title: x\n  sources:\n    - https://x/1\n    - title: T\n",
        ),
        (
            f"- ? note {'# ' * 99}\n  id: a\n",
            {"note": "z", "id": "a"},
            f"- ? note {'# ' * 99}\n  : z\n  id: a\n",
        ),
        ("- id: a\n  ? note", {"id": "a", "note": "z"}, "- id: a\n  ? note\n  : z"),
        ("- {? note : x, id: a}\n", {"id": "a"}, "- {id: a}\n"),
        ("- {id: a, ? note : x}\n", {"id": "a", "note": "z"}, "- {id: a, ? note : z}\n"),
        ("- {id: a, ? note}\n", {"id": "a", "note": "z"}, "- {id: a, ? note: z}\n"),
        (
            f"- id: a\n  ? {'n' * 130}\n  : x\n",
            {"date": "2022", "id": "a", "n" * 130: ["p", "q"]},
            f"- id: a\n  date: 2022\n  ? {'n' * 130}\n  : [p, q]\n",
        ),
    ],
)
def test_an_edit_touches_what_it_must(tmp_path: Path, old: str, record: Record, new: str) -> None:
    path = tmp_path / "events.yaml"
    assert edited(path, old, record) == new
    assert read_records([path]) == (record,)


@pytest.mark.parametrize(
    ("old", "record"),
    [
        ("- {a: x}\n", {"b": "y"}),
        ("- title: x\n", {}),
        ("- [a]\n- {title: x}\n", {"title": "y"}),
    ],
)
def test_what_cannot_be_edited_in_place_is_refused(tmp_path: Path, old: str, record: Record) -> None:
    path = tmp_path / "events.yaml"
    with pytest.raises((Refused, InvalidData)):
        edited(path, old, record)
    assert path.read_text() == old


def test_an_alias_is_not_edited_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    with pytest.raises(Refused, match="without touching other records"):
        edited(path, "- &a {title: x}\n- *a\n", {"title": "x"}, {"title": "y"})


def test_a_very_long_list_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    many: list[Value] = [f"t{at}" for at in range(600)]
    edited(
        path, f"- title: x\n  tags: [{', '.join(map(str, many))}]  # many\n", {"title": "x", "tags": many[1:]}
    )
    assert read_records([path]) == ({"title": "x", "tags": many[1:]},)
