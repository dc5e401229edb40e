"""Tables answered by Spark, on this machine or on a cluster.

What the files say of themselves is read here, by DuckDB, and their rows by Spark: each machine has to see them under the same path.
"""

import json
import re
import socket
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from subprocess import DEVNULL
from time import sleep
from typing import Any
from urllib.parse import unquote
from weakref import finalize

from timeline.engine.files import ROWS, File, Files
from timeline.errors import Refused, Unavailable, UsageError, shown
from timeline.formats.joined import JOINED, NOBODY, joined_by_spark
from timeline.formats.parquet_table import TYPES
from timeline.registry import optional

_HERE = "local[*]"  # the master that is this machine, with all of its processors
_TYPES = {"VARCHAR": "STRING", "VARCHAR[]": "ARRAY<STRING>"}
_EMPTY = {"VARCHAR": "''", "VARCHAR[]": "array()", "BOOLEAN": "false"}
_glob = re.compile(r"[\\*?\[\]{}]")  # what means something to Spark in a path
_master = re.compile(r"(local|local-cluster)(\[[^\]]*\])?|yarn|(spark|k8s)://.+")
_MORE_MEMORY = "let it have more: PYSPARK_SUBMIT_ARGS='--driver-memory 4g --executor-memory 4g pyspark-shell'"
_LOOPBACK = ("localhost", "127.0.0.1")
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.caseSensitive": "true",
    "spark.sql.files.ignoreCorruptFiles": "false",
    "spark.sql.files.ignoreMissingFiles": "false",
}
_ANSWERS = 5  # seconds in which a master has to
_WORKS = 60  # seconds in which a worker has to


