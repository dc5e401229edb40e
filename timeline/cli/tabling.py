"""Events from elsewhere as a table, beside which no collection stands."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from timeline.cli.collection import only_path
from timeline.cli.incoming import Incoming, retold_notes, say_counts, say_reading
from timeline.cli.mapped import Mapped, readers
from timeline.cli.options import Clock
from timeline.cli.words import note
from timeline.counting import counted
from timeline.errors import Unavailable, UsageError, shown
from timeline.formats.foreign import Reading
from timeline.formats.format import ReadOptions
from timeline.registry import optional
from timeline.store.output import check_apart, check_inputs, is_stream, new_folder, write_output

if TYPE_CHECKING:
    from timeline.query.algebra import Predicate

_ENDING = ".parquet"
_PIECE = 1 << 20  # bytes


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
    duckdb = optional("duckdb", "writing Parquet needs DuckDB", "engine")
    # Only here: the engine's rooms take 20 ms.
    from timeline.engine.brought import Bringing  # noqa: PLC0415
    from timeline.formats.parquet_table import write_table, write_years  # noqa: PLC0415

    mapping = mapped.mapping(clock, calendar)
    date, published = readers(clock, mapping)
    options = ReadOptions(date=date, published=published, mapping=mapping)
    with TemporaryDirectory(prefix="timeline-") as folder:
        bringing = Bringing(duckdb, Path(folder), files, options)
        try:
            if not bringing.read(name) or not bringing.know():
                return False
            reading = bringing.reading
            mapped.save(reading, files)
            say_reading(reading, skip_bad=skip_bad)
            made = bringing.make()
            if not output.suffix:
                with new_folder(output) as years:
                    bringing.write(years, write_years)
            else:
                table = Path(folder, "table.parquet")
                bringing.write(table, write_table)
                with table.open("rb") as file:
                    write_output(output, iter(lambda: file.read(_PIECE), b""))
        except duckdb.Error as error:
            raise Unavailable(f"DuckDB cannot write the table: {error}") from error
    for line in retold_notes(made.retold):
        note(line)
    say_counts(reading.rows, made.events, reading.outside, made.merged, reading.bad)
    note(f"{counted(made.events, 'event')} written")
    return True
