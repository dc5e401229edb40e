"""Real shells, driven through a pseudo-terminal as a person drives them: keys in, and what the shell then runs."""

import os
import select
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from string import punctuation
from threading import Thread

from timeline.cli.shells import SCRIPTS
from timeline.query.spelling import spelled
from timeline.record import Record
from timeline.yaml_write import format_record

# What a person's Enter runs is recorded by a function of that name; the script asks the program behind it.
_RECORDING = {
    "bash": "timeline() { printf '%s\\0' $# \"$@\" > ran; }\n",
    "zsh": "timeline() { printf '%s\\0' $# \"$@\" > ran; }\n",
    "fish": "function timeline; printf '%s\\0' (count $argv) $argv > ran; end\n",
}
_STARTING = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "--interactive"],
}
# A program of its own session, whose terminal is its input.
ON_A_TERMINAL = (
    "import fcntl, os, sys, termios\n"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
    "os.execvp(sys.argv[1], sys.argv[1:])\n"
)
PATIENCE = 5.0  # seconds in which a shell answers; a busy machine needs some


class Shell:
    """An interactive shell in a folder of its own, which completes `timeline` and records what it would run."""

    def __init__(self, name: str, folder: Path, environment: Mapping[str, str]) -> None:
        self.name = name
        self.folder = folder
        self.seen = b""
        os.mkfifo(folder / "ran")
        self._ran = os.open(folder / "ran", os.O_RDWR | os.O_NONBLOCK)
        (folder / "start").write_text(SCRIPTS[name] + _RECORDING[name], encoding="utf-8")
        self._leader, follower = os.openpty()
        termios.tcsetwinsize(follower, (40, 200))
        self._process = subprocess.Popen(
            [sys.executable, "-c", ON_A_TERMINAL, *_STARTING[name]],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            start_new_session=True,
            cwd=folder,
            env={"HOME": str(folder), "TERM": "xterm", "LANG": "C.UTF-8", **environment},
        )
        os.close(follower)
        Thread(target=self._watch, daemon=True).start()
        self.type("source ./start\r")
        for _ in range(int(PATIENCE * 10)):  # until it listens
            self.type("timeline ready\r")
            if self.ran(wait=0.5) == ["ready"]:
                break
        while self.ran(wait=0.2) is not None:
            pass

    def _watch(self) -> None:
        """Read what is drawn, as a terminal does."""
        try:
            while drawn := os.read(self._leader, 65536):
                self.seen = (self.seen + drawn)[-10_000:]
        except OSError:  # the shell has gone
            pass

    def type(self, keys: str) -> None:
        """Press these keys."""
        os.write(self._leader, keys.encode())

    def ran(self, wait: float = PATIENCE) -> list[str] | None:
        """The words that the shell gave to `timeline`, once it runs it; None when it does not."""
        data = b""
        end = time.monotonic() + wait
        while (left := end - time.monotonic()) > 0:
            if select.select([self._ran], [], [], left)[0]:
                data += os.read(self._ran, 1 << 20)
                count, *words = data.split(b"\0")
                if len(words) == int(count) + 1:
                    return [word.decode(errors="surrogateescape") for word in words[:-1]]
        return None

    def completed(self, line: str, more: str = "") -> list[str] | None:
        """The words that the shell runs after the line, Tab, more keys, and Enter; None when it would not run it."""
        self.type(f"timeline {line}\t{more}\r")
        ran = self.ran()
        if ran is None:
            self.type("\x03\x15")  # give up what stands there
            time.sleep(0.2)
            while self.ran(wait=0.2) is not None:
                pass
        return ran

    def close(self) -> None:
        """Leave the shell."""
        self._process.kill()
        self._process.wait()
        os.close(self._leader)
        os.close(self._ran)