class Spark:
    """The engine is a program of its own, in Java, which says nothing and ends with this one."""

    standing = False
    failures: type[Exception] = Unavailable

    def __init__(self, _reading: Files, folder: str, *, master: str = _HERE, session: Any = None) -> None:
        self._session = session or started(self, master, folder)
        self._functions = import_module("pyspark.sql.functions")

    def frame(self, files: Sequence[File]) -> Any:
        """All rows of files: the columns of a table, `file` and `row`; Refused where Spark would pass a file by."""
        schema = ", ".join(f"{name} {_TYPES.get(type_, type_)}" for name, type_ in TYPES.items())
        with _told():
            paths = [_path(file.place) for file in files]
            places = [_glob.sub(r"\\\g<0>", f"file://{path}") for path in paths]
            frame = self._session.read.schema(schema).parquet(*places)
            seen = {unquote(uri.removeprefix("file://")): uri for uri in frame.inputFiles()}
            for file, path in zip(files, paths, strict=True):
                if path not in seen:
                    raise Refused(
                        "is a file that Spark passes by: its name begins with a dot or an underscore",
                        hint="give it another name",
                        path=file.name,
                    )
            # A row calls its file as the list of them does, but for two strokes.
            at = self._place(
                "_metadata.file_path", [f"file:{seen[path].removeprefix('file://')}" for path in paths]
            )
            return frame.select(*self._columns(files), *self._numbers(files, at))

    def _place(self, column: str, texts: Sequence[str]) -> Any:
        functions = self._functions
        return functions.array_position(functions.array(*map(functions.lit, texts)), functions.col(column))

    def _columns(self, files: Sequence[File]) -> Iterator[Any]:
        """The columns of a table without nulls, which are only in files of others."""
        lists = {text: name for name, text in JOINED.items()}
        ours = all(file.ours for file in files)
        for name, type_ in TYPES.items():
            empty = f"'{NOBODY}'" if name in lists else _EMPTY.get(type_)
            said = _whole(name) if type_ == "VARCHAR[]" and not ours else name
            made = f"coalesce({said}, {empty})" if empty else name
            if not all(name in file.columns for file in files):
                made = joined_by_spark(f"coalesce({_whole(lists[name])}, array())")
            yield self._functions.expr(made).alias(name)

    def _numbers(self, files: Sequence[File], at: Any) -> Iterator[Any]:
        functions = self._functions
        names = functions.array(*(functions.lit(file.name) for file in files))
        yield functions.element_at(names, at.cast("int")).alias("file")
        yield ((at - 1) * ROWS + functions.col("_metadata.row_index")).cast("bigint").alias("row")

    def rows(self, frame: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a frame, a part of them at a time."""
        with _told():
            yield from frame.toLocalIterator(prefetchPartitions=True)

    def keep(self, numbers: Iterable[int], column: str) -> Any:
        """Numbers of rows as a frame to join, in which a column of that name is true."""
        return self._kept([{"row": row, column: True} for row in numbers], f"row BIGINT, {column} BOOLEAN")

    def keep_pairs(self, pairs: Iterable[tuple[object, int]], columns: tuple[str, str]) -> Any:
        """Pairs of what a column has with a whole number, as a frame of two columns to join."""
        rows = [dict(zip(columns, pair, strict=True)) for pair in pairs]
        types = ["BIGINT" if isinstance(cell, int) else "STRING" for cell in rows[0].values()]
        return self._kept(rows, ", ".join(map(" ".join, zip(columns, types, strict=True))))

    def _kept(self, rows: Sequence[Mapping[str, object]], types: str) -> Any:
        # Not of rows of Python, for which each machine of a cluster would start one.
        functions = self._functions
        told = functions.from_json(functions.lit(json.dumps(rows)), f"ARRAY<STRUCT<{types}>>")
        with _told():
            return self._session.range(1).select(functions.inline(told))


def _whole(column: str) -> str:
    """A list without nulls."""
    return f"filter({column}, one -> one IS NOT NULL)"


def started(owner: object, master: str, folder: str) -> Any:
    """A session of Spark that ends with its owner, before its folder goes; Unavailable, in bounded time, where there can be none."""
    spark = optional("pyspark", "--engine spark needs PySpark", "spark")
    with warnings.catch_warnings(action="ignore"):  # of the version of pandas, which nothing here uses
        gateway, sql, _ = map(import_module, ("pyspark.java_gateway", "pyspark.sql", "pyspark.testing.utils"))
    settings = {**_SETTINGS, "spark.local.dir": folder, "spark.sql.warehouse.dir": f"{folder}/warehouse"}
    if not _master.fullmatch(master):  # of which Spark would say so where nobody hears it
        raise UsageError(
            f"{shown(master)} is no master of Spark",
            hint="one of: local[*], spark://HOST:PORT, yarn, k8s://URL",
        )
    hosts = _hosts(master)
    if hosts:
        reached(master, hosts)
    if master.startswith("local") or (hosts and all(name in _LOOPBACK for name, _ in hosts)):
        settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    conf = spark.SparkConf().setMaster(master).setAppName("timeline").setAll([*settings.items()])
    java = _java(gateway, conf)
    finalize(owner, _ended, java)
    with _told(f"Spark cannot work at {master}"):
        context = spark.SparkContext(gateway=java, conf=conf)
        finalize(owner, _stopped, context)
        if not master.startswith("local"):
            working(context, master)
        return sql.SparkSession(context)


def _hosts(master: str) -> list[tuple[str, str]]:
    """The machines, with their ports, that a master of Spark's own may be on."""
    if not master.startswith("spark://"):
        return []
    named = [one.rpartition(":") for one in master.removeprefix("spark://").split(",")]
    return [(name, port) for name, _, port in named if port.isdecimal()]


def reached(master: str, hosts: Iterable[tuple[str, str]]) -> None:
    """Unavailable where no machine answers of those that a master may be on: Spark would ask them for a minute."""
    for host, port in hosts:
        place = (host.strip("[]"), int(port))
        # A number may be no port, and a name none that a machine can have.
        with suppress(OSError, OverflowError, UnicodeError), socket.create_connection(place, _ANSWERS):
            return
    raise Unavailable(
        f"no master answers at {master}", hint="name one that runs, or leave out --master for this machine"
    )


def _java(gateway: Any, conf: Any) -> Any:
    try:
        # What it says is not for who asks for events.
        return gateway.launch_gateway(conf, popen_kwargs={"stdout": DEVNULL, "stderr": DEVNULL})
    except (import_module("pyspark.errors").PySparkException, OSError) as error:
        raise Unavailable(
            "Spark has not started: it needs Java 17 or later", hint="apt install default-jre-headless"
        ) from error


def working(context: Any, master: str) -> None:
    """Unavailable where no machine of a cluster takes work up: Spark would wait for one without end."""
    for _ in range(10 * _WORKS):
        if context._jsc.sc().getExecutorMemoryStatus().size() > 1:  # noqa: SLF001 - only Java's side tells
            return
        sleep(0.1)
    raise Unavailable(
        f"no worker of {master} has taken the work up in {_WORKS} seconds", hint="see whether one is free"
    )


def _stopped(context: Any) -> None:
    """Give a cluster back, if it is still there."""
    with suppress(Unavailable), _told():
        context.stop()


def _ended(java: Any) -> None:
    """Let Java end, and take away what it has written."""
    java.shutdown()
    java.proc.stdin.close()
    java.proc.wait()


@contextmanager
def _told(what: str = "Spark cannot answer") -> Iterator[None]:
    """What goes wrong in Spark, in words."""
    errors, py4j = map(import_module, ("pyspark.errors", "py4j.protocol"))
    try:
        yield
    except (errors.PySparkException, py4j.Py4JError, OSError) as error:
        found = cause(error)
        hint = _MORE_MEMORY if "OutOfMemoryError" in found else ""
        raise Unavailable(f"{what}: {found}", hint=hint) from error


def cause(error: Exception) -> str:
    """What went wrong first, in one line: Java gives each exception that which it came of."""
    java = getattr(error, "java_exception", None)
    while java is not None and (inner := java.getCause()) is not None:
        java = inner
    return str(error if java is None else java).partition("\n")[0]


def _path(place: Path) -> str:
    return str(place.resolve() if ".." in place.parts else place.absolute())
