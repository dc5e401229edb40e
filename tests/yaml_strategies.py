"""Records with every field and hostile text, and YAML files that say the same in many styles."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from hypothesis import strategies as st

from timeline.record import LIST_FIELDS, RECORD_FIELDS, SOURCE_FIELDS, Record, Value
from timeline.yaml_write import plain

_KNOWN = frozenset((*RECORD_FIELDS, *SOURCE_FIELDS))
_HOSTILE = " \n\t:#-?'\"\\[]{},&*!|>%@`~.=0a\r\x00\x1b\x85\u2028\u2029\u202e\ufeff\ufffe"
_TRAPS = (
    *(
        "no",
        "NO",
        "yes",
        "null",
        "Null",
        "NULL",
        "~",
        "-0",
        "<<",
        "1e3",
        "0750",
        "0x1f",
        "1:30",
        ".inf",
        "2022-03-21",
        "-",
        "---",
        "...",
        "= x",
    ),
    *(
        "a: b",
        "a #b",
        "#a",
        "[a",
        "a]",
        "{a}",
        "*a",
        "&a",
        "!a",
        "|",
        ">-",
        "'",
        '"',
        "a:",
        "? a",
        "%TAG",
        "- a",
        "a, b",
    ),
    *(
        "Ünïcödé",
        "日本語、東京",
        "\u202ertl",
        "e\u0301",
        "👩‍👩‍👧",
        "a  b",
        " a",
        "a ",
        "\ta",
        "a\n\nb\n",
        "a\n b",
        "\n",
        "a\\n",
    ),
)

texts = st.one_of(
    st.sampled_from(_TRAPS),
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.text(_HOSTILE, max_size=12),
    st.lists(
        st.sampled_from(("word", "a", "longer-word", ":", "#", "-", "", "…", "日本語")), max_size=50
    ).map(" ".join),
)
filled = texts.filter(bool)
titles = filled.map(lambda text: "".join(text.split("\n")).replace("\r", "").strip() or "title")
slugs = st.from_regex(r"[a-z0-9][a-z0-9:._-]{0,12}", fullmatch=True)
dates = st.sampled_from(
    (
        "2022-03-21",
        "2022-03",
        "2018",
        "1950~",
        "2018?",
        "201X",
        "2022-03/2022-05",
        "[1667,1668]",
        "-0043",
        "../2018",
        "2023-02-10T15:00:00+03:00",
    )
)
values: st.SearchStrategy[Value] = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=6
)
extras = st.dictionaries(filled.filter(lambda name: name not in _KNOWN), values, max_size=2)
sources: st.SearchStrategy[Record] = st.builds(
    dict.__or__,
    st.fixed_dictionaries(
        {"title": filled},
        optional={
            **dict.fromkeys(("publisher", "author", "url", "archived", "quote"), filled),
            "date": dates,
            "event_date": dates,
        },
    ),
    extras,
)
records: st.SearchStrategy[Record] = st.builds(
    dict.__or__,
    st.fixed_dictionaries(
        {"date": dates, "title": titles},
        optional={
            **dict.fromkeys(("summary", "place", "kind"), filled),
            **{name: st.lists(filled, min_size=1, max_size=4) for name in LIST_FIELDS},
            "lat": st.sampled_from(("43.06", "-7")),
            "status": st.sampled_from(("draft", "confirmed")),
            "sources": st.lists(sources, min_size=1, max_size=3),
        },
    ),
    extras,
)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A YAML text, and the records that it means."""

    text: str
    records: tuple[Record, ...]


@st.composite
def sheets(draw: st.DrawFn, *, least: int = 0, most: int = 4) -> Sheet:
    """A file of records with ids `e0`, `e1` …, in a style of its own."""
    found = draw(st.lists(records, min_size=least, max_size=most))
    numbered: list[Record] = [{"id": f"e{at}", **record} for at, record in enumerate(found)]
    random = Random(draw(st.integers(0, 2**32)))
    return _Writer(random).sheet(numbered)


