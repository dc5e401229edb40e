"""One event opened in the user's editor, until what comes back is an event or the user gives up."""

import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import typer

from timeline.cli.child import interrupted, run_child
from timeline.cli.turn import turn
from timeline.cli.words import agree, note, say_all, say_error
from timeline.errors import InvalidData, Refused, TimelineError, Unavailable, UsageError, shown
from timeline.model import Event
from timeline.record import Record
from timeline.store import write
from timeline.store.files import decode
from timeline.store.read import StoredRecord
from timeline.upkeep.judgement import mistakes_of

_OTHER = "set EDITOR to another, as in EDITOR=nano"


def edit_by_hand(path: Path, id_: str, wait: float) -> list[str]:
    """Let the user edit a record's own lines; its id afterwards, or nothing where nothing has changed.

    Whatever goes wrong, the user's text stays in a file, and the error says where.
    """
    if not sys.stdin.isatty():
        raise UsageError("there is no terminal for an editor", hint="give options, as in --title TEXT")
    old = write.record_text(path, id_)
    file = Path(tempfile.mkdtemp(prefix="timeline-")) / "event.yaml"
    file.write_text(old, encoding="utf-8", newline="")
    try:
        changed = _edited(path, id_, old, file, wait)
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
    return changed


def _untouched(file: Path, old: str) -> bool:
    return not file.exists() or file.read_bytes() == old.encode()


def _edited(path: Path, id_: str, old: str, file: Path, wait: float) -> list[str]:
    ids: list[str] = []

    def judge(record: Record, others: Sequence[StoredRecord]) -> None:
        Event.from_record(record)
        ids.append(str(record.get("id", "")))
        if ids[-1] and any(one.id == ids[-1] for one in others):
            raise Refused(f"the id {shown(ids[-1])} is in use", hint="choose another")

    while True:
        _open_editor(file)
        try:
            text = _text_of(file)
            if text == old:
                return []
            if mistakes := mistakes_of(text):
                say_all(mistakes)
            write.replace_record(path, id_, old, text, judge=judge, turn=turn(wait))
        except (InvalidData, Refused) as error:
            say_error(error)
            if not agree("Go on editing?", default=True):
                raise Refused("nothing is written") from None
        else:
            return ids[-1:]


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
