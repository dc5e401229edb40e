"""What the code knows of itself, as tables for the pages: options, columns, fields, codes, views, formats."""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from test_architecture import FLOORS

from timeline.checks.codes import CODES
from timeline.cli.commands import COMMANDS, command
from timeline.cli.defaults import SETTABLE
from timeline.config import _ACTOR_KEYS, _FORMS, _PLACE_KEYS
from timeline.dates.event_date import EventDate
from timeline.dates.forms import FORMS
from timeline.dates.wording import wording
from timeline.errors import ExitCode
from timeline.formats import FORMATS, endings, format_of, going
from timeline.formats.csv import COLUMNS
from timeline.formats.format import EVERYTHING, OWN, SOURCES
from timeline.formats.preset import KEYS, SHIPPED, VALUES, read_preset
from timeline.formats.synonyms import SYNONYMS
from timeline.query.lanes import LANES
from timeline.query.select import ORDERS
from timeline.query.terms import FIELDS
from timeline.record import RECORD_FIELDS
from timeline.said.reading import read_date
from timeline.schema import collection_schema
from timeline.store import files
from timeline.views import VIEWS
from timeline.views.buckets import PERIODS
from timeline.views.columns import COLUMNS as TABLE_COLUMNS

EXIT_CODES = {
    ExitCode.OK: "done; also when nothing matches, which is said on standard error",
    ExitCode.REFUSED: "a check or a guard said no: problems were found, an id is in use, there is no such id",
    ExitCode.USAGE: "the command line, a query or a typed date cannot be understood",
    ExitCode.INVALID: "a file was read, but what it says is not valid",
    ExitCode.UNAVAILABLE: "a file cannot be found, read or written",
    ExitCode.INTERRUPTED: "interrupted",
}
ENVIRONMENT = {
    "TIMELINE_DATA": "The collection, where --data names none.",
    "TIMELINE_STATE, XDG_STATE_HOME": "The folder of the journal that undo reads; of the second, timeline in it.",
    "TIMELINE_CACHE, XDG_CACHE_HOME": "The folder of the indexes of large files; of the second, timeline in it.",
    "TIMELINE_PAGER, PAGER": "The program that shows a long picture; cat, for none.",
    "LESS": "Options of less, if that is the program; without it, FRX. It always passes colours.",
    "TERM": "dumb, or nothing: no picture goes through a program.",
    "VISUAL, EDITOR": "The program in which a record is edited.",
    "NO_COLOR, FORCE_COLOR": "Draw without colour, or with colour also into a pipe.",
    "COLUMNS, LINES": "How wide to draw, and how long a picture fits the terminal; 0, or no number: 80 and 25.",
    "SHELL": "The shell that --install-completion is for, where the system does not tell which one is in use.",
    "ZDOTDIR, XDG_CONFIG_HOME": "The folders in which zsh and fish look for files of the user's own.",
    "LC_ALL, LC_CTYPE, LANG": "C or POSIX: draw with ASCII characters only.",
}
TODAY = 19398  # Friday, 10 February 2023


def options(name: str) -> list[tuple[str, str]]:
    """The arguments and options of a command as they are typed, with their help; defaults are told."""
    return [(_typed(one), _told(one)) for one in command(name).params]


def _typed(one: Any) -> str:
    if one.param_type_name == "argument":
        return str(one.metavar)
    value = one.metavar or "|".join(getattr(one.type, "choices", ()))
    return ", ".join(sorted(one.opts, key=len)) + ("" if one.is_flag or not value else f" {value}")


def _told(one: Any) -> str:
    default = getattr(one.default, "value", one.default)
    shown = one.param_type_name == "option" and one.show_default and not one.is_flag
    return f"{one.help} Default: {default}." if shown and default not in (None, "") else str(one.help)


