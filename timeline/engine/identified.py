"""The ids of events that an engine has made of rows: the same, and in the same turn, as `timeline.upkeep.intake` gives them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from timeline.engine.distinct import load
from timeline.engine.rows import FETCHED, event_of
from timeline.identity import ID_LENGTH, NAMELESS, date_words, free_id, id_words
from timeline.model import Origin
from timeline.upkeep.intake import precedence

_numbered = re.compile(r"(.+)-[1-9][0-9]*")
_IN_TURN = "date, title, list_sort(actors), fullness"


def give_ids(connection: Any, folder: Path) -> None:
    """Make the table `named` of the numbers of events and their ids."""
    make_slugs(connection, folder)
    connection.execute(
        "CREATE TABLE clashing AS SELECT slug, number, date, title, actors, 0::BIGINT AS fullness FROM events JOIN slugs USING (date, title) "
        "QUALIFY count(*) OVER (PARTITION BY slug) > 1"
    )
    _settle_ties(connection, folder)
    connection.execute(
        "CREATE TABLE named AS SELECT number, slug || CASE WHEN turn > 1 THEN '-' || turn ELSE '' END AS id FROM "  # noqa: S608 - ours
        f"(SELECT number, slug, row_number() OVER (PARTITION BY slug ORDER BY {_IN_TURN}, number) AS turn FROM "
        "(SELECT number, slug, events.date, events.title, events.actors, coalesce(fullness, 0) AS fullness "
        "FROM events JOIN slugs USING (date, title) LEFT JOIN (SELECT number, fullness FROM clashing) USING (number)))"
    )
    _settle_families(connection, folder)


def make_slugs(connection: Any, folder: Path) -> None:
    """Make the table `slugs`: what `new_id` makes of a date and a title, of which each is read once, and not with every other."""
    for column, said in (("date", date_words), ("title", id_words)):
        found = connection.execute(f"SELECT DISTINCT {column} FROM events").fetchall()  # noqa: S608 - ours
        rows = ({column: text, "words": said(text)} for (text,) in found)
        load(connection, folder, f"{column}s", dict.fromkeys((column, "words"), "VARCHAR"), rows)
    begun = f"words[:{ID_LENGTH + 1}]"
    connection.execute(
        f"CREATE TABLE slugs AS SELECT date, title, CASE WHEN words = '' THEN '{NAMELESS}' "  # noqa: S608 - ours
        f"WHEN length(words) <= {ID_LENGTH} THEN words WHEN contains({begun}, '-') "
        f"THEN regexp_extract({begun}, '^(.*)-', 1) ELSE words[:{ID_LENGTH}] END AS slug FROM "
        "(SELECT date, title, concat_ws('-', nullif(dates.words, ''), nullif(titles.words, '')) AS words "
        "FROM (SELECT DISTINCT date, title FROM events) JOIN dates USING (date) JOIN titles USING (title))"
    )


def _settle_ties(connection: Any, folder: Path) -> None:
    """Of events that are alike in date, title and actors the fullest comes first."""
    columns = ", ".join(name if name not in ("rivals", "row") else _FILLED[name] for name in FETCHED)
    rows = connection.execute(
        f"SELECT {columns} FROM events SEMI JOIN (SELECT number FROM clashing "  # noqa: S608 - ours
        "QUALIFY count(*) OVER (PARTITION BY slug, date, title, list_sort(actors)) > 1) AS tied USING (number) ORDER BY number"
    ).fetchall()
    events = sorted(
        ((row[-1], event_of(row, Origin("", 1))) for row in rows), key=lambda one: precedence(one[1])
    )
    if events:
        turns = ({"number": number, "turn": turn} for turn, (number, _) in enumerate(events))
        load(connection, folder, "turns", dict.fromkeys(("number", "turn"), "BIGINT"), turns)
        connection.execute(
            "UPDATE clashing SET fullness = turn FROM turns WHERE turns.number = clashing.number"
        )


_FILLED: Mapping[str, str] = {"rivals": "rivals", "row": "number AS row"}


def _settle_families(connection: Any, folder: Path) -> None:
    """Give ids one by one where that of one event is that of another with a number behind it."""
    numbered = f"SELECT 1 FROM slugs WHERE regexp_full_match(slug, '{_numbered.pattern}') LIMIT 1"  # noqa: S608 - ours
    if not connection.execute(numbered).fetchall():
        return
    slugs = {slug for (slug,) in connection.execute("SELECT DISTINCT slug FROM slugs").fetchall()}
    family: set[str] = set()
    for slug in slugs:
        base = slug
        while (found := _numbered.fullmatch(base)) and (base := found[1]):
            if base in slugs:
                family |= {slug, base}
    if not family:
        return
    load(connection, folder, "family", {"slug": "VARCHAR"}, ({"slug": slug} for slug in family))
    members = connection.execute(
        "SELECT number, slug FROM (SELECT number, slug, events.date, events.title, events.actors, coalesce(fullness, 0) AS fullness "  # noqa: S608 - ours
        "FROM events JOIN slugs USING (date, title) SEMI JOIN family USING (slug) "
        "LEFT JOIN (SELECT number, fullness FROM clashing) USING (number)) "
        f"ORDER BY {_IN_TURN}, number"
    ).fetchall()
    taken: set[str] = set()
    given = []
    for number, slug in members:
        id_ = free_id(slug, taken)
        taken.add(id_)
        given.append({"number": number, "id": id_})
    load(connection, folder, "given", {"number": "BIGINT", "id": "VARCHAR"}, given)
    connection.execute("UPDATE named SET id = given.id FROM given WHERE given.number = named.number")
