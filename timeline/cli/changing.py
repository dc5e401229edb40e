"""The options of `edit` that change what an event has: its title and id, which source is meant, what comes into a list or goes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.fields import LIST_OPTIONS, Fields, trimmed
from timeline.cli.options import EMPTY, Clock, text_option
from timeline.errors import UsageError
from timeline.tuples import NamedTuple
from timeline.upkeep.changes import Edits

_SAY = "say what it is: --source-title, --source-url, --source-quote …"


class Heading(NamedTuple):
    """What an event is called."""

    title: Annotated[str | None, text_option("TEXT", "What happened, in one line.")] = None
    id_: Annotated[
        str,
        typer.Option(
            "--id", metavar="ID", show_default=False, help="A new id; references to the old one follow."
        ),
    ] = ""
    new_id: Annotated[
        bool, typer.Option("--new-id", help="Make the id anew of date and title; references follow.")
    ] = False


class Citing(NamedTuple):
    """The source that `--source-…` speak of. Where an event has one, it is said and never guessed."""

    add_source: Annotated[
        bool, typer.Option("--add-source", help="Make one more source of what --source-… say.")
    ] = False
    source: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, show_default=False, help="Which source --source-… change, from 1."),
    ] = None


class ListChanges(NamedTuple):
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

    def by_field(self) -> dict[str, tuple[Sequence[str], Sequence[str]]]:
        """What comes and what goes, by the field; only where something does."""
        changes = {
            name: (
                tuple(trimmed(getattr(self, f"add_{option}"), f"add-{option}")),
                getattr(self, f"drop_{option}"),
            )
            for name, option in LIST_OPTIONS.items()
        }
        return {name: change for name, change in changes.items() if any(change)}


def edits_of(
    heading: Heading,
    values: Fields,
    citing: Citing,
    lists: ListChanges,
    unset: Sequence[str],
    clock: Clock,
    collection: Path,
) -> Edits:
    """What the options ask for; UsageError where they contradict one another, or say nothing of a source."""
    title = {} if heading.title is None else {"title": heading.title.strip()}
    given = values.record(clock) | title
    for name, another in (("title", '"What happened"'), ("date", "2022-03-21")):
        if name in unset or given.get(name) == "":
            raise UsageError(f"every event has a {name}", hint=f"say another: --{name} {another}")
    if "id" in unset:
        raise UsageError(
            "an event keeps an id, to which others may refer", hint="say another: --id ID, or --new-id"
        )
    source = values.source(clock, collection)
    if citing.add_source and citing.source is not None:
        raise UsageError("--add-source and --source contradict each other", hint="give one of them")
    if (citing.add_source or citing.source is not None) and not source:
        raise UsageError("nothing is said of the source", hint=_SAY)
    if heading.id_ and heading.new_id:
        raise UsageError("--id and --new-id contradict each other", hint="give one of them")
    return Edits(
        given=given,
        unset=unset,
        lists=lists.by_field(),
        source=source,
        number=citing.source,
        another=citing.add_source,
        id=heading.id_,
        new_id=heading.new_id,
    )
