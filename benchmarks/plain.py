"""What is read without the parser of YAML, against what the parser reads: the same records on the same lines, or nothing.

So too where each piece of a record stands, as far as the text is read so; what is read back of a text that was changed; and the
events of a large file, whose records are found sound by one expression each, and whose fields are read later.

    python benchmarks/plain.py [--records 200000] [--seed 0]

Records in the usual shape, some of them twice, are damaged by letters, marks, lines and indentation, and read in both ways.
Where the quick way reads a text that the parser reads otherwise, or refuses, that is a failure, and its text is printed.
"""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from timeline.errors import InvalidYaml
from timeline.formats.json_values import json_text
from timeline.model import Event
from timeline.record import InvalidRecord, ParsedRecord, Value
from timeline.store.change import OpenFile
from timeline.store.files import FileState
from timeline.store.read import LineRecord
from timeline.store.rereading import read_back
from timeline.store.sifting import Unusual, events_of, exact_records
from timeline.yaml_outline import outline
from timeline.yaml_places import Node, Outline
from timeline.yaml_plain import plain_records
from timeline.yaml_tracing import traced
from timeline.yaml_walk import walked

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "events.yaml"
OTHERS = """\
- id: a
  date: 2022
  title: "a \\"b\\" c"
  actors: [A, "B, c", 'D', E f]
  sources:
  - title: x
    quote: >-
      one two
      three
    url: https://x.org/a#b?c=d:e
  - just text
  - >
        odd
  tags: []
  summary: |
    line one
    line two

  place: null
  codes:
    cameo: "04"
    plover: ~

- id: b # comment
  date: '2023'
  after:
    - a
    - c
  title: -5 and more
  related: [a]
  extra:
  more: {a: b}
- date: 1855-02~/1856
  date_as_written: "about 1855"
  title: 'It''s over'
  lat: -43.06
  lon: 145.5
  place_precision: city
  status: disputed
  tags: [a, "b c"]
  sources:
    - title: x
      date: 2023-02-10
      event_date: 1855-01
      supports: [date, title]
      quote: >-
        one two
        three
      retrieved: 2023
    - publisher: y
    - https://x.org/a
  before: [b]
  imported:
    file: a.csv
- title: Zürich, 会談
  date: 2020-02-28
  place: " Zürich "
  actors:
    - Japan
    - "Russia"
  kind: talks
  tags: []
"""
MARKS = (
    *("- ", "\n- ", ": ", ":", "\n", "\r\n", "\r", " ", "  ", "    ", "#", " #", "'", '"', "''", '\\"', "\\"),
    *("[", "]", "{", "}", ",", ", ", "&a ", "*a", "!", "!!str ", "|", ">", "|-", ">-", "|+", "|2", "? ", "?"),
    *(
        "-",
        "--",
        "---",
        "\n---\n",
        "\n...\n",
        "%",
        "@",
        "`",
        "~",
        "null",
        "<<",
        "<<: *a",
        "\t",
        "\x85",
        "\u2028",
    ),
    *(
        "\xa0",
        "\ufeff",
        "\x00",
        "\x7f",
        "é",
        "日本",
        "😀",
        "\ud800",
        "=",
        "a: b",
        "- a",
        "\n\n",
        "\n  ",
        "\n    ",
    ),
    *(
        "\n      ",
        "\n        ",
        "    # c\n",
        "  # c\n",
        "#c\n",
        "id: a\n",
        "  title:\n",
        "key: v\n",
        "  events:\n",
    ),
    *(
        "\n    more text\n",
        "    - - x\n",
        "      - y\n",
        "'x' y",
        "[a, b]",
        "[a: b]",
        "[?a]",
        "[-a]",
        "[a,]",
        "[[a]]",
    ),
    *("\u3000", "_: 1\n", "  1: x\n", "  a b: c\n", " \n", "     \n"),
)


def texts(number: int, seed: int) -> Iterator[str]:
    """Texts of so many records, damaged."""
    random = Random(seed)
    whole = "".join(path for path in (SHIPPED.read_text(encoding="utf-8"), "\n", OTHERS))
    head, *records = whole.split("\n- ")
    records = [f"- {one}\n" for one in records]
    while number > 0:
        some = random.choices(records, k=random.choice((1, 1, 1, 2, 2, 3, 5)))
        number -= len(some)
        text = "".join(some) if random.random() < 0.8 else f"{head}\n{''.join(some)}"
        for _ in range(random.choice((0, 1, 1, 1, 2, 2, 3, 4, 8))):
            text = damaged(text, random)
        way = random.random()
        yield text.replace("\n", "\r\n") if way < 0.1 else text.rstrip("\n") if way < 0.2 else text


