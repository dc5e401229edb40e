"""A collection as it was in a revision that git keeps.

Git is asked for what it has, and for nothing else: it writes no file, asks no network, and runs no hook, filter or
program that the settings of a repository name. What a person typed is never among its arguments, where it would read
an option.
"""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from timeline.errors import InvalidData, Unavailable, shown
from timeline.frozen import dataclass
from timeline.model import Event
from timeline.query.spelling import nearest
from timeline.store.files import ENDINGS, folder_of
from timeline.store.read import events_in
from timeline.tuples import NamedTuple

# How `git cat-file --batch` begins the answer to a name that it knows.
_OBJECT = re.compile(r"([0-9a-f]{40,64}) ([a-z]+) ([0-9]{1,18})")
_COMMITTER = re.compile(r"^committer [^\n]*> ([0-9]{1,12}) ([+-])([0-9]{2})([0-9]{2})$", re.MULTILINE)
_LONGEST_HEAD = 100
_FILE = "100"  # how the mode of a file begins
_LINKS = ("120000", "160000")  # the modes of symbolic links and submodules
_KINDS = {"blob": "file", "tree": "folder"}
_COUNTED = re.compile(r"[~^@:]")  # before it stands the name from which a revision is counted
_MOST_NAMES = 12  # branches and tags in a hint


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What a collection held in a revision, and the day of its commit as stated there: days since 1 January 1970.

    `unread` are the symbolic links and submodules of a folder: what stood behind them then is not told.
    """

    events: tuple[Event, ...]
    day: int | None
    unread: tuple[str, ...]


class _Object(NamedTuple):
    """What git keeps under an id: a commit, a tag, a tree or a blob."""

    id: str
    kind: str
    content: bytes


class _Entry(NamedTuple):
    """What stands in a revision, at a path from the collection's folder: its mode, and the id of its content."""

    mode: str
    id: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Git:
    """The program, asked in the folder of a collection's `file`, or, where that is "", in the collection itself."""

    program: str
    collection: Path
    folder: Path
    file: str
    environment: Mapping[str, str]

    def __call__(self, *words: str, asked: bytes = b"") -> bytes | None:
        """What git answers; None where it fails."""
        # A clone that left objects out would fetch those that are asked for.
        environment = {**self.environment, "GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1"}
        if "GIT_WORK_TREE" not in environment:
            # A hook may be told the repository and no more: then git takes the folder where it is asked for the topmost.
            environment.pop("GIT_DIR", None)
        done = subprocess.run(  # noqa: S603 - no shell, and no word of the user's
            [self.program, *words],
            input=asked,
            capture_output=True,
            cwd=self.folder,
            env=environment,
            check=False,
        )
        return done.stdout if done.returncode == 0 else None

    def command(self, *words: str) -> str:
        """What a person types to ask git the same."""
        return shlex.join(["git", "-C", str(folder_of(self.collection)), *words])

    def objects(self, names: Sequence[bytes]) -> Iterator[_Object | None]:
        """The objects of these names, in turn; None for one that is not there, after which nothing more is told."""
        answer = self("cat-file", "--batch", asked=b"".join(name + b"\n" for name in names)) or b""
        at = 0
        for _ in names:
            head, _, _ = answer[at : at + _LONGEST_HEAD].partition(b"\n")
            told = _OBJECT.fullmatch(head.decode(errors="replace"))
            if told is None:
                yield None
                return
            start, size = at + len(head) + 1, int(told[3])
            at = start + size + 1
            yield _Object(told[1], told[2], answer[start : start + size])


def read_revision(name: str, collection: Path, environment: Mapping[str, str]) -> Revision:
    """What a revision has where a collection is now, in whatever folder of its repository.

    `name` is what git takes for a commit: `HEAD~1`, `main@{1.week.ago}`, a tag. Raises Unavailable where there is no git,
    no repository or no such revision, and where the collection was not there then; InvalidData as for any collection.
    """
    git = _asked(collection, environment)
    if git is None:
        raise Unavailable(
            f"{shown(name)} is no file or folder, and git, which keeps revisions, is not installed",
            hint="install git: https://git-scm.com/downloads",
        )
    commit = _commit(git, name)
    entries = _entries(git, name, commit)
    files = [
        one for one in entries if one.mode.startswith(_FILE) and (git.file or one.path.endswith(ENDINGS))
    ]
    return Revision(
        events=tuple(_events(git, name, files)),
        day=_day(commit),
        unread=tuple(one.path for one in entries if one.mode in _LINKS),
    )


