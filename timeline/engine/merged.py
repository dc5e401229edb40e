"""Rows that tell one event, as that event: what `timeline.upkeep.uniting` and `intake` make of them, by the engine where it can."""

from collections.abc import Iterable
from typing import Any

from timeline.engine.distinct import DAYS
from timeline.engine.planned import LISTED, SOURCES, TEXTS, Plan
from timeline.engine.rowwise import json_object, text_member, told_by
from timeline.formats.parquet_table import GIVEN, NEVER, quoted
from timeline.mapping import SOURCE
from timeline.record import SOURCE_FIELDS

_PUBLISHED = ("published_earliest", "published_latest")
_FIRST = (
    *("date", *DAYS, *TEXTS, *LISTED, "members"),
    *(f"folded_{name}" for name in (*TEXTS, *LISTED)),
)
"""What an event has of the first of its rows."""
_IN_ORDER = tuple(name for name in SOURCE_FIELDS if name in SOURCES)
_SOURCES = tuple(f"source_{name}" for name in SOURCES)
_TOLD = ("date", *TEXTS, *LISTED, "members", *_SOURCES, "imported")
"""All that a row says."""
_STRANGE = (
    "sign[:4] = 'told'",
    "bool_or(ident = '')",
    "min(tags) != max(tags)",
    "(min(actors) != max(actors) AND bool_or(accented))",
    "NOT (bool_and(by_url) OR bool_and(NOT by_url AND by_title))",
    "bool_or(escaped)",
)
"""What is true of rows that the engine leaves to Python: it unites sources that all have an address, or all a title alone."""


def group(connection: Any, plan: Plan, told: Iterable[tuple[int, str, str]]) -> bool:
    """Find which rows tell one event; False where one row may tell several, or is known in two ways.

    `told` rows were read by Python; an event with one of these, or whose rows are not all alike, is Python's.
    """
    connection.execute("CREATE TABLE told (number BIGINT, sign VARCHAR, ident VARCHAR)")
    if rows := [*told]:
        connection.executemany("INSERT INTO told VALUES (?, ?, ?)", rows)
    connection.execute("DELETE FROM rows WHERE bad")
    connection.execute(
        "CREATE VIEW every AS SELECT number, sign, ident, false AS python FROM rows "
        "UNION ALL SELECT number, sign, ident, true FROM told"
    )
    ((ways,),) = connection.execute("SELECT count(DISTINCT sign[:4] = 'told') FROM every").fetchall()
    clashing = connection.execute(
        "SELECT 1 FROM every WHERE ident != '' GROUP BY ident HAVING count(DISTINCT sign) > 1 LIMIT 1"
    ).fetchall()
    if ways > 1 or clashing:
        return False
    connection.execute(
        "CREATE TABLE groups AS SELECT sign, count(*) AS times, min(number) AS number, bool_or(python) AS python "
        "FROM every GROUP BY sign"
    )
    connection.execute(
        "CREATE TABLE repeated AS SELECT number FROM rows "
        "SEMI JOIN (SELECT ident FROM rows GROUP BY ident HAVING count(*) > 1) USING (ident)"
    )
    whole = f"SELECT number, row({', '.join(_TOLD)}) AS whole FROM ({told_by(plan, _TOLD, 'repeated')})"  # noqa: S608 - ours
    connection.execute(
        "UPDATE groups SET python = true FROM (SELECT sign FROM rows SEMI JOIN (FROM groups WHERE times > 1) USING (sign) "  # noqa: S608 - ours
        f"GROUP BY sign HAVING {' OR '.join(_STRANGE)} UNION SELECT sign FROM rows JOIN ({whole}) USING (number) "
        "GROUP BY sign, ident HAVING min(whole) != max(whole)) AS strange WHERE strange.sign = groups.sign"
    )
    return True


def rows_for_python(connection: Any) -> list[tuple[int, int, int]]:
    """The rows that Python has to read for the sake of others: their number, file and line."""
    found: list[tuple[int, int, int]] = connection.execute(
        "SELECT number, file, line FROM rows SEMI JOIN (FROM groups WHERE python) USING (sign) ORDER BY number"
    ).fetchall()
    return found


