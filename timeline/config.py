"""What a person keeps beside a collection, or for all of them, in `timeline.toml`.

    [queries]
    dyad = 'actor:Russia actor:Japan'

    [defaults]
    show.view = "table"

    [actors."European Union"]
    aliases = ["EU", "ЕС"]

    [places.Tokyo]
    aliases = ["東京"]

    [dates]
    circa = "2 years"

The nearest file wins where two give one query, one default or one width of `~`; actors and places are those of all files together.
What a query or a default says is read when it is used; that it can be one is checked here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from timeline.dates.event_date import EventDate
from timeline.dates.lengths import Length, read_length
from timeline.errors import DateError, InvalidData, TimelineError, UsageError, shown
from timeline.folding import fold
from timeline.frozen import dataclass
from timeline.naming import NO_NAMES, Named, Names
from timeline.states import state_named
from timeline.toml_text import Toml, read_toml

_query_name = re.compile(r"\w[\w.-]*")
_TABLES = ("queries", "defaults", "actors", "places", "dates")
# The keys of an actor and of a place: the field of `Named`, and what its value must be.
_ACTOR_KEYS: Mapping[str, tuple[str, str]] = {
    "aliases": ("aliases", "names"),
    "part-of": ("part_of", "name"),
    "iso3": ("iso3", "iso3"),
    "wikidata": ("wikidata", "wikidata"),
    "from": ("since", "date"),
    "until": ("until", "date"),
}
_PLACE_KEYS: Mapping[str, tuple[str, str]] = {
    "aliases": ("aliases", "names"),
    "lat": ("lat", "latitude"),
    "lon": ("lon", "longitude"),
    "wikidata": ("wikidata", "wikidata"),
}
_CIRCA = 'how far "about" may reach to either side: "2 years", "18 months" or "10 days"'
_FORMS: Mapping[str, str] = {
    "names": 'a list of names: ["EU", "ЕС"]',
    "name": "a name in quotes",
    "iso3": 'three capital letters of ISO 3166-1: "JPN"',
    "wikidata": 'an item of Wikidata: "Q17"',
    "date": 'a date in EDTF, in quotes: "1993-11"',
    "latitude": "degrees from -90 to 90",
    "longitude": "degrees from -180 to 180",
}


@dataclass(frozen=True, slots=True)
class Default:
    """What an option of a command ("": of every one) is when it is not given, and where that is said."""

    command: str
    option: str
    value: object
    path: Path
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that the files say together. `circa` is how far `~` may reach when something possibly matches; None: nowhere."""

    queries: Mapping[str, str] = field(default_factory=dict)
    defaults: tuple[Default, ...] = ()
    names: Names = NO_NAMES
    circa: Length | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistakes:
    """What is wrong with the files, and what is not known in them: of a newer release, or misspelt."""

    wrong: list[TimelineError] = field(default_factory=list)
    unknown: list[TimelineError] = field(default_factory=list)


def read_config(paths: Iterable[Path]) -> Config:
    """What several files say, the nearest first; one that is not there says nothing.

    Raises the first mistake, as InvalidData with its line, or Unavailable.
    """
    mistakes = Mistakes()
    config = checked_config(paths, mistakes)
    if mistakes.wrong:
        raise mistakes.wrong[0]
    return config


def checked_config(paths: Iterable[Path], mistakes: Mistakes) -> Config:
    """What several files say, as far as it can be understood; the rest goes to `mistakes`."""
    queries: dict[str, str] = {}
    defaults: dict[tuple[str, str], Default] = {}
    actors: dict[str, tuple[Named, Toml]] = {}
    places: dict[str, tuple[Named, Toml]] = {}
    circa: Length | None = None
    for path in paths:
        try:
            toml = read_toml(path)
        except TimelineError as error:
            mistakes.wrong.append(error)
            continue
        if toml is not None:
            reading = _Reading(toml, mistakes)
            queries = dict(reading.queries()) | queries
            for default in reading.defaults():
                defaults.setdefault((default.command, default.option), default)
            farther = reading.circa()
            circa = farther if circa is None else circa
            _unite(actors, reading.named("actors", _ACTOR_KEYS), toml)
            _unite(places, reading.named("places", _PLACE_KEYS), toml)
    for kind, named in (("actors", actors), ("places", places)):
        mistakes.wrong.extend(_clashes(kind, named.values()))
    names = Names(tuple(one for one, _ in actors.values()), tuple(one for one, _ in places.values()))
    return Config(queries=queries, defaults=tuple(defaults.values()), names=names, circa=circa)


