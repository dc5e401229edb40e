"""The rows of other people's tables as an engine knows them: what each says, what knows it again, and whether Python has to read it."""

from collections.abc import Iterable, Mapping
from typing import Any

from timeline.engine.distinct import DAYS, Distinct
from timeline.engine.planned import APART, LISTED, SOURCES, TEXTS, Field, Plan
from timeline.engine.raw import cell_read, column, table_of
from timeline.formats.coded import DIGEST
from timeline.formats.json_values import json_text
from timeline.formats.parquet_table import NEVER, quoted
from timeline.mapping import SOURCE
from timeline.record import RECORD_FIELDS, SOURCE_FIELDS
from timeline.tuples import NamedTuple
from timeline.upkeep.origins import IMPORTED

BETWEEN = "chr(31)"
_PLAIN = r"[!#-&(-\[\]-~]([ !#-\[\]-~]*[!#-\[\]-~])?"
"""A cell of printable ASCII that nothing is taken from, and that JSON writes as it is.

It has no blank at its ends, no mark before it that a spreadsheet wants, and neither a quotation mark nor a backslash.
"""


class Member(NamedTuple):
    """A member of a JSON object: a text of the engine, what stands before and behind it, and when it is there, "" for always."""

    begun: str
    text: str
    ended: str = ""
    there: str = ""

    @property
    def written(self) -> str:
        """The member; null where it is not there. To join all at once takes half the time of `||`."""
        made = f"concat({quoted(self.begun)}, {self.text}, {quoted(self.ended)})"
        return f"CASE WHEN {self.there} THEN {made} END" if self.there else made

    @property
    def size(self) -> str:
        """How many letters it has, and a comma."""
        made = f"{len(self.begun + self.ended) + 1} + strlen({self.text})"
        return f"CASE WHEN {self.there} THEN {made} ELSE 0 END" if self.there else made


def make_rows(connection: Any, plan: Plan, distinct: Distinct) -> None:
    """Make the table of the rows: `bad` ones are for Python to read, and others may not be `wanted`.

    It has what rows are chosen, grouped and ordered by. What else an event says is read of the rows that come first alone
    (`told_by`): of 193,433 rows it takes 0.5 s to make, where it took 1.2 with all that events say.
    """
    triage = plan.reader.triage
    tables = _tables(plan)
    for name in triage.parts if triage else ():
        if name != "seen":
            distinct.told(name, tables[f"of_{name}"].places)
    distinct.dates(tables["of_date"].places)
    for name, field in plan.fields.items():
        if table_of(name) in tables and name != "date":
            distinct.field(name, field)
    bad = ["more", *(f"{table}.bad" for table in tables)]
    if same := [f"raw.{column(field.places[0])}" for field in plan.fields.values() if field.same]:
        # No cell has the end of a line, which so parts them: one expression for all takes a quarter of the time.
        cells = f"concat_ws(chr(10), {', '.join(same)})"
        plain = f"({_PLAIN})?(\n({_PLAIN})?)*"
        bad.append(f"NOT regexp_full_match({cells}, {quoted(plain)})")
    title = _value(plan, "title")
    bad.append(f"{title} = ''")
    if triage and plan.merged:
        bad.append(f"({_alone(plan)} AND {_named_source(plan)} = '')")
    made = [name for name in SOURCES if SOURCE + name in plan.fields and not plan.fields[SOURCE + name].same]
    columns = {
        **{name: f"raw.{name}" for name in ("number", "file", "line")},
        "bad": " OR ".join(bad),
        "wanted": _wanted(plan),
        "date": "of_date.value",
        "title": title,
        "actors": _value(plan, "actors"),
        "tags": _value(plan, "tags"),
        "fullness": _fullness(plan),
        "sign": _sign(plan),
        "ident": _value(plan, "imported.id"),
        "by_url": f"{_value(plan, SOURCE + 'url')} != ''",
        "by_title": f"{_value(plan, SOURCE + 'title')} != ''",
        "accented": f"{_folded(plan, 'actors')} IS NOT NULL",
        "escaped": " OR ".join(f"{table_of(SOURCE + name)}.json IS NOT NULL" for name in made) or "false",
    }
    connection.execute(f"CREATE TABLE rows AS SELECT {_of_raw(plan, columns)}")
    connection.execute("DELETE FROM rows WHERE NOT bad AND NOT wanted")


