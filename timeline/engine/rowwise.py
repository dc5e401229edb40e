"""The rows of other people's tables as an engine knows them: what each says, what knows it again, and whether Python has to read it."""

from collections.abc import Sequence
from typing import Any

from timeline.engine.distinct import DAYS, Distinct
from timeline.engine.planned import APART, LISTED, SOURCES, TEXTS, Plan
from timeline.engine.raw import column
from timeline.formats.coded import DIGEST
from timeline.formats.json_values import json_text
from timeline.formats.parquet_table import NEVER, quoted
from timeline.mapping import SOURCE
from timeline.record import RECORD_FIELDS, SOURCE_FIELDS
from timeline.upkeep.origins import IMPORTED

BETWEEN = "chr(31)"
_PLAIN = "[!-&(-~]([ -~]*[!-~])?"
"""A cell of printable ASCII that nothing is taken from: no blank at its ends, and no mark before it that a spreadsheet wants."""


def make_rows(connection: Any, plan: Plan, distinct: Distinct) -> None:
    """Make the table of the rows: `bad` ones are for Python to read, and others may not be `wanted`."""
    names = plan.reader.table.names
    triage = plan.reader.triage
    joined: dict[str, Sequence[int]] = {"of_date": plan.fields["date"].places}
    if triage:
        places = {
            name: sorted({names.index(one) for part in parts for one in part.columns})
            for name, parts in triage.parts.items()
        }
        joined["of_date"] = sorted({*joined["of_date"], *places.pop("seen")})
        for name, there in places.items():
            joined[f"of_{name}"] = there
            distinct.told(name, there)
    distinct.dates(joined["of_date"])
    for name, field in plan.fields.items():
        if name != "date" and not field.same:
            joined[_table(name)] = field.places
            distinct.field(name, field)
    bad = ["more", *(f"{table}.bad" for table in joined)]
    if same := [f"raw.{column(field.places[0])}" for field in plan.fields.values() if field.same]:
        # No cell has the end of a line, which so parts them: one expression for all takes a quarter of the time.
        cells = f"concat_ws(chr(10), {', '.join(same)})"
        plain = f"({_PLAIN})?(\n({_PLAIN})?)*"
        bad.append(f"NOT regexp_full_match({cells}, {quoted(plain)})")
    title = _value(plan, "title")
    bad.append(f"{title} = ''")
    if triage and plan.merged:
        bad.append(f"({_alone(plan)} AND {_named_source(plan)} = '')")
    joins = " ".join(
        f"JOIN {table} ON {' AND '.join(f'raw.{column(at)} = {table}.{column(at)}' for at in places)}"
        for table, places in joined.items()
    )
    connection.execute(
        f"CREATE TABLE rows AS SELECT number, file, line, {' OR '.join(bad)} AS bad, "  # noqa: S608 - ours, or quoted
        f"{_wanted(plan)} AS wanted, {', '.join(_columns(plan))} FROM raw {joins}"
    )
    connection.execute("DELETE FROM rows WHERE NOT bad AND NOT wanted")


def _columns(plan: Plan) -> list[str]:
    """What stands in the row of an event, and how it is written as JSON."""
    made = [f"of_date.value AS date, {', '.join(f'of_date.{one}' for one in DAYS)}"]
    made += [
        f"{_value(plan, name)} AS {name}, {_folded(plan, name)} AS folded_{name}"
        for name in (*TEXTS, *LISTED)
    ]
    made += [f"{_value(plan, SOURCE + name)} AS source_{name}" for name in SOURCES]
    date = _table(f"{SOURCE}date")
    for name, side in (("published_earliest", "first"), ("published_latest", "last")):
        day = f"coalesce({date}.{side}, {NEVER})" if f"{SOURCE}date" in plan.fields else f"{NEVER}"
        made += [f"{day} AS {name}"]
    event = _event(plan) if plan.merged else "''"
    identity = _value(plan, "imported.id")
    telling = [
        "'told'",
        "of_date.value",
        _value(plan, "title"),
        f"array_to_string(list_sort({_value(plan, 'actors')}), {BETWEEN})",
    ]
    known = f"concat_ws({BETWEEN}, {', '.join(telling)})"
    if plan.merged:
        known = f"'event' || {BETWEEN} || {event}"
    elif plan.origin:
        known = f"CASE WHEN {identity} = '' THEN {known} ELSE 'id' || {BETWEEN} || {identity} END"
    made += [f"{known} AS sign", f"{identity} AS ident"]
    members = [_member(plan, name) for name in (*APART, *plan.own)]
    made.append(f"{_joined(members)} AS members")
    imported = [_member(plan, f"{IMPORTED}.{name}", name) for name in plan.imported]
    if plan.merged:
        imported.append(json_member("event", event))
    made.append(f"{json_object(imported)} AS imported")
    made.append(f"{_said(plan, imported)} AS said")
    return made


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


