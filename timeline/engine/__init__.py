"""Tables of events, answered by an engine: the same conditions, order and counts as of a collection in YAML."""

from typing import Any

from timeline.registry import Registry

ENGINES: Registry[Any] = Registry(
    "engine", {"duckdb": "timeline.engine.duckdb:DuckDB", "spark": "timeline.engine.spark:Spark [master]"}
)
"""The engines; behind one that runs elsewhere, what says where."""
