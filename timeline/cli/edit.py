"""`timeline edit`: change fields of events, or open one in an editor."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.add import refuse_unwritable
from timeline.cli.choosing import meant
from timeline.cli.citing import Citing
from timeline.cli.collection import only_path
from timeline.cli.completing import completed
from timeline.cli.diff import print_diff
from timeline.cli.editor import edit_by_hand
from timeline.cli.fields import LIST_OPTIONS, Fields, trimmed
from timeline.cli.options import EMPTY, Clock, DryRun, OneData, Wait, composed, text_option
from timeline.cli.references import check_references, items_of, names_old_date, renamed, renewed
from timeline.cli.words import note
from timeline.errors import Refused, UsageError, shown
from timeline.guard import whole_references
from timeline.identity import whole_id
from timeline.model import REFERENCES, Event, InvalidRecord, Problem, Record, Value
from timeline.store import write
from timeline.store.change import Change
from timeline.store.read import StoredRecord


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class ListChanges:
    """What comes into a list field, and what goes."""

    add_actor: Annotated[list[str], text_option("NAME", "Also NAME takes part.")] = EMPTY
    drop_actor: Annotated[list[str], text_option("NAME", "NAME takes no part.", "actors")] = EMPTY
    add_tag: Annotated[list[str], text_option("TAG", "One more keyword.", "tags")] = EMPTY
    drop_tag: Annotated[list[str], text_option("TAG", "One keyword less.", "tags")] = EMPTY
    add_after: Annotated[list[str], text_option("ID", "Also follows ID.", "ids")] = EMPTY
    drop_after: Annotated[list[str], text_option("ID", "Is not known to follow ID.", "ids")] = EMPTY
    add_before: Annotated[list[str], text_option("ID", "Also precedes ID.", "ids")] = EMPTY
    drop_before: Annotated[list[str], text_option("ID", "Is not known to precede ID.", "ids")] = EMPTY
    add_related: Annotated[list[str], text_option("ID", "Also refers to ID.", "ids")] = EMPTY
    drop_related: Annotated[list[str], text_option("ID", "Does not refer to ID.", "ids")] = EMPTY

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    def applied(self, record: Record, ids: Collection[str]) -> Record:
        """The record with its lists changed; a list that becomes empty goes. References may be given by a beginning."""
        for name, option in LIST_OPTIONS.items():
            adds, drops = getattr(self, f"add_{option}"), getattr(self, f"drop_{option}")
            if adds or drops:
                value = record.get(name, [])
                if isinstance(value, dict):
                    raise Refused(f"{name} is a mapping and no list", hint=f"replace it: --{option} NAME")
                items: list[Value] = [value] if isinstance(value, str) and value else [*value]
                adds = [*trimmed(adds, f"add-{option}")]
                if name in REFERENCES:
                    adds = [whole_id(id_, ids) for id_ in adds]
                    drops = [whole_id(id_, items_of(items)) for id_ in drops]
                items = [item for item in items if item not in drops]
                items += [item for item in dict.fromkeys(adds) if item not in items]
                record = record | {name: items} if items else _without(record, name)
        return record


@composed(example="timeline edit 2022-03-21-talks-ended --status confirmed --add-tag diplomacy")
def edit(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="[ID]...", autocompletion=completed("ids"), show_default=False, help="The events."
        ),
    ] = EMPTY,
    *,
    where: Annotated[
        str, text_option("QUERY", "The events that QUERY finds, besides those named.", "queries")
    ] = "",
    title: Annotated[str | None, text_option("TEXT", "What happened, in one line.")] = None,
    id_: Annotated[
        str,
        typer.Option(
            "--id", metavar="ID", show_default=False, help="A new id; references to the old one follow."
        ),
    ] = "",
    new_id: Annotated[
        bool, typer.Option("--new-id", help="Make the id anew of date and title; references follow.")
    ] = False,
    values: Fields,
    citing: Citing,
    lists: ListChanges,
    unset: Annotated[list[str], text_option("FIELD", "Take the field out. May be repeated.")] = EMPTY,
    data: OneData = EMPTY,
    clock: Clock,
    force: Annotated[
        bool, typer.Option("--force", help="Refer to ids all the same that no event has.")
    ] = False,
    dry_run: DryRun = False,
    wait: Wait = 10,
) -> None:
    """Change fields of events, or open one in $EDITOR.

    A list option replaces the list; --add-… and --drop-… change it. --source-… give an event its first source;
    where it has one, --source N or --add-source says which is meant. Only the fields that change are written: all
    else in the record, comments too, stays as it stands. Prints the ids of the changed events.
    """
    path = only_path(data)
    if not ids and not where:
        raise UsageError("which event?", hint="name its id, or choose with --where QUERY")
    given = values.record(clock)
    given |= {"title": title.strip()} if title is not None else {}
    source = values.source(clock)
    citing.check(source)
    if id_ and new_id:
        raise UsageError("--id and --new-id contradict each other", hint="give one of them")
    if not (given or source or lists or unset or id_ or new_id):
        _open(path, ids, wait, alone=not (where or dry_run))
        return

    def change(stored: StoredRecord, ids: Collection[str]) -> Record:
        kept = {name: value for name, value in stored.record.items() if name not in unset}
        merged = _merged(kept, whole_references(given, ids))
        return citing.applied(lists.applied(merged, ids), source, stored)

    changed: list[str] = []
    outdated: list[str] = []

    def decide(stored: tuple[StoredRecord, ...]) -> Change:
        chosen = meant(stored, ids, where, clock)
        there = {one.id for one in stored if one.id}
        edited = {at: change(stored[at], there) for at in chosen}
        if id_:
            edited = renamed(stored, chosen, id_, edited)
        if new_id:
            edited = renewed(stored, chosen, edited)
        check_references(stored, {} if force else edited)
        edited = {
            at: _checked(stored[at], record) for at, record in edited.items() if record != stored[at].record
        }
        outdated[:] = [
            str(record["id"]) for at, record in edited.items() if names_old_date(stored[at].record, record)
        ]
        changed[:] = [str(record.get("id", "")) for record in edited.values()]
        return Change(edited=edited)

    if dry_run:
        print_diff(write.plan_rewrite(path, decide))
        return
    write.rewrite(path, decide, wait=wait, on_wait=note)
    _say_changed(changed)
    for name in outdated:
        note(f"the id {shown(name)} keeps the old date; --new-id makes a new one")


def _open(path: Path, ids: Sequence[str], wait: float, *, alone: bool) -> None:
    if len(ids) != 1 or not alone:
        raise UsageError(
            "one event at a time opens in the editor, and not for a dry run",
            hint="name one id, or give options to change many",
        )
    _say_changed(edit_by_hand(path, ids[0], wait))


def _say_changed(ids: Sequence[str]) -> None:
    for name in ids:
        print(name)  # noqa: T201 - the ids are what edit prints
    if not ids:
        note("nothing to change")


def _without(record: Record, name: str) -> Record:
    return {other: value for other, value in record.items() if other != name}


def _merged(record: Record, given: Mapping[str, Value]) -> Record:
    """The record with the given fields; one that is given empty goes."""
    merged = {**record, **given}
    return {name: value for name, value in merged.items() if value or name not in given}


def _checked(stored: StoredRecord, record: Record) -> Record:
    """The new record, provided that it has no mistake that the old one had not."""
    new = {(problem.code, problem.message): problem for problem in _problems(record)}
    for problem in _problems(stored.record):
        new.pop((problem.code, problem.message), None)
    for problem in new.values():
        raise UsageError(problem.message, hint=problem.hint)
    refuse_unwritable(record)
    return record


def _problems(record: Record) -> Sequence[Problem]:
    try:
        Event.from_record(record)
    except InvalidRecord as error:
        return error.problems
    return ()
