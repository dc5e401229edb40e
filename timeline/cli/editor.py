"""Events opened in the user's editor, until what comes back are events or the user gives up."""

import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import typer

from timeline.cli.child import interrupted, run_child
from timeline.cli.diff import print_diff
from timeline.cli.picking import Chosen
from timeline.cli.revising import say_changed
from timeline.cli.turn import turn
from timeline.cli.words import agree, note, say_all, say_error
from timeline.errors import InvalidData, Refused, TimelineError, Unavailable, UsageError, shown
from timeline.model import Event
from timeline.record import Record
from timeline.store import write
from timeline.store.files import decode
from timeline.store.read import StoredRecord
from timeline.upkeep.buffer import joined, parted, same
from timeline.upkeep.judgement import mistakes_of

_OTHER = "set EDITOR to another, as in EDITOR=nano"


def edit_by_hand(path: Path, places: Chosen, *, dry_run: bool, wait: float) -> None:
    """Let the user edit the own lines of records in one text, and print the ids of those that changed.

    Whatever goes wrong, the user's text stays in a file, and the error says where.
    """
    if not sys.stdin.isatty():
        raise UsageError("there is no terminal for an editor", hint="give options, as in --title TEXT")
    records = write.excerpts(path, places)
    old = joined(records)
    file = Path(tempfile.mkdtemp(prefix="timeline-")) / "event.yaml"
    file.write_text(old, encoding="utf-8", newline="")
    try:
        _edit(path, records, file, dry_run=dry_run, wait=wait)
    except (KeyboardInterrupt, typer.Abort) as stop:
        if isinstance(stop, typer.Abort):
            print(file=sys.stderr)  # noqa: T201 - ends the line of the question
        if _untouched(file, old):
            shutil.rmtree(file.parent, ignore_errors=True)
        else:
            note(f"your text is kept in {file}")
        raise KeyboardInterrupt from None
    except TimelineError as error:
        if _untouched(file, old):
            shutil.rmtree(file.parent, ignore_errors=True)
            raise
        hint = f"your text is kept in {file}"
        error.hint = f"{error.hint}; {hint}" if error.hint else hint
        raise
    shutil.rmtree(file.parent, ignore_errors=True)


def _untouched(file: Path, old: str) -> bool:
    return not file.exists() or file.read_bytes() == old.encode()


def _edit(path: Path, records: Sequence[write.Excerpt], file: Path, *, dry_run: bool, wait: float) -> None:
    while True:
        _open_editor(file)
        try:
            found = parted(_text_of(file), records)
            changed = {at: one for at, one in found.items() if not same(one.text, records[at].text)}
            if mistakes := [wrong for one in changed.values() for wrong in mistakes_of(one.text, one.above)]:
                say_all(mistakes)
            _write(path, {records[at]: one.text for at, one in changed.items()}, dry_run=dry_run, wait=wait)
        except (InvalidData, Refused) as error:
            say_error(error)
            if not agree("Go on editing?", default=True):
                raise Refused("nothing is written") from None
        else:
            _say_deleted([one for at, one in enumerate(records) if at not in found])
            return


def _write(path: Path, texts: Mapping[write.Excerpt, str], *, dry_run: bool, wait: float) -> None:
    ids: list[str] = []

    def judge(record: Record, others: Sequence[StoredRecord]) -> None:
        Event.from_record(record)
        id_ = str(record.get("id", ""))
        if id_ and (id_ in ids or any(one.id == id_ for one in others)):
            raise Refused(f"the id {shown(id_)} is in use", hint="choose another")
        ids.append(id_)

    change = write.replacing(path, list(texts), list(texts.values()), judge=judge)
    if dry_run:
        print_diff(write.plan_rewrite(path, change))
    elif texts:
        write.rewrite(path, change, turn(wait))
    if not dry_run:
        say_changed(ids)


def _say_deleted(deleted: Sequence[write.Excerpt]) -> None:
    """What is deleted from a text is not removed: an editor that was closed too soon would take events out."""
    if deleted:
        note(f"not removed: {', '.join(one.id or one.place for one in deleted)}")
        if ids := [one.id for one in deleted if one.id]:
            note(f"  hint: timeline remove {shlex.join(ids)}")


def _open_editor(file: Path) -> None:
    words = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        editor = shlex.split(words) or ["vi"]
    except ValueError:
        wrong = "it ends within a quotation, or with a backslash"
        raise UsageError(f"the editor {shown(words)} is no command: {wrong}", hint=_OTHER) from None
    try:
        code = run_child([*editor, str(file)])
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Unavailable(f"the editor {shown(editor[0])} cannot be started: {reason}", hint=_OTHER) from None
    if interrupted(code):
        raise KeyboardInterrupt
    if code:
        raise Unavailable(f"the editor {shown(editor[0])} ended with code {code}", hint=_OTHER)


def _text_of(file: Path) -> str:
    """What the editor has left; what is not UTF-8 is never guessed at."""
    try:
        return decode(file.read_bytes(), str(file))
    except OSError:
        raise Unavailable(f"{file}: the editor has left no text", hint=_OTHER) from None
