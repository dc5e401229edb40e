"""A mapping in a file: a preset, read by the checks of any TOML that a person keeps, and written so that it reads back."""

from collections import abc
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from timeline.errors import TimelineError, Unavailable, shown
from timeline.formats.coded import MERGES, NEEDED, TRIAGED
from timeline.formats.dated import PRECISIONS, date_format
from timeline.formats.json_values import json_text
from timeline.formats.tallied import TALLIED
from timeline.formats.text import check_encoding
from timeline.mapping import Mapping, Recipes, target
from timeline.said.understood import DayOrder
from timeline.toml_text import Toml, read_toml

SHIPPED = Path(__file__).parent / "presets"
"""The folder of the presets that come with the package."""

# The keys of a preset: the field of `Mapping` that each fills, what its value must be, and what it says.
KEYS: abc.Mapping[str, tuple[str, str, str]] = {
    "about": ("about", "text", "What the tables are, for whoever reads the preset."),
    "encoding": ("encoding", "encoding", "The encoding of the text."),
    "delimiter": ("delimiter", "delimiter", "What parts the columns."),
    "quoted": ("quoted", "flag", "Whether quotation marks may enclose a cell; true where it is not said."),
    "sheet": ("sheet", "text", "The sheet of a workbook."),
    "columns": ("columns", "texts", "The names of the columns, where the table has none."),
    "fields": ("fields", "recipes", "What each field is made of, as with --map."),
    "each": ("each", "several recipes", "Fields of one of several events of a row."),
    "constants": ("constants", "recipes", "What every event gets, as with --constant."),
    "separator": ("separator", "text", "What parts the items of a list."),
    "empty": ("empty", "texts", "Cells that say nothing: NA, -9."),
    "labels": ("labels", "labels", "What codes stand for, by the name that a template calls them."),
    "edtf": ("edtf", "flag", "Whether a program wrote the dates in EDTF."),
    "date-format": ("date_format", "date format", "How dates are written."),
    "order": ("order", "order", "What 03/02/2023 is."),
    "century": ("century", "year", "The first of the hundred years that 22 may be."),
    "language": ("language", "text", "The language of dates: en, fr or ru."),
    "calendar": ("calendar", "calendar", "The calendar of dates that name none."),
    "precision": ("precision", "precisions", "What the codes of the column of precisions mean."),
    "others": ("others", "others", "Whether columns of no field are kept as fields of their names."),
    "rows": ("rows", "rows", "Whether rows are events, or sources of events that are there."),
    "tally": (
        "tally",
        "tally",
        "Of rows that each are a voice in an event: what they have in common, and what is counted.",
    ),
    "coded": ("coded", "coded", "The columns by which rows of coded events are triaged."),
    "merge": ("merge", "merge", "Which coded rows are one event, as with --merge."),
    "all": ("everything", "flag", "Whether coded rows of one country or none are events, as with --all."),
}
WORDS = {
    "others": ("keep", "leave"),
    "rows": ("events", "sources"),
    "merge": MERGES,
    "calendar": ("julian", "gregorian"),
}
VALUES: abc.Mapping[str, str] = {
    "text": "a text in quotes",
    "texts": 'a list of texts: ["one", "two"]',
    "flag": "true or false",
    "year": "a year from 0 to 9900",
    "encoding": 'an encoding: "cp1252"',
    "delimiter": 'one sign, or "tab"',
    "order": '"day-first" or "month-first"',
    "others": '"keep" or "leave"',
    "calendar": '"julian" or "gregorian"',
    "rows": '"events" or "sources"',
    "coded": f"a table of columns: {', '.join(NEEDED)}, and perhaps {' and '.join(TRIAGED[len(NEEDED) :])}",
    "tally": "a table of columns: event and count",
    "merge": '"event", "source" or "none"',
    "date format": 'a form of strptime with %Y: "%d.%m.%Y"',
    "recipes": 'a table of fields: title = "Headline", or actors = ["Actor 1", "Actor 2"]',
    "several recipes": "tables [[each]] of fields",
    "labels": 'tables of codes: [labels.NAME], and in each "036" = "Express intent to meet"',
    "precisions": f"a table of codes, each one of: {', '.join(PRECISIONS)}",
}


def read_preset(path: Path) -> Mapping:
    """The mapping in a file; InvalidData with the line of what is wrong in it, Unavailable where there is none."""
    mistakes: list[TimelineError] = []
    mapping = checked_preset(path, mistakes)
    if mistakes:
        raise mistakes[0]
    return mapping


