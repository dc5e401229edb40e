"""What the columns of a file are, as a person says it at the prompt or has it in a preset."""

import csv
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.clock import date_reader
from timeline.cli.options import EMPTY, Clock, path_option, text_option
from timeline.cli.progress import counting
from timeline.cli.settings import preset_folder
from timeline.cli.words import note
from timeline.errors import Refused, UsageError, shown
from timeline.formats.coded import MERGES
from timeline.formats.dated import date_format
from timeline.formats.foreign import Reading, read_files
from timeline.formats.preset import SHIPPED, preset_text, read_preset
from timeline.formats.text import check_encoding
from timeline.mapping import Mapping, Recipes, target
from timeline.query.algebra import Predicate
from timeline.said.understood import DateReader, DayOrder
from timeline.store.output import check_inputs, write_output
from timeline.tuples import NamedTuple

_ENDING = ".toml"
_TABLE = ".parquet"


class Mapped(NamedTuple):
    """How the columns of a table are read; what is not said is guessed, and told."""

    map_: Annotated[
        list[str],
        text_option("FIELD=COLUMN", "Make FIELD of COLUMN, of A+B, or of '{A} – {B}'.", "", "--map"),
    ] = EMPTY
    constant: Annotated[list[str], text_option("FIELD=TEXT", "Give every event this.")] = EMPTY
    preset: Annotated[
        str, text_option("FILE", "Read columns as FILE or a preset's name says.", "presets")
    ] = ""
    save_map: Annotated[
        Path | None, path_option("FILE", "Keep how the columns are read as a preset.", "--save-map")
    ] = None
    columns: Annotated[str, text_option("NAMES", "The columns of a table without names: A,B,C.")] = ""
    delimiter: Annotated[str, text_option("SIGN", "What parts the columns: a sign, or tab.")] = ""
    separator: Annotated[str, text_option("TEXT", "What parts the items of a list; by default ;.")] = ""
    encoding: Annotated[str, text_option("NAME", "The encoding of the text, such as cp1252.")] = ""
    sheet: Annotated[str, text_option("NAME", "The sheet of a workbook; by default the first.")] = ""
    date_format: Annotated[str, text_option("FORMAT", "How dates are written, such as %d.%m.%Y.")] = ""

    merge: Annotated[
        str, text_option("HOW", "Which rows of coded events are one: event, source or none.")
    ] = ""
    all_: Annotated[
        bool, typer.Option("--all", help="Coded events of one country, or of none, too.", show_default=False)
    ] = False

    def read(
        self, files: Sequence[Path], name: str, clock: Clock, calendar: str, asked: Predicate | None
    ) -> Reading:
        """Read files in the format of that name, or each in its own."""
        if any(file.suffix.lower() == _TABLE for file in files) and name in ("", _TABLE[1:]):
            self.check_rows(files)
            return _of_tables(files, asked)
        mapping = self.mapping(clock, calendar)
        if asked is not None and mapping.rows == "sources":
            raise UsageError(
                f"--where, --since and --until choose among events, and the rows of {self.preset} are sources",
                hint="leave them out: sources come to the events that are there",
            )
        dates = readers(clock, mapping)
        return read_files(files, name, *dates, mapping=mapping, asked=asked, watched=counting)

    def check_rows(self, files: Sequence[Path]) -> None:
        """Refuse what says how rows are read, where a file is a table, which says that itself; of it all come anyway."""
        table = next((file for file in files if file.suffix.lower() == _TABLE), None)
        others = ("save_map", "all_")
        said = next((name for name in self._fields if name not in others and getattr(self, name)), "")
        if table and said:
            option = f"--{said.rstrip('_').replace('_', '-')}"
            raise UsageError(
                f"{table}: is a table already, and {option} is for rows", hint=f"leave out {option}"
            )

    def mapping(self, clock: Clock, calendar: str) -> Mapping:
        """What is said, over what the preset says."""
        if self.save_map is not None and self.save_map.suffix.lower() != _ENDING:
            raise UsageError(
                f"{self.save_map}: a preset ends in {_ENDING}",
                hint=f"--save-map {self.save_map.stem}{_ENDING}",
            )
        delimiter = "\t" if self.delimiter in ("tab", "\\t") else self.delimiter
        if len(delimiter) > 1 or delimiter in ('"', "\n", "\r"):
            raise UsageError(
                f"{shown(delimiter)} is not one sign", hint="--delimiter ';', or --delimiter tab"
            )
        if self.date_format:
            date_format(self.date_format)
        said = Mapping(
            fields=_recipes("map", self.map_),
            constants=_recipes("constant", self.constant),
            columns=tuple(name.strip() for name in next(csv.reader([self.columns]), [])),
            delimiter=delimiter,
            separator=self.separator,
            encoding=check_encoding(self.encoding) if self.encoding else "",
            sheet=self.sheet,
            date_format=self.date_format,
            order=DayOrder.DAY_FIRST
            if clock.day_first
            else DayOrder.MONTH_FIRST
            if clock.month_first
            else None,
            century=clock.century,
            language=clock.language,
            calendar=calendar.lower(),
            merge=self.merge,
            everything=self.all_,
        )
        if self.merge and self.merge not in MERGES:
            raise UsageError(f"--merge {shown(self.merge)} is not known", hint=f"one of: {', '.join(MERGES)}")
        whole = said.over(read_preset(_found(self.preset))) if self.preset else said
        if self.merge and not whole.coded:
            raise UsageError(
                "--merge is for coded events", hint="say by which preset they are read: --preset gdelt2"
            )
        return whole

    def save(self, reading: Reading, files: Sequence[Path]) -> None:
        """Keep the mapping by which the files were read, if that is asked for."""
        path = self.save_map
        if path is None:
            return
        if not reading.mappings:
            note(f"{path}: nothing to save: no columns were understood, or the file is of our own making")
            return
        if len(reading.mappings) > 1:
            raise UsageError("the files have different columns", hint="--save-map with one of them")
        check_inputs(path, files)
        text = preset_text(reading.mappings[0])
        if path.exists() and path.read_text(encoding="utf-8", errors="replace") != text:
            raise Refused(f"{path}: is there, and says otherwise", hint="save it under another name")
        write_output(path, [text.encode()])
        note(f"saved as {path}: --preset {path} reads such a file again")