@st.composite
def changes(draw: st.DrawFn) -> Callable[[Record], Record]:
    """A change of a record's fields as `timeline edit` makes them."""
    texts_set = draw(
        st.dictionaries(st.sampled_from(("title", "summary", "place", "kind", "x-note")), filled, max_size=2)
    )
    lists_set = draw(
        st.dictionaries(st.sampled_from(LIST_FIELDS), st.lists(filled, min_size=1, max_size=3), max_size=1)
    )
    added = draw(st.dictionaries(st.sampled_from(LIST_FIELDS), filled, max_size=2))
    dropped = draw(st.dictionaries(st.sampled_from(LIST_FIELDS), st.integers(0, 3), max_size=2))
    unset = draw(
        st.sets(st.sampled_from(("summary", "place", "kind", "actors", "sources", "lat")), max_size=2)
    )
    quote = draw(st.none() | texts)

    def change(record: Record) -> Record:
        new: dict[str, Any] = {**record, **texts_set, **lists_set}
        for name, item in added.items():
            new[name] = [*new.get(name, []), item]
        for name, at in dropped.items():
            items = list(new.get(name, []))
            if len(items) > 1:
                del items[at % len(items)]
                new[name] = items
        sources = new.get("sources")
        if quote is not None and isinstance(sources, list) and isinstance(sources[-1], dict):
            new["sources"] = [*sources[:-1], {**sources[-1], "quote": quote}]
        return {name: value for name, value in new.items() if name not in unset}

    return change