class Answering:
    """A program `timeline` that hands what a shell asks to a function of this process: a start of Python costs 0.2 s."""

    def __init__(self, folder: Path, answer: Callable[[str, list[str]], str]) -> None:
        self.folder = folder
        self._answer = answer
        for name in ("asked", "answered"):
            os.mkfifo(folder / name)
        program = folder / "timeline"
        program.write_text(
            f"#!/bin/sh\ncd '{folder}' && printf '%s\\0' $# \"$_TIMELINE_COMPLETION\" \"$@\" > asked && exec cat answered\n"
        )
        program.chmod(0o755)
        self._asked = os.open(folder / "asked", os.O_RDWR)
        Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        data = b""
        while True:
            data += os.read(self._asked, 1 << 20)
            count, *words = data.split(b"\0")
            if len(words) == int(count) + 2:
                shell, *given = [word.decode(errors="surrogateescape") for word in words[:-1]]
                data = b""
                (self.folder / "answered").write_text(self._answer(shell, given), encoding="utf-8")


# Where a person presses Tab, and the word that then has to stand there for a value of the collection.
LINES: dict[str, Callable[[str], str]] = {
    "edit ": str,
    "remove --yes ": str,
    "add x --related ": str,
    "show --actor ": str,
    "show --place ": str,
    "show --kind ": str,
    "export --tag ": str,
    "show --tag=": "--tag={}".format,
    "show id:": lambda value: f"id:{spelled(value)}",
    "show actor:": lambda value: f"actor:{spelled(value)}",
    "show place:": lambda value: f"place:{spelled(value)}",
    "show kind:": lambda value: f"kind:{spelled(value)}",
    "export tag:": lambda value: f"tag:{spelled(value)}",
    "edit --where -actor:": lambda value: f"-actor:{spelled(value)}",
}
_WRITTEN = [
    *("$(touch X)", "\\$(touch X)", "\\\\$(touch X)", "`touch X`", "\\`touch X`", "${X}", "$HOME", "$'a'", "$((1))", "$[1]"),
    *(";touch X", "a;touch X", "a&touch X", "a|touch X", "a&&touch X", "a\\;touch X", ">X", "a>X", "<X", "<(touch X)"),
    *("=(touch X)", ">(touch X)", "(touch X)", "{touch,X}", "a{b,c}d", "(touch X;)", "';touch X;'", '";touch X;"'),
    *("'$(touch X)'", '"$(touch X)"', "'\"$(touch X)\"'", "$(touch X", "`touch X", '")$(touch X)', "'))';touch X"),
    *("*", "?", "[a]", "[!a]", "a*", "**", "^a", "^a^b", "a^b", "~", "~root", "~/x", "a~", "=ls", "a=b", "a=~", "%1", "%self"),
    *("!", "!!", "!x", "a!b", "!$", "!-1", "a!", "it's", "'", "''", '"', '""', "a'b'c", 'a"b', "'a'", '"a"', "\\", "\\\\", "a\\"),
    *("\\'", '\\"', "a\\b", "\\n", "#", "#a", "a #b", "a#b", "-", "--", "-x", "--help", "-x=y", "@", "@x", "a@b", "a:b", ":", "a:"),
    *(" a", "a ", " ", "a  b", "Kuril Islands", "a, b", "É ü", "東京 と x", "🇯🇵 x", "a\u0301 b", "Ω;touch X", "“a”", "a\u00a0b"),
    *("and", "if", "end", "OR", "NOT a", "(a)", "a)", "(", "{", "}", "[", "]", "<a>", "<!--", "&amp;", "&", "|", ";", "$", "`"),
]  # fmt: skip


def hostile() -> list[str]:
    """Values that a shell might obey or break: the ones above, and every pair of ASCII punctuation."""
    return list(dict.fromkeys([*_WRITTEN, *(f"{a}{b}" for a in punctuation for b in punctuation)]))


def collection_of(value: str) -> str:
    """A collection in which the value stands wherever one is completed."""
    record: Record = {"id": value, "date": "2022", "title": "t", "actors": [value]}
    return format_record(record | {"place": value, "kind": value, "tags": [value]})


def held_back(shell: str, line: str, value: str) -> bool:
    """Whether the value is not offered behind an empty word: fish would put `~` in as a home, and hides `.` as a file."""
    return shell == "fish" and (
        (line[-1] == " " and value[0] in "~.") or (line[-1] in "'\"" and value[0] == ".")
    )


def left_open(shell: str, quote: str, value: str) -> str:
    """The quotation mark that a person has to type: fish goes on behind these characters, as in a path."""
    return quote if shell == "fish" and value[-1] in "/=@:.,-" else ""
