"""Events from elsewhere as a table, beside which no collection stands."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from shlex import join
from typing import TYPE_CHECKING, Any

from timeline.cli.collection import only_path
from timeline.cli.incoming import Incoming, retold_notes, say_counts, say_reading, say_written
from timeline.cli.mapped import Mapped, readers
from timeline.cli.options import Clock
from timeline.cli.progress import waiting
from timeline.cli.words import note, say_some
from timeline.counting import counted
from timeline.errors import InvalidData, UsageError, shown
from timeline.formats.foreign import Reading
from timeline.formats.format import ReadOptions
from timeline.store.files import ENDINGS, TABLES, files_of
from timeline.store.output import check_apart, check_inputs, check_place, is_stream, new_folder, write_output
from timeline.store.working import begin_working, working_folder

if TYPE_CHECKING:
    from timeline.engine.asked import Tables
    from timeline.engine.brought import Bringing
    from timeline.query.algebra import Predicate

_ENDING = ".parquet"
_ROWS = "csv"
_NAMED = 3  # files that a hint names


def place_of(
    output: Path | None, files: Sequence[Path], data: Sequence[Path], options: Mapping[str, bool]
) -> Path:
    """Where events go: a table, or the collection; refused where that is read, or no place for them."""
    if output is None:
        path = only_path(data)
        check_apart(files, path)
        return path
    if output.suffix.lower() not in ("", _ENDING) or str(output) == "-" or is_stream(output):
        raise UsageError(
            f"{output}: a table ends in {_ENDING}, not in {shown(output.suffix)}",
            hint=f"-o {output.stem}{_ENDING}, or -o {output.stem}/ for a table of each year",
        )
    given = next((name for name, value in {"--data": data, **options}.items() if value), None)
    if given:
        raise UsageError(
            f"{given} is for a collection, and -o makes a table", hint=f"leave out {given}, or -o"
        )
    check_inputs(output, files)
    check_place(output)
    return output


class Tabling:
    """Events that become a table."""

    def __init__(self, reading: Reading, *, update: bool) -> None:
        if reading.of_sources:
            raise UsageError("the rows are sources, and a table is of events", hint="leave out -o")
        self._incoming = Incoming(reading, update=update)

    def come_in(self, path: Path, *, dry_run: bool, wait: float) -> None:  # noqa: ARG002 - as others that come in
        """Write the events as a table, merged and named as a collection would have them."""
        self._incoming.into_table(path)


def brought(
    mapped: Mapped,
    files: Sequence[Path],
    name: str,
    clock: Clock,
    calendar: str,
    asked: "Predicate | None",
    output: Path | None,
    *,
    skip_bad: bool,
) -> bool:
    """Let an engine make the table, or the folder of tables, that is asked for, which is the quicker way; whether it can."""
    if output is None or asked is not None:
        return False
    # Only for tables.
    from timeline.formats.parquet_table import writing  # noqa: PLC0415

    with working_folder() as working, writing() as duckdb:
        with waiting("rows are read"):
            bringing = _bringing(duckdb, mapped, files, name, clock, calendar, working)
        if bringing is None:
            return False
        reading, there = bringing.reading, output.is_file()
        mapped.save(reading, files)
        say_reading(reading, skip_bad=skip_bad)
        with waiting("the table is made"):
            made = bringing.make()
            _put(bringing, output, working / "table.parquet")
    for line in retold_notes(made.retold):
        note(line)
    say_counts(reading.rows, made.events, reading.outside, made.merged, reading.bad)
    say_written(made.events, output, replaced=there)
    return True


def raw_tables(data: Sequence[Path], preset: str, clock: Clock) -> "Tables":
    """The events of files that are read by a preset, of which a table is made for this command alone, and of YAML beside them."""
    # Only for tables: DuckDB and narwhals take 150 ms.
    from timeline.engine.asked import Tables  # noqa: PLC0415
    from timeline.formats.parquet_table import write_table, writing  # noqa: PLC0415

    mapped = Mapped(preset=preset)
    raw = [path for path in data if not _is_yaml(path)]
    files = [file for path in raw for file in files_of(path, TABLES)]
    if not files:
        raise UsageError(
            "--preset reads rows, and --data names none", hint="name their file: --data FILE.CSV"
        )
    mapped.check_rows(files)
    folder, end = begin_working()
    table = folder / "table.parquet"
    try:
        with writing() as duckdb:
            bringing = _bringing(duckdb, mapped, files, _ROWS, clock, "", folder)
            reading = bringing.reading if bringing else mapped.read(files, _ROWS, clock, "", None)
            if reading.of_sources:
                raise UsageError(
                    f"the rows of {preset} are sources, and a table is of events", hint="name another preset"
                )
            reading.guessed.clear()  # it is told by an import
            _check_rows(reading, files, preset)
            if bringing:
                made = bringing.make()
                bringing.write(table, write_table)
                say_counts(reading.rows, made.events, reading.outside, made.merged, reading.bad)
            else:
                incoming = Incoming(reading, update=False)
                incoming.write_table(table)
                assert incoming.taken is not None
                incoming.tell_counts(incoming.taken)
        places = dict.fromkeys(table if path in raw else path for path in data)
        return Tables(places, {table: ", ".join(map(str, raw))})
    except BaseException:
        end()
        raise


def _is_yaml(collection: Path) -> bool:
    return bool(files_of(collection)) if collection.is_dir() else collection.suffix.lower() in ENDINGS


def _check_rows(reading: Reading, files: Sequence[Path], preset: str) -> None:
    """Say every row that is no event, and how to have the others, which take an import."""
    if not reading.wrong or not reading.readable:
        say_reading(reading, skip_bad=False)
        return
    say_some(reading.wrong, more=reading.untold)
    names = join(map(str, files)) if len(files) <= _NAMED else "FILE..."
    raise InvalidData(
        f"{reading.bad:,} of {counted(reading.rows, 'row')} are no event",
        hint=f"make a table of the others: timeline import {names} --preset {preset} --skip-bad -o events.parquet",
    )


def _bringing(
    duckdb: Any, mapped: Mapped, files: Sequence[Path], name: str, clock: Clock, calendar: str, folder: Path
) -> "Bringing | None":
    """What has read the rows of files, where an engine can."""
    # Only here: the engine's rooms take 20 ms.
    from timeline.engine.brought import Bringing  # noqa: PLC0415

    mapping = mapped.mapping(clock, calendar)
    date, published = readers(clock, mapping)
    options = ReadOptions(date=date, published=published, mapping=mapping)
    bringing = Bringing(duckdb, folder, files, options)
    return bringing if bringing.read(name) and bringing.know() else None


def _put(bringing: "Bringing", output: Path, table: Path) -> None:
    """Write the table, or a folder of tables, whole or not at all."""
    from timeline.formats.parquet_table import pieces_of, write_table, write_years  # noqa: PLC0415 - as above

    if not output.suffix:
        with new_folder(output) as years:
            bringing.write(years, write_years)
        return
    bringing.write(table, write_table)
    write_output(output, pieces_of(table))
