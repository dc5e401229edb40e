"""Rows that tell one event, as that event: what `timeline.upkeep.uniting` and `intake` make of them, by the engine where it can."""

from collections.abc import Iterable, Sequence
from typing import Any

from timeline.engine.distinct import DAYS
from timeline.engine.planned import LISTED, SOURCES, TEXTS, Plan
from timeline.engine.rowwise import escaped, json_member, json_object
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
    connection.execute("CREATE TABLE repeated AS SELECT ident FROM rows GROUP BY ident HAVING count(*) > 1")
    connection.execute(
        "UPDATE groups SET python = true FROM (SELECT sign FROM rows SEMI JOIN (FROM groups WHERE times > 1) USING (sign) "  # noqa: S608 - ours
        f"GROUP BY sign HAVING {' OR '.join(_strange(plan))} UNION SELECT sign FROM rows SEMI JOIN "
        "repeated USING (ident) GROUP BY sign, ident "
        "HAVING min(imported) != max(imported)) AS strange WHERE strange.sign = groups.sign"
    )
    return True


def _strange(plan: Plan) -> list[str]:
    """What is true of rows that the engine leaves to Python: it unites sources that all have an address, or all a title alone."""
    fields = plan.fields
    made = [name for name in SOURCES if SOURCE + name in fields and not fields[SOURCE + name].same]
    return [
        "sign[:4] = 'told'",
        "bool_or(ident = '')",
        "min(tags) != max(tags)",
        "(min(actors) != max(actors) AND bool_or(folded_actors IS NOT NULL))",
        "NOT (bool_and(source_url != '') OR bool_and(source_url = '' AND source_title != ''))",
        *(f"bool_or(regexp_matches(source_{name}, '[^ -~]'))" for name in made),
    ]


def rows_for_python(connection: Any) -> list[tuple[int, int, int]]:
    """The rows that Python has to read for the sake of others: their number, file and line."""
    found: list[tuple[int, int, int]] = connection.execute(
        "SELECT number, file, line FROM rows SEMI JOIN (FROM groups WHERE python) USING (sign) ORDER BY number"
    ).fetchall()
    return found


def unite(connection: Any, plan: Plan) -> None:
    """Bring together what rows tell, but for those that Python has read: `events` are all, of which none has an id yet."""
    firsts = ", ".join(f"rows.{name}" for name in _FIRST)
    connection.execute(
        f"CREATE TABLE united AS SELECT rows.number, {firsts}, imported, {', '.join((*_SOURCES, *_PUBLISHED))}, "  # noqa: S608 - ours
        f"CASE WHEN {' || '.join(_SOURCES)} = '' THEN 0 ELSE 1 END AS source_count, '' AS sources "
        "FROM rows JOIN groups USING (sign) WHERE times = 1 AND NOT python"
    )
    connection.execute(
        "CREATE TABLE ranks AS SELECT rows.number, groups.number AS event, row_number() OVER (PARTITION BY groups.number "
        "ORDER BY date, title, list_sort(actors), -length(said), said, rows.number) AS rank "
        "FROM rows JOIN groups USING (sign) WHERE times > 1 AND NOT python"
    )
    # What is not ordered by goes not with the rows through the order: of 164,442 rows 0.4 s less.
    connection.execute(
        "CREATE TABLE ranked AS SELECT number, event, rank, actors, ident, imported, "  # noqa: S608 - ours
        f"{', '.join((*_SOURCES, *_PUBLISHED))} FROM rows JOIN ranks USING (number)"
    )
    said = {*plan.fields, *plan.constants}
    connection.execute(
        f"CREATE TABLE together AS {_together([name for name in SOURCES if SOURCE + name in said])}"
    )
    apart = [name for name in _FIRST if name not in ("actors", "folded_actors")]
    once = "list_distinct_in_order(together.actors)"
    connection.execute(
        "CREATE MACRO list_distinct_in_order(l) AS [one FOR one, place IN l IF list_position(l, one) = place]"
    )
    connection.execute(
        f"CREATE TABLE several AS SELECT ranked.event AS number, {', '.join(f'rows.{name}' for name in apart)}, "  # noqa: S608 - ours
        f"coalesce({once}, ranked.actors) AS actors, rows.folded_actors, together.imported, "
        f"{', '.join(f'together.{name}' for name in (*_SOURCES, *_PUBLISHED, 'source_count', 'sources'))} "
        "FROM ranked JOIN rows USING (number) JOIN together USING (event) WHERE rank = 1"
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


def _together(said: Sequence[str]) -> str:
    """What the rows of an event say together: its sources, each once, its actors, and where it was imported from.

    `said` are the fields that any source has.
    """

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
        f"CASE WHEN source_{name} != '' THEN {json_member(name, escaped(f'source_{name}'))} END"
        for name in _IN_ORDER
        if name in said
    ]
    return (
        f"WITH sources AS (SELECT event, min(rank) AS rank, {latest}, {days} FROM "  # noqa: S608 - ours
        "(SELECT *, coalesce(nullif(source_url, ''), source_title) AS called FROM ranked) GROUP BY event, called), "
        f"counted AS (SELECT event, count(*) AS source_count, {of_each('arg_min({0}, rank)')}, "
        f"{', '.join(f'min({name}) AS {name}' for name in _PUBLISHED)} FROM sources GROUP BY event), "
        f"written AS (SELECT event, string_agg({json_object(members)}, ',' ORDER BY rank) AS sources "
        "FROM sources SEMI JOIN (FROM counted WHERE source_count > 1) USING (event) GROUP BY event), "
        "again AS (SELECT number FROM ranked SEMI JOIN repeated USING (ident) QUALIFY row_number() OVER (PARTITION BY event, ident ORDER BY rank) > 1), "
        "rows_of AS (SELECT event, count(*) AS times, string_agg(imported, ',' ORDER BY rank) AS imported "
        "FROM ranked ANTI JOIN again USING (number) GROUP BY event), "
        "apart AS (SELECT event FROM ranked GROUP BY event HAVING min(actors) != max(actors)), "
        "actors_of AS (SELECT event, flatten(list(actors ORDER BY rank)) AS actors FROM ranked SEMI JOIN apart USING (event) GROUP BY event) "
        "SELECT counted.*, coalesce('[' || sources || ']', '') AS sources, "
        "CASE WHEN times > 1 THEN '[' || rows_of.imported || ']' ELSE rows_of.imported END AS imported, actors "
        "FROM counted JOIN rows_of USING (event) LEFT JOIN written USING (event) LEFT JOIN actors_of USING (event)"
    )