def _of_tables(files: Sequence[Path], asked: Predicate | None) -> Reading:
    """What tables say, of which an engine chooses the events that are asked for."""
    if other := next((file for file in files if file.suffix.lower() != _TABLE), None):
        raise UsageError(f"{other}: is no table, and is not read beside one", hint="import it after them")
    # Only for tables: DuckDB and narwhals take 150 ms.
    from timeline.engine.asked import MOST, Tables  # noqa: PLC0415
    from timeline.query.company import Company  # noqa: PLC0415
    from timeline.query.select import select  # noqa: PLC0415

    tables = Tables(files)
    found = Company.of(tables if asked is None else select(tables, asked))
    if len(found) > MOST:
        raise Refused(
            f"{len(found):,} events of a table are too many for a collection",
            hint="choose some of them: --where QUERY, or ask the table itself: --data",
        )
    return Reading(events=[*found.every], rows=len(tables), outside=len(tables) - len(found))


def readers(clock: Clock, mapping: Mapping) -> tuple[DateReader, DateReader]:
    """How the dates of events are read, and those of sources, by what is said at the prompt and in a preset."""
    habits = clock._replace(
        day_first=clock.day_first or (mapping.order is DayOrder.DAY_FIRST and not clock.month_first),
        month_first=clock.month_first or (mapping.order is DayOrder.MONTH_FIRST and not clock.day_first),
        century=mapping.century if clock.century is None else clock.century,
        language=clock.language or mapping.language,
    )
    return date_reader(habits, mapping.calendar), date_reader(habits)


def preset_names() -> list[str]:
    """The names of the presets: the user's own, and those that come with the package."""
    return sorted({path.stem for folder in _folders() for path in folder.glob(f"*{_ENDING}")})


def _folders() -> list[Path]:
    return [preset_folder(), SHIPPED]


def _found(name: str) -> Path:
    """The file of a preset: a path, or the name of one that is the user's own or comes with the package."""
    if name.lower().endswith(_ENDING) or "/" in name:
        return Path(name)
    for folder in _folders():
        if (path := folder / f"{name}{_ENDING}").is_file():
            return path
    names = preset_names()
    near = get_close_matches(name, names, n=1)
    known = f"name a file, or one of: {', '.join(names)}" if names else "name a file that ends in .toml"
    hint = f"did you mean {shown(near[0])}?" if near else known
    raise UsageError(f"preset {shown(name)} is not known", hint=hint)


def _recipes(option: str, given: Sequence[str]) -> Recipes:
    said: dict[str, tuple[str, ...]] = {}
    for text in given:
        name, sign, recipe = text.partition("=")
        if not sign or not name.strip() or not recipe.strip():
            raise UsageError(
                f"--{option} {shown(text)} says nothing",
                hint="--map title=Headline" if option == "map" else "--constant tag=summit",
            )
        said[target(name)] = (*said.get(target(name), ()), recipe.strip())
    return said