def named_revisions(collection: Path, environment: Mapping[str, str]) -> list[str]:
    """The branches and tags of the repository that a collection is in; none where there is no git, or no repository."""
    git = _asked(collection, environment)
    return _names(git) if git else []


def _asked(collection: Path, environment: Mapping[str, str]) -> _Git | None:
    """Git, where it is installed."""
    program, place = shutil.which("git"), Path(os.path.realpath(collection))
    if program is None:
        return None
    folder = folder_of(place)
    file = "" if folder == place else place.name
    return _Git(program=program, collection=collection, folder=folder, file=file, environment=environment)


def _names(git: _Git) -> list[str]:
    words = ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"]
    return os.fsdecode(git(*words) or b"").splitlines()


def _commit(git: _Git, name: str) -> _Object:
    """The commit of that name."""
    # Git reads a name up to the end of its line, and C up to a NUL: no name has one.
    if {"\0", "\n", "\r"} & set(name):
        raise _unknown(git, name)
    (found,) = git.objects([os.fsencode(name)])
    if found is not None and found.kind == "tag":
        (found,) = git.objects([f"{found.id}^{{commit}}".encode()])
    if found is None:
        raise _unknown(git, name)
    if found.kind != "commit":
        raise Unavailable(
            f"{shown(name)} is a {_KINDS[found.kind]} in git, and no commit",
            hint="give the revision alone, as in --diff HEAD~1",
        )
    return found


def _day(commit: _Object) -> int | None:
    """The day of a commit, by the clock of whoever made it; None where it does not tell."""
    told = _COMMITTER.search(commit.content.partition(b"\n\n")[0].decode(errors="replace"))
    if told is None:
        return None
    east = (int(told[3]) * 60 + int(told[4])) * 60
    return (int(told[1]) + (east if told[2] == "+" else -east)) // 86_400


def _entries(git: _Git, name: str, commit: _Object) -> list[_Entry]:
    """The collection's file then, or what its folder held, in the order in which a folder is read; nothing hidden."""
    listed = git("ls-tree", "-z", *([] if git.file else ["-r"]), commit.id)
    if listed is None:
        raise _broken(git, name)
    found = []
    for line in listed.split(b"\0")[:-1]:
        about, _, path = line.partition(b"\t")
        mode, _, id_ = about.decode().split(" ")
        found.append(_Entry(mode, id_, os.fsdecode(path)))
    if git.file:
        found = [one for one in found if one.path == git.file and one.mode.startswith(_FILE)]
    if not found:
        raise Unavailable(
            f"was not there in {shown(name)}",
            hint=f"see since when: {git.command('log', '--oneline', '--', git.file or '.')}",
            path=git.collection,
        )
    found.sort(key=lambda one: one.path.split("/"))
    return [one for one in found if git.file or "/." not in f"/{one.path}"]


def _events(git: _Git, name: str, files: Sequence[_Entry]) -> Iterator[Event]:
    for one, content in zip(files, git.objects([one.id.encode() for one in files]), strict=False):
        if content is None:
            raise _broken(git, name)
        path = git.collection if git.file else git.collection / one.path
        try:
            yield from events_in(f"{name}:{path}", content.content)
        except InvalidData as error:
            hint = "what git keeps stays as it is: compare with a revision that is valid"
            raise InvalidData(error.said, hint=hint, path=error.path, line=error.line) from error


def _broken(git: _Git, name: str) -> Unavailable:
    """What is said where git has a commit, and not all that is in it."""
    return Unavailable(
        f"git does not have all of {shown(name)} here",
        hint="bring it here with git fetch, or see what is broken with git fsck",
        path=git.collection,
    )


def _unknown(git: _Git, name: str) -> Unavailable:
    """What is said of a name that is no revision, with those that are."""
    if git("rev-parse", "--git-dir") is None:
        return Unavailable(
            f"{shown(name)} is no file or folder, and {git.collection} is in no repository that git opens",
            hint=f"give a path that is there, or see why: {git.command('status')}",
        )
    hint = "the repository has no commit yet"
    if names := _names(git):
        more = f", … {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        every = f"branches and tags: {', '.join(names[:_MOST_NAMES])}{more}"
        start = _COUNTED.split(name)[0]
        hint = every if start in names else nearest(start, names, every)
        if git("rev-parse", "--is-shallow-repository") == b"true\n":
            hint += "; this clone does not reach back: git fetch --unshallow"
    return Unavailable(f"{shown(name)} is no file or folder, and no revision of {git.collection}", hint=hint)