def damaged(text: str, random: Random) -> str:
    """A text with a mark more, some letters less, or a line elsewhere or further in."""
    at, way = random.randrange(len(text) + 1), random.random()
    if way < 0.7:
        return text[:at] + random.choice(MARKS) + text[at + random.choice((0, 0, 0, 1, 2, 3)) :]
    if way < 0.8:
        return text[:at] + text[at + random.randrange(1, 4) :]
    lines = text.splitlines(keepends=True) or [""]
    line = lines.pop(random.randrange(len(lines)))
    if way < 0.9:
        line = " " * random.randrange(9) + line.lstrip(" ")
    lines.insert(random.randrange(len(lines) + 1), line)
    return "".join(lines)


def parsed(text: str) -> list[ParsedRecord] | None:
    """What the parser reads; None where it refuses."""
    try:
        return walked(text)
    except InvalidYaml:
        return None


def read_again(text: str, found: list[ParsedRecord], new: str) -> list[Mapping[str, Value]] | None:
    """The records of a new text, of which only what differs from the old one is read; None where it is refused."""
    state = FileState(device=0, inode=0, size=0, changed=0)
    try:
        return read_back(
            OpenFile(Path(), b"", state, "", text, [LineRecord(*one) for one in found], apart=True), new
        )
    except InvalidYaml:
        return None


def places(whole: Outline) -> object:
    """All that an outline says, as plain data."""
    return whole.listed, whole.keyed, whole.root and spans(whole.root), [spans(one) for one in whole.records]


def spans(node: Node) -> object:
    """All that is known of a piece."""
    return node.kind, node.start, node.end, node.value, node.style, node.anchor, [*map(spans, node.children)]


def all_events(text: str) -> list[tuple[str, Event]] | None:
    """The events that the parser's records are, with their records as JSON; None where one is none."""
    try:
        return in_json([Event.from_record(record) for record, _ in parsed(text) or ()])
    except InvalidRecord:
        return None


def sifted_events(text: str) -> list[tuple[str, Event]] | None:
    """The events of a text that is taken for a large file, as above; None where it is to be read in another way."""
    try:
        return in_json(events_of("", text.encode("utf-8", "surrogatepass")))
    except Unusual:
        return None


def read_exactly(text: str) -> bool:
    """Whether the records of a text that is taken for a large file are, read whole, those that the parser reads."""
    return exact_records(text.encode("utf-8", "surrogatepass")) == [one.record for one in parsed(text) or ()]


def in_json(events: list[Event]) -> list[tuple[str, Event]]:
    """Each event behind its whole record, which is asked of it before any field is."""
    return [(json_text(event.to_record()), event) for event in events]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    read = made = wrong = 0
    random = Random(given.seed)
    for text in texts(given.records, given.seed):
        found = plain_records(text, parsed)
        read += len(found or ())
        if found is not None and found != parsed(text):
            wrong += 1
            print(f"read otherwise: {text!r}")
        changed = [damaged(text, random), damaged(damaged(text, random), random)] if found else []
        for new in changed:
            records = parsed(new)
            meant = None if records is None else [one.record for one in records]
            if read_again(text, found or [], new) != meant:
                wrong += 1
                print(f"read back otherwise: {text!r}, {new!r}")
        if found and any(
            places(outline(text, limit=limit)) != places(traced(text, limit=limit)) for limit in (None, 1, 2)
        ):
            wrong += 1
            print(f"outlined otherwise: {text!r}")
        events = sifted_events(text)
        made += len(events or ())
        if events is not None and not read_exactly(text):
            wrong += 1
            print(f"read whole otherwise: {text!r}")
        if events is not None and events != all_events(text):
            wrong += 1
            print(f"other events: {text!r}")
    print(f"{given.records:,} records, {read:,} read without the parser of the whole text, {wrong} otherwise")
    print(f"{made:,} events read field by field")
    raise SystemExit(wrong > 0 or not read or not made)


if __name__ == "__main__":
    main()