def told_by(plan: Plan, names: Iterable[str], chosen: str) -> str:
    """Columns of what events say, behind the columns of a table of the `number` of the rows that are asked for."""
    columns = _columns(plan)
    made = _of_raw(
        plan, {name: columns[name] for name in names}, f"{chosen} AS chosen JOIN raw USING (number)"
    )
    return f"SELECT chosen.*, {made}"


def _of_raw(plan: Plan, columns: Mapping[str, str], raw: str = "raw") -> str:
    """Columns by their names, and the tables that they are of: every row has its place in each of these."""
    made = ", ".join(f"{said} AS {name}" for name, said in columns.items())
    joins = " ".join(
        f"JOIN {table} ON {' AND '.join(f'{cell_read(at, field.begun)} = {table}.{column(at)}' for at in field.places)}"
        for table, field in _tables(plan).items()
        if f"{table}." in made
    )
    return f"{made} FROM {raw} {joins}"


def _tables(plan: Plan) -> dict[str, Field]:
    """The tables of what cells stand for, and what each is made of."""
    date = plan.fields["date"]
    found = {"of_date": date}
    if triage := plan.reader.triage:
        names = plan.reader.table.names
        for name, parts in triage.parts.items():
            places = {names.index(one) for part in parts for one in part.columns}
            if name == "seen":
                found["of_date"] = date._replace(places=tuple(sorted({*date.places, *places})))
            else:
                found[f"of_{name}"] = Field(name, tuple(sorted(places)), ())
    others = {name: field for name, field in plan.fields.items() if name != "date" and not field.same}
    return found | {table_of(name): field for name, field in others.items()}


def _columns(plan: Plan) -> dict[str, str]:
    """What stands in the row of an event, and how it is written as JSON."""
    date = table_of(f"{SOURCE}date")
    dated = f"{SOURCE}date" in plan.fields
    published = {
        f"published_{name}": f"coalesce({date}.{side}, {NEVER})" if dated else f"{NEVER}"
        for name, side in (("earliest", "first"), ("latest", "last"))
    }
    return {
        "date": "of_date.value",
        **{name: f"of_date.{name}" for name in DAYS},
        **{name: _value(plan, name) for name in (*TEXTS, *LISTED)},
        **{f"folded_{name}": _folded(plan, name) for name in (*TEXTS, *LISTED)},
        **{f"source_{name}": _value(plan, SOURCE + name) for name in SOURCES},
        **published,
        "members": _joined(_member(plan, name) for name in (*APART, *plan.own)),
        "imported": json_object(_imported(plan)),
    }


_BOTH = "of_source.value != '' AND of_target.value != ''"


def _wanted(plan: Plan) -> str:
    """Whether a row is between two parties, as `Triage.wanted` has it."""
    if not plan.coded or plan.reader.mapping.everything:
        return "true"
    return f"({_BOTH} AND of_source.value != of_target.value)"


def _alone(plan: Plan) -> str:
    return "true" if plan.reader.mapping.merge == "source" else f"NOT ({_BOTH})"


def _event(plan: Plan) -> str:
    """Which event a row tells, as `Triage.event` has it."""
    one, other = (f"coalesce(nullif(of_{name}.value, ''), '-')" for name in ("source", "target"))
    turned = f"{_BOTH} AND of_code.mutual AND of_target.value < of_source.value"
    parties = (
        f"CASE WHEN {turned} THEN of_target.value || ':' || of_source.value ELSE {one} || ':' || {other} END"
    )
    digest = (
        f"CASE WHEN {_alone(plan)} THEN ':' || substr(sha256({_named_source(plan)}), 1, {DIGEST}) ELSE '' END"
    )
    return f"(of_date.day || ':' || {parties} || ':' || of_code.value || {digest})"