class _Writer:
    """Writes records as a person might who changes habits every few lines."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.newline = random.choice(("\n", "\n", "\r\n"))
        self.comments = random.random() < 0.6
        self.dash = random.choice((0, 0, 2, 3))
        self.gap = random.choice((2, 2, 4))
        self.hang = random.choice((0, 2, 4))

    def sheet(self, found: list[Record]) -> Sheet:
        shuffled = [self.shuffled(record) for record in found]
        if self.random.random() < 0.25:
            text = self.keyed_sheet(shuffled)
        elif self.random.random() < 0.2:
            text = self.bracketed_sheet(shuffled)
        else:
            text = self.maybe_comment("") + self.random.choice(("", "", "---\n"))
            text += "".join(self.maybe_comment(" " * self.dash) + self.item(record) for record in shuffled)
            text += self.maybe_comment("")
        if self.random.random() < 0.15:
            text = text.removesuffix("\n")
        text = text.replace("\n", self.newline)
        return Sheet(text=self.random.choice(("", "", "\ufeff")) + text, records=tuple(shuffled))

    def keyed_sheet(self, found: list[Record]) -> str:
        """The list under `events:`, among keys that are the user's own."""
        above = self.random.choice(("", "title: My list\n", "x:\n  - date: a\n    title: b\n", "? k\n: v\n"))
        below = self.random.choice(("", "", "notes: |\n  - id: e0\n", "more: [a, b]\n", "x2:\n- id: e0\n"))
        if not found:
            return (
                above
                + self.random.choice(("events:", "events: []", "events: ~"))
                + self.trail()
                + "\n"
                + below
            )
        if self.random.random() < 0.2:
            return f"{above}events: {self.bracketed_sheet(found)}{below}"
        items = "".join(self.maybe_comment(" " * self.dash) + self.item(record) for record in found)
        return f"{above}events:{self.trail()}\n{items}{self.maybe_comment('')}{below}"

    def bracketed_sheet(self, found: list[Record]) -> str:
        quoted = self.random.random() < 0.5
        between = self.random.choice((", ", ",\n  ", ", # why\n  ", " ,\n\n"))
        inner = between.join(self.brackets(record, quoted=quoted) for record in found)
        return self.random.choice((f"[{inner}]\n", f"[\n  {inner}\n]\n", f"[ {inner} ] # end\n"))

    def shuffled(self, record: Record) -> Record:
        names = list(record)
        if self.random.random() < 0.5:
            self.random.shuffle(names)
        return {name: record[name] for name in names}

    def maybe_comment(self, indent: str) -> str:
        if not self.comments or self.random.random() < 0.5:
            return self.random.choice(("", "", "\n"))
        return self.random.choice((f"{indent}# - id: not: 'this\n", f"\n{indent}# a: b\n\n", f"{indent}#\n"))

    def trail(self) -> str:
        return '  # "trail: [' if self.comments and self.random.random() < 0.2 else ""

    def item(self, record: Record) -> str:
        lead = " " * self.dash + "-"
        if self.random.random() < 0.15:
            return f"{lead} {self.brackets(record, quoted=False)}{self.trail()}\n"
        column = self.dash + self.gap
        fields = self.fields(record, column)
        if self.random.random() < 0.1:
            return f"{lead}{self.trail()}\n{fields}"
        return lead + " " * (self.gap - 1) + fields[column:]

    def fields(self, record: Record, column: int) -> str:
        if not record:
            return " " * column + "{}\n"
        lines = []
        for at, (name, value) in enumerate(record.items()):
            inner = self.maybe_comment(" " * column) if at and self.random.random() < 0.3 else ""
            lines.append(inner + self.field(name, value, column))
        return "".join(lines)

    def field(self, name: str, value: Value, column: int) -> str:
        indent = " " * column
        if self.random.random() < 0.9:
            return f"{indent}{self.key(name)}:{self.value(value, column)}"
        question = self.random.choice(("? ", "?   ", f"?\n{indent}  ", f"?{self.trail()}\n{indent} "))
        if not value and self.random.random() < 0.5:
            return (
                f"{indent}{question}{self.key(name)}{self.trail()}\n"
                if value == ""
                else f"{indent}{question}{self.key(name)}\n{indent}:{self.value(value, column)}"
            )
        return f"{indent}{question}{self.key(name)}{self.trail()}\n{indent}:{self.value(value, column)}"

    def key(self, name: str) -> str:
        return self.scalar(name, quoted=False)

    def value(self, value: Value, column: int) -> str:
        if isinstance(value, str):
            if self.blockable(value) and self.random.random() < 0.4:
                return self.block(value, column)
            space = self.random.choice((" ", " ", "   "))
            return space + self.scalar(value, quoted=False) + self.trail() + "\n"
        if not value or self.random.random() < 0.3:
            return " " + self.brackets(value, quoted=self.random.random() < 0.3) + self.trail() + "\n"
        if isinstance(value, dict):
            return self.trail() + "\n" + self.fields(value, column + self.random.choice((1, 2, 4)))
        dash = column + self.hang
        lines = []
        for item in value:
            if isinstance(item, dict) and item:
                gap = self.random.choice((2, 2, 3))
                lines.append(" " * dash + "-" + " " * (gap - 1) + self.fields(item, dash + gap)[dash + gap :])
            else:
                text = (
                    self.brackets(item, quoted=False)
                    if not isinstance(item, str)
                    else self.scalar(item, quoted=False)
                )
                lines.append(" " * dash + "- " + text + self.trail() + "\n")
        return self.trail() + "\n" + "".join(lines)

    def blockable(self, text: str) -> bool:
        lines = text.split("\n")
        return (
            bool(text.strip())
            and all(line.isprintable() and line == line.strip() for line in lines)
            and not text.startswith("\n")
            and not any(mark in text for mark in "\x85\u2028\u2029\ufeff")
        )

    def block(self, text: str, column: int) -> str:
        body = text.rstrip("\n")
        ends = len(text) - len(body)
        chomp = "-" if ends == 0 else "" if ends == 1 else "+"
        indent = " " * (column + self.random.choice((1, 2, 4)))
        lines = body.split("\n")
        if len(lines) == 1 and self.random.random() < 0.5:
            lines = [line for word in body.split(" ") for line in (word,)]
            if all(lines):
                return f" >{chomp}\n" + "".join(f"{indent}{line}\n" for line in lines) + "\n" * (ends - 1)
            lines = [body]
        text = f" |{chomp}\n" + "".join(f"{indent}{line}\n" if line else "\n" for line in lines)
        return text + "\n" * (ends - 1)

    def brackets(self, value: Value, *, quoted: bool) -> str:
        if isinstance(value, str):
            return self.scalar(value, quoted=quoted, brackets=True)
        space = self.random.choice(("", " "))
        between = self.random.choice((", ", ",", ",  "))
        if isinstance(value, list):
            return f"[{space}{between.join(self.brackets(item, quoted=quoted) for item in value)}{space}]"
        question = self.random.choice(("", "", "", "? "))
        pairs = (
            question
            + f"{self.scalar(name, quoted=quoted, brackets=True)}: {self.brackets(item, quoted=quoted)}"
            for name, item in value.items()
        )
        return "{" + space + between.join(pairs) + space + "}"

    def scalar(self, text: str, *, quoted: bool, brackets: bool = False) -> str:
        chance = self.random.random()
        if not quoted and chance < 0.6 and plain(text, brackets=brackets):
            return text
        if not quoted and chance < 0.8 and text.isprintable():
            return "'" + text.replace("'", "''") + "'"
        escaped = (f"\\U{ord(one):08x}" if not one.isprintable() or one in '\\"' else one for one in text)
        return '"' + "".join(escaped) + '"'
