"""A mapping: which columns of a table make which fields of an event, as a value that is guessed, typed, or kept in a file.

A *recipe* says what a field is made of. It is the name of a column, or of several with a plus between them
(`Year+Month+Day`), or a template with columns in braces (`{Source Name} – {Event Text}`), each of which may go through
labels or a word of `timeline.formats.recipe` (`{EventCode:cameo}`, `{SOURCEURL:host}`).
"""

from collections import abc
from dataclasses import dataclass, field, fields, replace
from typing import Any

from timeline.record import LIST_FIELDS, RECORD_FIELDS, SOURCE_FIELDS
from timeline.said.understood import DayOrder

Recipes = abc.Mapping[str, tuple[str, ...]]

END, PRECISION, EXTRA = "end", "precision", "extra"
"""What is no field of a record, and yet is made of columns: the end of a date, how exact it is, and a JSON object of fields."""

SOURCE = "source."
"""What stands before a field of the first source: `source.url`."""

FIXED = "constants."
"""What stands before a field in `each` that is no recipe, but said of all its events: `constants.kind`."""

TARGETS = (*RECORD_FIELDS, END, PRECISION, EXTRA, *(f"{SOURCE}{name}" for name in SOURCE_FIELDS))
"""Every field that has a meaning here. Another name is a field of the user's own; one with a full stop stands in a mapping."""

LISTS = (*LIST_FIELDS, "sources", f"{SOURCE}supports")

# The names of single items, as options and queries have them.
_SINGULAR = {"actor": "actors", "tag": "tags", "source": "sources", "date_end": END, "end_date": END}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """How the rows of a table are read as records; what it does not say is guessed, or as in any table.

    `fields` are recipes, by the field that they make. `each` are further recipes: a row is one event for each of them
    that finds a date. `constants` are what every event gets. `labels` say what codes stand for, by the name that a
    template calls them, and `empty` which cells say nothing (`NA`, `-9`). `columns` name those of a table without a
    first line of names; `delimiter` parts them, they stand on the `sheet` of that name, and `quoted` says whether quotation marks may enclose a cell.
    `separator` parts the items of a list.

    A date is in EDTF (`edtf`), in a form of `strptime` (`date_format`), or as people write it, in an `order` of day and
    month, a `century`, a `language` and a `calendar`. `precision` says what the codes of a column of that name mean, in the words of
    `timeline.formats.dated`. Of columns that no recipe names, `others` says whether they are kept as fields of their
    names ("keep") or left ("leave"). A `lenient` mapping, one of a preset, leaves out fields whose columns a table lacks.

    A `tally` is of rows of which many tell one event (`timeline.formats.tallied`). `rows` are "events", or "sources" of events
    that are there already (`timeline.upkeep.supplement`).

    Rows of `coded` events are triaged (`timeline.formats.coded`): they name a `source`, a `target` and a `code`, and perhaps
    when they were `seen`; where a code begins like one that is `mutual` it does not matter who is the source. `merge` says which rows are one event, and `everything` that those count that are not between two countries.
    """

    about: str = ""
    encoding: str = ""
    delimiter: str = ""
    quoted: bool = True
    sheet: str = ""
    columns: tuple[str, ...] = ()
    fields: Recipes = field(default_factory=dict)
    each: tuple[Recipes, ...] = ()
    constants: Recipes = field(default_factory=dict)
    separator: str = ""
    empty: tuple[str, ...] = ()
    labels: abc.Mapping[str, abc.Mapping[str, str]] = field(default_factory=dict)
    edtf: bool = False
    date_format: str = ""
    order: DayOrder | None = None
    century: int | None = None
    language: str = ""
    calendar: str = ""
    precision: abc.Mapping[str, str] = field(default_factory=dict)
    others: str = ""
    tally: Recipes = field(default_factory=dict)
    rows: str = ""
    coded: Recipes = field(default_factory=dict)
    merge: str = ""
    everything: bool = False
    lenient: bool = field(default=False, compare=False)

    def over(self, other: "Mapping") -> "Mapping":
        """This mapping, and what another says of which it is silent; fields, constants and labels one by one.

        >>> asked = Mapping(fields={"title": ("Headline",)}).over(Mapping(fields={"title": ("A",), "date": ("B",)}))
        >>> dict(asked.fields)
        {'title': ('Headline',), 'date': ('B',)}
        """
        said: dict[str, Any] = {}
        for one in fields(self):
            mine, theirs = getattr(self, one.name), getattr(other, one.name)
            if isinstance(mine, dict):
                said[one.name] = {**theirs, **mine}
            else:
                said[one.name] = theirs if mine == one.default else mine
        return Mapping(**said)

    def with_fields(self, found: Recipes) -> "Mapping":
        """This mapping with more recipes, for fields that it has none for."""
        return replace(self, fields={**found, **self.fields})


NOTHING = Mapping()
"""A mapping that says nothing: all is guessed."""


def target(name: str) -> str:
    """The field that a name at the prompt means: one item of a list is typed in the singular, a source's field with any joint.

    >>> target("tag"), target("source-url"), target("source.url"), target("imported.row"), target("My note")
    ('tags', 'source.url', 'source.url', 'imported.row', 'My note')
    """
    known = name.strip().casefold().replace("-", "_").replace(" ", "_")
    known = _SINGULAR.get(known, known)
    if known.startswith("source_"):
        known = SOURCE + known.removeprefix("source_")
    return known if known in TARGETS else name.strip()


def typed(mapping: Mapping) -> list[str]:
    r"""The options that say the same as a mapping at the prompt, as far as there are such options.

    >>> typed(Mapping(delimiter="\t", fields={"date": ("Event date",), "actors": ("A", "B")}))
    ['--delimiter tab', "--map 'date=Event date'", '--map actors=A', '--map actors=B']
    """
    from shlex import quote  # noqa: PLC0415 - 1 ms, where something was guessed

    words = [
        f"--{name} {quote(value)}"
        for name, value in (
            ("encoding", mapping.encoding),
            ("delimiter", "tab" if mapping.delimiter == "\t" else mapping.delimiter),
            ("separator", mapping.separator),
            ("sheet", mapping.sheet),
            ("columns", ",".join(mapping.columns)),
            ("date-format", mapping.date_format),
        )
        if value
    ]
    for option, recipes in (("map", mapping.fields), ("constant", mapping.constants)):
        words += [
            f"--{option} {quote(f'{name}={text}')}" for name, texts in recipes.items() for text in texts
        ]
    return words
