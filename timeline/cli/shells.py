"""Completion in a person's shell: the scripts for bash, zsh and fish, and where each is kept.

A script asks `timeline` itself, with `_TIMELINE_COMPLETION` set to the shell's name, and reads lines: first `files`
(the shell's own completion of file names), `words`, or `open` (words after which no space comes); then one value a
line, and after a tab what it means. A value is only ever an element of an array: no script evaluates what it reads.
"""

import os
import shlex
from pathlib import Path

from timeline.cli.words import note
from timeline.errors import UsageError, shown
from timeline.store.files import unavailable

_BASH = """\
# Completion of timeline in bash. Written by: timeline --install-completion bash
_timeline() {
    local follows value
    COMPREPLY=()
    {
        IFS= read -r follows
        case $follows in
            files) compopt -o default ;;
            open) compopt -o nospace ;;
        esac
        while IFS= read -r value; do COMPREPLY+=("$value"); done
    } 2>/dev/null < <(
        _TIMELINE_COMPLETION=bash command timeline "${COMP_LINE:0:COMP_POINT}" "$1" "$2" 2>/dev/null </dev/null
    )
}
complete -F _timeline timeline
"""

_ZSH = """\
#compdef timeline
# Completion of timeline in zsh. Written by: timeline --install-completion zsh
_timeline() {
    local -a lines values joined
    lines=("${(@f)$(
        _TIMELINE_COMPLETION=zsh command timeline "${(@Q)words[2,CURRENT-1]}" "$QIPREFIX$PREFIX" 2>/dev/null </dev/null
    )}")
    case ${lines[1]} in
        files) _files; return ;;
        open) joined=(-S '') ;;
    esac
    lines=("${(@)lines[2,-1]}")
    values=("${(@)lines%%$'\\t'*}")
    # The words are found already (-U): by their letters, whatever their case. zsh quotes them.
    if [[ "$lines" == *$'\\t'* ]]; then
        lines=("${(@)lines/$'\\t'/  -- }")
        compadd -U "${joined[@]}" -l -d lines -a values
    else
        compadd -U "${joined[@]}" -a values
    fi
}
if [[ ${funcstack[1]} == _timeline ]]; then
    _timeline "$@"
else
    # Without zsh's completion system there is nothing to complete with: started only where it is not.
    (( ${+functions[compdef]} )) || { autoload -Uz compinit && compinit -i -D }
    compdef _timeline timeline
fi
"""

_FISH = """\
# Completion of timeline in fish. Written by: timeline --install-completion fish
function __timeline_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l typed (commandline -ct)
    set -l lines (_TIMELINE_COMPLETION=fish command timeline $words "$typed" 2>/dev/null </dev/null)
    if test "$lines[1]" = files
        __fish_complete_path "$typed"
    else if set -q lines[2]
        printf '%s\\n' $lines[2..-1]
    end
end
complete --command timeline --no-files --arguments '(__timeline_complete)'
"""

SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def shell_in_use() -> str:
    """The name of the shell that started us, where the system tells, or else of the user's login shell."""
    try:
        parent = Path(f"/proc/{os.getppid()}/comm").read_text(encoding="utf-8").strip()
    except OSError:
        parent = ""
    return parent if parent in SCRIPTS else Path(os.environ.get("SHELL", "")).name


def script(shell: str) -> str:
    """The script for a shell; UsageError when there is none."""
    if shell not in SCRIPTS:
        names = ", ".join(SCRIPTS)
        raise UsageError(
            f"the shell {shown(shell)} has no completion of ours: there is one for {names}",
            hint="name one: timeline --install-completion bash",
        )
    return SCRIPTS[shell]


def install(shell: str) -> None:
    """Keep the script where the shell finds it, and have bash and zsh read it; says what is written.

    Only files of the user's own are touched: the script, and one line at the end of the file that the shell starts
    with. Done twice, it changes nothing more.
    """
    text = script(shell)
    path, start = _places(shell)
    _write(path, text)
    if start is not None:
        _add_line(start, f"source '{path}'" if "'" not in str(path) else f"source {shlex.quote(str(path))}")
    note(f"a new {shell} completes timeline")


def _places(shell: str) -> tuple[Path, Path | None]:
    """Where the script is kept, and the file that has to name it: fish reads its folder by itself."""
    home = Path.home()
    if shell == "bash":
        return home / ".bash_completions/timeline.sh", home / ".bashrc"
    if shell == "zsh":
        return home / ".zfunc/_timeline", Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"
    configuration = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    return configuration / "fish/completions/timeline.fish", None


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise unavailable(path, error, "write") from error
    note(f"wrote {path}")


def _add_line(path: Path, line: str) -> None:
    """Put a line at the end of a file that does not have it; what stands there stays as it is."""
    new = os.fsencode(line)
    try:
        old = path.read_bytes() if path.exists() else b""
        if new in old.splitlines():
            return
        with path.open("ab") as file:
            file.write((b"\n" if old and not old.endswith(b"\n") else b"") + new + b"\n")
    except OSError as error:
        raise unavailable(path, error, "write") from error
    note(f"added to {path}: {line}")
