"""The man page, made from the table of commands and their options."""

import re

from reference import ENVIRONMENT, EXIT_CODES, options

from timeline.cli.app import root
from timeline.cli.commands import COMMANDS, command

_HEAD = """\
.\\" Made from the commands themselves: pytest tests/test_docs.py --update-golden
.TH TIMELINE 1 "" "timeline" "User Commands"
.nh
.ad l
.SH NAME
timeline \\- honest dates, sources, plain text, and pictures of diplomatic events in the terminal
.SH SYNOPSIS
.B timeline
.I COMMAND
.RI [ OPTION ]...
.SH DESCRIPTION
.B timeline
keeps diplomatic events as plain YAML records, each with an honest date and the source that vouches for it,
and filters, orders, draws and exports them.
A collection is a YAML file or a folder of them: the one that
.B \\-\\-data
or
.B TIMELINE_DATA
names, or else the nearest
.I data/events.yaml
or
.IR events.yaml ,
looking upwards from the current folder.
.PP
.B timeline help
shows the documentation:
.B timeline help query
how to choose events,
.B timeline help dates
what a date may be.
"""


def manual() -> str:
    """The man page `timeline.1`."""
    parts = [_HEAD, ".SH COMMANDS\n", *map(_section, COMMANDS)]
    parts += [
        ".SH OPTIONS\n",
        _items([(_flags(one), str(one.help)) for one in root().params if not one.hidden]),
    ]
    parts += [".SH EXIT STATUS\n", _items([(str(int(code)), told) for code, told in EXIT_CODES.items()])]
    parts += [".SH ENVIRONMENT\n", _items(list(ENVIRONMENT.items()))]
    return "".join(parts)


def _section(name: str) -> str:
    one = command(name)
    told, _, example = (f"{one.help}\n\n{one.epilog}").partition("\b\nExample:\n")
    paragraphs = ".PP\n".join(f"{_escaped(text)}\n" for text in told.strip().split("\n\n"))
    shown = f".PP\n.EX\n{_escaped(example.rstrip())}\n.EE\n"
    return f'.SS "timeline {name}"\n{paragraphs}{_items(options(name))}{shown}'


def _flags(one: object) -> str:
    return ", ".join(getattr(one, "opts", ()))


def _items(items: list[tuple[str, str]]) -> str:
    return "".join(f".TP\n\\fB{_escaped(name)}\\fR\n{_escaped(told)}\n" for name, told in items)


def _escaped(text: str) -> str:
    """The text, with nothing in it that roff would take for a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.MULTILINE)