class _Reading:
    """One file being read, table by table."""

    def __init__(self, toml: Toml, mistakes: Mistakes) -> None:
        self.toml = toml
        self.mistakes = mistakes
        for name in toml.tables:
            if name not in _TABLES:
                hint = f"one of: {', '.join(f'[{known}]' for known in _TABLES)}"
                mistakes.unknown.append(toml.wrong((name,), f"table {shown(name)} is not known", hint))

    def queries(self) -> Iterator[tuple[str, str]]:
        for name, value in self.table("queries").items():
            if not isinstance(value, str):
                hint = "write it between quotes: name = 'actor:Russia actor:Japan'"
                self.wrong(("queries", name), f"the query {shown(name)} is not text", hint)
            elif not _query_name.fullmatch(name):
                hint = "a name has letters, digits and _ . - only"
                self.wrong(("queries", name), f"{shown(name)} cannot be the name of a query", hint)
            else:
                yield name, value

    def defaults(self) -> Iterator[Default]:
        for command, options in self.table("defaults").items():
            if not isinstance(options, dict):
                hint = f'name the command, too: show.{command} = "…"'
                self.wrong(("defaults", command), f"{shown(command)} is no command", hint)
                continue
            for option, value in options.items():
                yield self.default(command, option, value, "defaults", command, option)
        for key, value in self.table("dates").items():
            if key == "century":
                yield self.default("", key, value, "dates", key)
            elif key != "circa":
                message, hint = f"{shown(key)} of dates is not known", "one of: century, circa"
                self.mistakes.unknown.append(self.toml.wrong(("dates", key), message, hint))

    def circa(self) -> Length | None:
        """How far `~` may reach, if the file says so."""
        dates = self.toml.tables.get("dates")
        given = dates.get("circa") if isinstance(dates, dict) else None
        if given is None:
            return None
        try:
            return read_length(given if isinstance(given, str) else repr(given))
        except UsageError as error:
            self.wrong(("dates", "circa"), f"dates.circa: {error.message}", f"write {_CIRCA}")
            return None

    def default(self, command: str, option: str, value: object, *keys: str) -> Default:
        return Default(command, option, value, self.toml.path, self.toml.line(keys))

    def named(self, kind: str, known: Mapping[str, tuple[str, str]]) -> Iterator[Named]:
        for name in self.table(kind):
            said: dict[str, Any] = {}
            for key, given in self.table(kind, name).items():
                if key not in known:
                    message = f"{shown(key)} of {shown(name)} is not known"
                    hint = f"one of: {', '.join(known)}"
                    self.mistakes.unknown.append(self.toml.wrong((kind, name, key), message, hint))
                    continue
                field_, form = known[key]
                try:
                    said[field_] = _value(form, given)
                except (ValueError, DateError):
                    message = f"{key} of {shown(name)} is not what it must be"
                    self.wrong((kind, name, key), message, f"write {_FORMS[form]}")
            if name.strip():
                yield Named(name=name, **said)
            else:
                self.wrong((kind, name), f"one of the {kind} has no name", f'write [{kind}."NAME"]')

    def table(self, *keys: str) -> Mapping[str, Any]:
        """The table to which the names lead, from the outermost inwards; an empty one where there is none."""
        value: Any = self.toml.tables
        for key in keys:
            value = value.get(key, {})
        if isinstance(value, dict):
            return value
        name = ".".join(keys)
        self.wrong(keys, f"{shown(name)} is not a table", f"begin it with [{name}]")
        return {}

    def wrong(self, keys: tuple[str, ...], message: str, hint: str) -> None:
        self.mistakes.wrong.append(self.toml.wrong(keys, message, hint))


def _unite(found: dict[str, tuple[Named, Toml]], named: Iterable[Named], toml: Toml) -> None:
    """Add what a file farther away says: the names of both, and for the rest the nearer, where it says something."""
    for one in named:
        nearer, its = found.get(fold(one.name), (one, toml))
        said = {name: getattr(nearer, name) or getattr(one, name) for name in Named._fields}
        aliases = dict.fromkeys((*nearer.aliases, *one.spellings))
        aliases.pop(nearer.name, None)
        found[fold(one.name)] = Named(**said | {"name": nearer.name, "aliases": tuple(aliases)}), its


def _value(form: str, given: object) -> object:
    """A key's value in its form; ValueError or DateError where it is none."""
    if form == "names":
        names = given if isinstance(given, list) else [given]
        if all(isinstance(name, str) and name.strip() for name in names):
            return tuple(names)
    elif form in ("latitude", "longitude"):
        limit = 90 if form == "latitude" else 180
        if isinstance(given, int | float) and not isinstance(given, bool) and abs(given) <= limit:
            return float(given)
    elif isinstance(given, str) and given.strip():
        if form == "date":
            return EventDate.parse(given)
        pattern = {"iso3": r"[A-Z]{3}", "wikidata": r"Q[1-9][0-9]*"}.get(form, r".+")
        if re.fullmatch(pattern, given):
            return given
    raise ValueError(given)


def _clashes(kind: str, named: Iterable[tuple[Named, Toml]]) -> Iterator[InvalidData]:
    """One spelling of two actors, or of two places: nobody could say which is meant."""
    owners: dict[str, Named] = {}
    for one, toml in named:
        for text in filter(None, (*one.spellings, one.iso3)):
            state = state_named(text) if kind == "actors" else None
            owner = owners.setdefault(state.name if state else fold(text).strip(), one)
            if owner is not one:
                message = f"{shown(text)} is a name of {shown(owner.name)} and of {shown(one.name)}"
                yield toml.wrong((kind, one.name), message, "take it out of one of them")
