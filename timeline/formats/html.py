"""A page of HTML that needs no network: a timeline to zoom, search and walk through, and a list that needs no scripts."""

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files

from timeline.counting import counted
from timeline.errors import CONTROL_CHARACTERS, UsageError
from timeline.formats.format import Format, WriteOptions
from timeline.formats.html_events import PageEvents
from timeline.formats.timelinejs import html
from timeline.model import Event
from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.drawing import svg_pages
from timeline.views.paper.pen import Sheet

SCRIPTS = ("axis.js", "picture.js", "page.js")
_BY = ("actor", "tag", "kind", "place")
_MOST_DRAWN = 200  # events of which lanes are still a picture, and not a poster
_MUCH = 5_000_000  # bytes that many mailboxes take, and phones open at once
_slot = re.compile(r"\{\{([\w.]+)\}\}")
_breaking = re.compile(f"[<>&{CONTROL_CHARACTERS}]")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write(events: Iterable[Event], options: WriteOptions) -> Iterator[str]:
    """The page, an event of the list at a time; a note where it is large."""
    told = PageEvents(tuple(events), options)
    size, held = 0, ""
    for piece in _pieces(told, options):
        held += piece
        if held.endswith("\n"):
            size += len(held.encode())
            yield held
            held = ""
    if size > _MUCH:
        less = "" if options.no_summaries else "; --no-summaries makes it smaller"
        options.note(f"html: {size / 1e6:.0f} MB is much for a mail or a phone{less}")


def _pieces(told: PageEvents, options: WriteOptions) -> Iterator[str]:
    title = options.title or "Timeline"
    slots: dict[str, Callable[[], Iterable[str]]] = {
        **{name: (lambda name=name: [_file(name)]) for name in SCRIPTS},  # type: ignore[misc]
        "policy": lambda: [_policy()],
        "style": lambda: [_file("page.css")],
        "title": lambda: [html(title)],
        "count": lambda: [counted(len(told.events), "event")],
        "lanes": lambda: _lanes(options.by),
        "picture": lambda: _still(told.events, options),
        "many": lambda: [' class="many"'] if told.many else [],
        "list": told.list_items,
        "data": lambda: _data(told, title, options.by),
    }
    parts = _slot.split(_file("page.html"))
    yield parts[0]
    for name, after in zip(parts[1::2], parts[2::2], strict=True):
        yield from slots[name]()
        yield after


@cache
def _file(name: str) -> str:
    return files("timeline").joinpath("page", name).read_text(encoding="utf-8")


def _policy() -> str:
    """What the page may do, which is nothing but to run its own scripts in its own style (CSP Level 3)."""
    scripts = " ".join(_digest(_file(name)) for name in SCRIPTS)
    return f"default-src 'none'; script-src {scripts}; style-src {_digest(_file('page.css'))}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _lanes(by: str) -> Iterator[str]:
    """What may be chosen as lanes; what was asked for, which may be another, is chosen."""
    for name in ("", *_BY, *([by] if by and by not in _BY else [])):
        selected = " selected" if name == by else ""
        yield f'<option value="{html(name)}"{selected}>{html(name) or "none"}</option>'


def _still(events: Sequence[Event], options: WriteOptions) -> Iterator[str]:
    """The picture for paper, and where no scripts run: lanes, or of many events how many there are."""
    if events:
        view = "lanes" if len(events) <= _MOST_DRAWN else "density"
        view_options = ViewOptions(by=options.by or "kind", names=options.names)
        with suppress(UsageError):  # counts of events that are a million years apart are no picture
            yield from svg_pages(view, [*map(Shown, events)], view_options, Sheet(width=1000, links=False))


def _data(told: PageEvents, title: str, by: str) -> Iterator[str]:
    """The events as JSON-LD in the words of schema.org; it knows nothing of the terms that stand for null."""
    head = {
        "@context": {"@vocab": "https://schema.org/", **dict.fromkeys(told.OWN)},
        "@type": "ItemList",
        "name": title,
    }
    yield f'{_json(head)[:-1]},"by":{_json(by)},"names":{_json(told.names())},"itemListElement":[\n'
    last = len(told.events)
    for number, event in enumerate(told.values(), 1):
        yield f"{_json(event)}{',' if number < last else ''}\n"
    yield "]}"


def _json(value: object) -> str:
    """JSON that can end no element, and command no terminal."""
    return _breaking.sub(lambda match: f"\\u{ord(match[0]):04x}", _encode(value))


FORMAT = Format(write=write)