def unite(connection: Any, plan: Plan) -> None:
    """Bring together what rows tell, but for those that Python has read: `events` are all, of which none has an id yet."""
    single = "(SELECT rows.number FROM rows JOIN groups USING (sign) WHERE times = 1 AND NOT python)"
    connection.execute(
        f"CREATE TABLE united AS SELECT *, CASE WHEN {' || '.join(_SOURCES)} = '' THEN 0 ELSE 1 END AS source_count, "  # noqa: S608 - ours
        f"'' AS sources FROM ({told_by(plan, (*_FIRST, 'imported', *_SOURCES, *_PUBLISHED), single)})"
    )
    # Of rows that have one id all is the same, or they are Python's.
    connection.execute(
        "CREATE TABLE ranks AS SELECT rows.number, groups.number AS event, row_number() OVER (PARTITION BY groups.number "
        "ORDER BY date, title, list_sort(actors), -fullness, ident, rows.number) AS rank "
        "FROM rows JOIN groups USING (sign) WHERE times > 1 AND NOT python"
    )
    once = "list_distinct_in_order(together.actors)"
    connection.execute(
        "CREATE MACRO list_distinct_in_order(l) AS [one FOR one, place IN l IF list_position(l, one) = place]"
    )
    connection.execute(
        f"CREATE TABLE several AS SELECT event AS number, first.* EXCLUDE (number, event, rank) "  # noqa: S608 - ours
        f"REPLACE (coalesce({once}, first.actors) AS actors), together.* EXCLUDE (event, actors) "
        f"FROM ({told_by(plan, _FIRST, '(FROM ranks WHERE rank = 1)')}) AS first "
        f"JOIN ({_together(plan)}) AS together USING (event)"
    )
    others = {
        "extra": "CASE WHEN members = '' AND imported = '{}' THEN '' ELSE '{' || concat_ws(',', nullif(members, ''), "
        "CASE WHEN imported != '{}' THEN '\"imported\":' || imported END) || '}' END",
        **dict.fromkeys(("rivals", "leans"), "false"),
        "vouched": "source_count > 0",
        "folded_quotes": "['' FOR one IN range(source_count)]",
        **dict.fromkeys(("id", "source_quote"), "''"),
    }
    made = ", ".join(f"{others.get(name, name)} AS {name}" for name in GIVEN)
    # Of two tables both processors take one.
    connection.execute(
        f"CREATE VIEW events AS SELECT {made} FROM united UNION ALL SELECT {made} FROM several UNION ALL FROM of_python"  # noqa: S608 - ours
    )


def _together(plan: Plan) -> str:
    """What the rows of an event say together: its sources, each once, its actors, and where it was imported from."""
    said = [name for name in SOURCES if SOURCE + name in (*plan.fields, *plan.constants)]

    def of_each(made: str) -> str:
        return ", ".join(
            f"{made.format(name) if name.removeprefix('source_') in said else quoted('')} AS {name}"
            for name in _SOURCES
        )

    latest = of_each("coalesce(arg_max({0}, rank) FILTER ({0} != ''), '')")
    days = ", ".join(
        f"coalesce(arg_max({name}, rank) FILTER (source_date != ''), {NEVER}) AS {name}"
        for name in _PUBLISHED
    )
    members = [
        text_member(name, f"source_{name}", f"source_{name} != ''") for name in _IN_ORDER if name in said
    ]
    told = told_by(plan, (*_SOURCES, *_PUBLISHED), "ranks")
    return (
        f"WITH sources AS (SELECT event, min(rank) AS rank, {latest}, {days} FROM "  # noqa: S608 - ours
        f"(SELECT *, coalesce(nullif(source_url, ''), source_title) AS called FROM ({told})) GROUP BY event, called), "
        f"counted AS (SELECT event, count(*) AS source_count, {of_each('arg_min({0}, rank)')}, "
        f"{', '.join(f'min({name}) AS {name}' for name in _PUBLISHED)} FROM sources GROUP BY event), "
        f"written AS (SELECT event, string_agg({json_object(members)}, ',' ORDER BY rank) AS sources "
        "FROM sources SEMI JOIN (FROM counted WHERE source_count > 1) USING (event) GROUP BY event), "
        "again AS (SELECT number FROM rows JOIN ranks USING (number) SEMI JOIN repeated USING (number) "
        "QUALIFY row_number() OVER (PARTITION BY event, ident ORDER BY rank) > 1), "
        "rows_of AS (SELECT event, count(*) AS times, string_agg(imported, ',' ORDER BY rank) AS imported "
        f"FROM ({told_by(plan, ('imported',), 'ranks')}) ANTI JOIN again USING (number) GROUP BY event), "
        "apart AS (SELECT event FROM rows JOIN ranks USING (number) GROUP BY event HAVING min(actors) != max(actors)), "
        "actors_of AS (SELECT event, flatten(list(actors ORDER BY rank)) AS actors "
        "FROM rows JOIN ranks USING (number) SEMI JOIN apart USING (event) GROUP BY event) "
        "SELECT counted.*, coalesce('[' || sources || ']', '') AS sources, "
        "CASE WHEN times > 1 THEN '[' || rows_of.imported || ']' ELSE rows_of.imported END AS imported, actors "
        "FROM counted JOIN rows_of USING (event) LEFT JOIN written USING (event) LEFT JOIN actors_of USING (event)"
    )
