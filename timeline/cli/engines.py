"""Which engine answers of tables."""

import shlex
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from timeline.cli.mapped import Mapped
from timeline.cli.options import Choice
from timeline.engine import ENGINES
from timeline.errors import UsageError
from timeline.store.files import TABLES, files_of, is_table

_OURS = "duckdb"  # which also makes the table where there is none


def engine(choice: Choice, collections: Sequence[Path]) -> Callable[..., Any]:
    """The engine that is asked for; refused where it has nothing to answer of."""
    name = choice.engine or _OURS
    made = ENGINES.load(name)
    if choice.master and "master" not in ENGINES.words(name):
        raise UsageError("--master is for --engine spark", hint="add --engine spark, or leave out --master")
    if choice.preset and name != _OURS:
        Mapped(preset=choice.preset).check_rows(
            [file for path in collections for file in files_of(path, TABLES)]
        )
        files = shlex.join(map(str, collections))
        raise UsageError(
            f"--engine {name} is for tables, and --preset reads rows",
            hint=f"make the table first: timeline import {files} --preset {choice.preset} -o events.parquet",
        )
    if not choice.preset and not any(map(is_table, collections)):
        raise UsageError(
            "--engine is for tables, and --data names none",
            hint="make one: timeline export -o events.parquet",
        )
    return partial(made, master=choice.master) if choice.master else made