def _said(plan: Plan, imported: Sequence[str]) -> str:
    """The record as `precedence` writes it (`timeline.upkeep.intake`)."""
    source = [_member(plan, SOURCE + name, name) for name in SOURCE_FIELDS if name in SOURCES]
    made = {"date": json_member("date", "of_date.value"), "sources": _inner('"sources":[{', source, "}]")}
    parts = [made.get(name) or _member(plan, name) for name in (*RECORD_FIELDS, *plan.own)]
    return json_object([*parts, _inner(f'"{IMPORTED}":{{', imported, "}")])


def json_object(members: Sequence[str]) -> str:
    """A JSON object of those members that are not null."""
    return f"concat('{{', {_joined(members)}, '}}')"


def _inner(begun: str, members: Sequence[str], ended: str) -> str:
    """What stands around members, and nothing where all of them are null."""
    joined = _joined(members)
    return f"CASE WHEN {joined} != '' THEN concat({quoted(begun)}, {joined}, {quoted(ended)}) END"


def _joined(members: Sequence[str]) -> str:
    return f"concat_ws(',', {', '.join(filter(None, members)) or 'NULL'})"


def _member(plan: Plan, name: str, called: str = "") -> str:
    """A field as a member of a JSON object, null where nothing is said; nothing where that is so in all rows."""
    begun = f"{json_text(called or name)}:"
    if name in plan.constants:
        return quoted(begun + json_text(plan.constants[name]))
    field = plan.fields.get(name)
    if field is None:
        return ""
    value, table = _value(plan, name), _table(name)
    if name in LISTED:
        return f"CASE WHEN len({value}) > 0 THEN concat({quoted(begun)}, {table}.json) END"
    text = escaped(value) if field.same else f"coalesce({table}.json, {value})"
    return f"CASE WHEN {value} != '' THEN {json_member(called or name, text)} END"


def json_member(name: str, text: str) -> str:
    """A member of a JSON object: its name, and a text as `escaped` has it. To join all at once takes half the time of `||`."""
    return f"concat({quoted(json_text(name) + ':')}, '\"', {text}, '\"')"


def escaped(value: str) -> str:
    """A text of printable ASCII as JSON has it, without its quotation marks."""
    return f"replace(replace({value}, '\\', '\\\\'), '\"', '\\\"')"


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
    return _cell(plan, field.places[0]) if field.same else f"{_table(name)}.value"


def _folded(plan: Plan, name: str) -> str:
    return f"{_table(name)}.folded" if name in plan.fields else "NULL"


def _named_source(plan: Plan) -> str:
    """By what rows of one source are known, where they lack a party (`timeline.formats.coded`)."""
    return f"coalesce(nullif({_value(plan, f'{SOURCE}url')}, ''), {_value(plan, f'{SOURCE}title')})"


def _cell(plan: Plan, at: int) -> str:
    if empty := plan.reader.mapping.empty:
        return f"CASE WHEN raw.{column(at)} IN ({', '.join(map(quoted, empty))}) THEN '' ELSE raw.{column(at)} END"
    return f"raw.{column(at)}"


def _table(name: str) -> str:
    return f"of_{name.replace('.', '_')}"