def checked_preset(path: Path, mistakes: list[TimelineError]) -> Mapping:
    """The mapping in a file, as far as it is one; what is wrong comes to the mistakes, each with its line."""
    said: dict[str, Any] = {}
    try:
        toml = read_toml(path)
        if toml is None:
            raise Unavailable("is not there", hint="--save-map FILE writes one", path=path)
    except TimelineError as error:
        mistakes.append(error)
        return Mapping()
    for key, given in toml.tables.items():
        try:
            field, form = _known(toml, key)
            said[field] = _value(toml, key, form, given)
        except TimelineError as error:
            mistakes.append(error)
    return Mapping(**said, lenient=True)


def preset_text(mapping: Mapping) -> str:
    """A mapping as the text of a preset, which `read_preset` undoes.

    >>> print(preset_text(Mapping(delimiter=";", fields={"title": ("Headline",), "source.url": ("Link",)})), end="")
    delimiter = ";"
    <BLANKLINE>
    [fields]
    title = "Headline"
    "source.url" = "Link"
    """
    plain: list[str] = []
    tables: list[str] = []
    default = Mapping()
    for key, (field, form, _) in KEYS.items():
        value = getattr(mapping, field)
        if value == getattr(default, field):
            continue
        if form == "several recipes":
            for one in value:
                tables += ["", f"[[{key}]]", *_lines(one)]
        elif form == "labels":
            for name, labels in value.items():
                tables += ["", f"[{key}.{_key(name)}]", *_lines(labels)]
        elif isinstance(value, dict):
            tables += ["", f"[{key}]", *_lines(value)]
        else:
            plain.append(f"{key} = {_written(value)}")
    return "\n".join([*plain, *tables]).lstrip("\n") + "\n"


def _lines(table: abc.Mapping[str, object]) -> list[str]:
    return [f"{_key(name)} = {_written(value)}" for name, value in table.items()]


def _key(name: str) -> str:
    plain = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if plain else json_text(name)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, DayOrder):
        return json_text(value.value)
    if isinstance(value, tuple):
        return json_text(value[0]) if len(value) == 1 else f"[{', '.join(json_text(item) for item in value)}]"
    return json_text(value) if isinstance(value, str) else str(value)


def _known(toml: Toml, key: str) -> tuple[str, str]:
    """The field that a key fills, and what its value must be."""
    if key in KEYS:
        return KEYS[key][:2]
    near = get_close_matches(key, KEYS, n=1)
    hint = f"did you mean {near[0]}?" if near else f"one of: {', '.join(KEYS)}"
    raise toml.wrong((key,), f"{shown(key)} is not known in a preset", hint)


def _value(toml: Toml, key: str, form: str, given: Any) -> Any:
    """A key's value in its form; InvalidData with its line where it is none."""
    try:
        if form == "recipes":
            return _recipes(given)
        if form == "several recipes":
            return tuple(_recipes(one) for one in given) if isinstance(given, list) else _no()
        if form in ("coded", "tally"):
            known, needed = {"coded": (TRIAGED, NEEDED), "tally": (TALLIED, TALLIED)}[form]
            said = {name: _texts(text) if name in known else _no() for name, text in _dict(given).items()}
            return said if said.keys() >= {*needed} else _no()
        if form == "labels":
            return {name: _table(one) for name, one in _dict(given).items()}
        if form == "precisions":
            return {
                code.lower(): word if word in PRECISIONS else _no() for code, word in _table(given).items()
            }
        return _plain(form, given)
    except (ValueError, TimelineError):
        raise toml.wrong((key,), f"{shown(key)} is not what it must be", f"write {VALUES[form]}") from None


def _plain(form: str, given: Any) -> Any:
    if form == "flag":
        return given if isinstance(given, bool) else _no()
    if form == "year":
        return (
            given if isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= 9900 else _no()
        )
    if form == "texts":
        return _texts(given)
    text = given if isinstance(given, str) else _no()
    if form == "order":
        return DayOrder(text)
    if form == "delimiter":
        text = "\t" if text == "tab" else text
        return text if len(text) == 1 and text not in '"\r\n' else _no()
    if form == "encoding":
        return check_encoding(text)
    if form in WORDS:
        return text if text in WORDS[form] else _no()
    if form == "date format":
        date_format(text)
    return text


def _recipes(given: Any) -> Recipes:
    return {target(name): texts for name, texts in _flat(_dict(given))}


def _flat(table: abc.Mapping[str, Any], before: str = "") -> abc.Iterator[tuple[str, tuple[str, ...]]]:
    """The fields of a table; those of a table in it with its name before them."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", _texts(value)


def _texts(given: Any) -> tuple[str, ...]:
    texts = given if isinstance(given, list) else [given]
    return tuple(texts) if texts and all(isinstance(text, str) and text for text in texts) else _no()


def _table(given: Any) -> dict[str, str]:
    table = _dict(given)
    return table if all(isinstance(value, str) for value in table.values()) else _no()


def _dict(given: Any) -> dict[str, Any]:
    return given if isinstance(given, dict) else _no()


def _no() -> Any:
    raise ValueError