def _sign(plan: Plan) -> str:
    """What knows a row again."""
    identity = _value(plan, "imported.id")
    actors = f"array_to_string(list_sort({_value(plan, 'actors')}), {BETWEEN})"
    known = f"concat_ws({BETWEEN}, 'told', of_date.value, {_value(plan, 'title')}, {actors})"
    if plan.merged:
        return f"'event' || {BETWEEN} || {_event(plan)}"
    if plan.origin:
        return f"CASE WHEN {identity} = '' THEN {known} ELSE 'id' || {BETWEEN} || {identity} END"
    return known


def _fullness(plan: Plan) -> str:
    """How long the record is as `precedence` writes it (`timeline.upkeep.intake`), give or take what is the same in all rows."""
    source = [_member(plan, SOURCE + name, name) for name in SOURCE_FIELDS if name in SOURCES]
    sizes = [
        "strlen(of_date.value)",
        _within('"sources":[{}]', source),
        _within(f'"{IMPORTED}":{{}}', _imported(plan)),
    ]
    members = [_member(plan, name) for name in (*RECORD_FIELDS, *plan.own)]
    return " + ".join([*sizes, *(member.size for member in members if member)])


def _within(around: str, members: Iterable[Member | None]) -> str:
    """How much members make of a record, with what stands around them, which is not there without them."""
    sizes = " + ".join(member.size for member in members if member)
    return f"CASE WHEN {sizes} > 0 THEN {len(around)} + {sizes} ELSE 0 END" if sizes else "0"


def _imported(plan: Plan) -> list[Member | None]:
    """What is kept of where an event was imported from."""
    found = [_member(plan, f"{IMPORTED}.{name}", name) for name in plan.imported]
    return [*found, text_member("event", _event(plan))] if plan.merged else found


def json_object(members: Iterable[Member | None]) -> str:
    """A JSON object of those members that are there."""
    return f"concat('{{', {_joined(members)}, '}}')"


def _joined(members: Iterable[Member | None]) -> str:
    return f"concat_ws(',', {', '.join(member.written for member in members if member) or 'NULL'})"


def _member(plan: Plan, name: str, called: str = "") -> Member | None:
    """A field as a member of a JSON object; None where nothing is said in any row."""
    begun = f"{json_text(called or name)}:"
    if name in plan.constants:
        return Member(begun + json_text(plan.constants[name]), "''")
    field = plan.fields.get(name)
    if field is None or name == "date":
        return None
    value, table = _value(plan, name), table_of(name)
    if name in LISTED:
        return Member(begun, f"{table}.json", there=f"len({value}) > 0")
    text = value if field.same else f"coalesce({table}.json, {value})"
    return text_member(called or name, text, f"{value} != ''")


def text_member(name: str, text: str, there: str = "") -> Member:
    """A member that is a text, as JSON has it between quotation marks."""
    return Member(f'{json_text(name)}:"', text, '"', there)


def _value(plan: Plan, name: str) -> str:
    """What a field says: "", or an empty list, where that is nothing."""
    if name in plan.constants:
        value = plan.constants[name]
        if isinstance(value, list):
            return f"[{', '.join(map(quoted, value))}]::VARCHAR[]"
        return quoted(value)
    field = plan.fields.get(name)
    if field is None:
        return "[]::VARCHAR[]" if name in LISTED else "''"
    return _cell(plan, field.places[0]) if field.same else f"{table_of(name)}.value"


def _folded(plan: Plan, name: str) -> str:
    return f"{table_of(name)}.folded" if name in plan.fields else "NULL"


def _named_source(plan: Plan) -> str:
    """By what rows of one source are known, where they lack a party (`timeline.formats.coded`)."""
    return f"coalesce(nullif({_value(plan, f'{SOURCE}url')}, ''), {_value(plan, f'{SOURCE}title')})"


def _cell(plan: Plan, at: int) -> str:
    if empty := plan.reader.mapping.empty:
        return f"CASE WHEN raw.{column(at)} IN ({', '.join(map(quoted, empty))}) THEN '' ELSE raw.{column(at)} END"
    return f"raw.{column(at)}"