def rows(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A table of Markdown."""
    cells = [[cell.replace("|", "\\|") for cell in line] for line in (head, ["---"] * len(head), *lines)]
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


def code(text: str) -> str:
    """The text as code."""
    return f"`{text}`"


def meaning(row: str) -> str:
    """The first sentence of what a row of a registry says of itself."""
    module, _, attribute = row.partition(" [")[0].partition(":")
    thing = getattr(import_module(module), attribute)
    return _sentence(inspect.getdoc(thing) or "") if callable(thing) else _said(module)


def _sentence(text: str) -> str:
    sentence = re.split(r"[.;](?=\s|\Z)|\n\n", text, maxsplit=1)[0].replace("\n", " ")
    return re.sub(r" \(contract[^)]*\)", "", sentence) + "."


def _fields(what: str) -> str:
    properties: Mapping[str, Any] = collection_schema()["$defs"][what]["properties"]
    return rows(
        ["field", "what"], [(code(name), str(form["description"])) for name, form in properties.items()]
    )


def _typed_dates(block: str) -> str:
    """The typed dates of the table that stands there, each with what is stored and what is shown of it."""
    typed = re.findall(r"^\| `([^`]+)` \|", block, re.MULTILINE)
    stored = [read_date(text, today=TODAY, order=None).edtf for text in typed]
    return rows(
        ["you type", "stored", "shown"],
        [
            (code(text), code(edtf), wording(EventDate.parse(edtf)))
            for text, edtf in zip(typed, stored, strict=True)
        ],
    )


def _words(names: Iterable[str]) -> str:
    return f"{', '.join(map(code, names))}\n"


def _keys(keys: Mapping[str, tuple[str, str]]) -> str:
    return rows(["key", "value"], [(code(name), _FORMS[form]) for name, (_, form) in keys.items()])


def _floors() -> str:
    """The rooms of the house from the top floor down, each with what it says of itself."""
    rooms = sorted(FLOORS, key=lambda room: (-FLOORS[room], room))
    lines = [(str(FLOORS[room]), code(room), _said(f"timeline.{room}")) for room in rooms]
    return rows(["floor", "room", "what it is"], lines)


def _said(module: str) -> str:
    return _sentence(inspect.getdoc(import_module(module)) or "")


def _ways(name: str) -> str:
    ways = " and ".join(way for way in ("out", "in") if name in going(way))
    if not any(format_of(Path(f"a{ending}"), "out") == name for ending in files.TABLES):
        return ways
    return f"{ways}; a [table](scale.md)" if "in" in ways else f"{ways}; in as a [table](scale.md)"


def _lost(name: str) -> str:
    """What a format declares that it does not carry."""
    carries = FORMATS.load(name).carries
    if carries == EVERYTHING:
        return "nothing is lost"
    missing = [one for one in (*RECORD_FIELDS, OWN) if one != "sources" and one not in carries.fields]
    sources = [one for one in SOURCES if one not in carries.fields]
    dates = [one for one in FORMS if one not in carries.dates]
    return ", ".join([*missing, *(["sources"] if len(sources) == len(SOURCES) else sources), *dates])


def _options_of(name: str) -> Callable[[str], str]:
    return lambda _block: rows(
        ["option", "what it does"], [(code(typed), told) for typed, told in options(name)]
    )


TABLES: Mapping[str, Callable[[str], str]] = {
    "exit codes": lambda _: rows(
        ["code", "meaning"], [(str(int(code)), told) for code, told in EXIT_CODES.items()]
    ),
    "environment": lambda _: rows(
        ["variable", "what it says"], [(code(names), told) for names, told in ENVIRONMENT.items()]
    ),
    "commands": lambda _: rows(
        ["command", "what it does"],
        [(code(f"timeline {name}"), told) for name, (_, told) in COMMANDS.items()],
    ),
    **{f"options of {name}": _options_of(name) for name in COMMANDS},
    "checks": lambda _: rows(["code", "what is wrong"], list(CODES.items())),
    "columns": lambda _: _words(COLUMNS),
    "synonyms": lambda _: rows(
        ["field", "what a column for it is called, besides"],
        [(code(name), texts.replace("; ", "; ")) for name, texts in SYNONYMS.items()],
    ),
    "presets": lambda _: rows(
        ["preset", "what it reads"],
        [(code(path.stem), read_preset(path).about) for path in sorted(SHIPPED.glob("*.toml"))],
    ),
    "preset keys": lambda _: rows(
        ["key", "what it says", "value"],
        [(code(key), says, VALUES[form]) for key, (_, form, says) in KEYS.items()],
    ),
    "record fields": lambda _: _fields("record"),
    "source fields": lambda _: _fields("source"),
    "query fields": lambda _: _words(FIELDS),
    "orders": lambda _: _words(ORDERS),
    "floors": lambda _: _floors(),
    "settings": lambda _: _words(sorted(SETTABLE)),
    "keys of an actor": lambda _: _keys(_ACTOR_KEYS),
    "keys of a place": lambda _: _keys(_PLACE_KEYS),
    "columns of a table": lambda _: _words(TABLE_COLUMNS),
    "lanes": lambda _: _words(LANES),
    "periods": lambda _: _words(PERIODS),
    "views": lambda _: rows(
        ["view", "what it draws"], [(code(name), meaning(row)) for name, row in VIEWS.items()]
    ),
    "formats": lambda _: rows(
        ["format", "endings", "ways", "what it is"],
        [
            (code(name), " ".join(map(code, endings(name))), _ways(name), meaning(row))
            for name, row in FORMATS.items()
        ],
    ),
    "losses": lambda _: rows(
        ["format", "what it does not carry"], [(code(name), _lost(name)) for name in going("out")]
    ),
    "typed dates": _typed_dates,
}
