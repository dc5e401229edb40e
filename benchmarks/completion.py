"""Tab in real shells: every hostile value wherever a value of a collection is completed, and what the shell then runs.

    python benchmarks/completion.py [--values N] [bash] [zsh] [fish]

A shell is driven through a pseudo-terminal as a person drives it: the line, Tab, Enter; a function in place of
`timeline` records its words. What is not the exact value is broken; what leaves a file behind was executed. The values
are those of `tests/shells.py`, and the naughty strings of `../shared/events/naughty` where that is.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from shells import LINES, Answering, Shell, collection_of, held_back, hostile, left_open  # noqa: E402

from timeline.cli.app import root  # noqa: E402
from timeline.cli.completion import reply  # noqa: E402
from timeline.cli.shells import SCRIPTS  # noqa: E402
from timeline.errors import harmless  # noqa: E402

NAUGHTY = ROOT / "../shared/events/naughty/blns.json"
ALLOWED = {"ran", "start", ".config", ".local", ".cache"}


def values() -> list[str]:
    """What is completed: a value with a control character never is."""
    naughty = json.loads(NAUGHTY.read_text(encoding="utf-8")) if NAUGHTY.exists() else []
    return [one for one in dict.fromkeys([*hostile(), *naughty]) if one and one == harmless(one)]


def trial(name: str, folder: Path, tried: list[str]) -> bool:
    """Try all lines and values in one shell, and print how that went; whether it went well."""
    path, program, here = folder / "events.yaml", folder / "program", folder / name
    os.environ["TIMELINE_DATA"] = str(path)
    path.write_text("[]\n", encoding="utf-8")
    program.mkdir()
    here.mkdir()
    Answering(program, lambda asking, given: reply(asking, given, root(), "utf-8"))
    shell = Shell(name, here, {"PATH": f"{program}:/usr/bin:/bin:/usr/local/bin"})
    started = time.monotonic()
    done, held, broken, executed = 0, 0, 0, 0
    quoted = {f"show --tag {quote}": str for quote in "'\""}
    for value in tried:
        path.write_text(collection_of(value), encoding="utf-8")
        for line, word in (LINES | quoted).items():
            if held_back(name, line, value):
                held += 1
                continue
            more = left_open(name, line[-1], value) if line in quoted else ""
            ran = shell.completed(line, more)
            done += 1
            if ran is None or ran[-1] != word(value):
                broken += 1
                print(f"  broken: {name} {line!r} {value!r}: {ran}")
            left = {one.name for one in here.iterdir()} - ALLOWED
            if left:
                executed += 1
                print(f"  executed: {name} {line!r} {value!r}: {left}")
                for one in left:
                    (here / one).unlink()
    shell.close()
    seconds = time.monotonic() - started
    print(
        f"{name}: {done:,} completions ({len(tried)} values), {executed} executed, {broken} broken, {held} not offered, {seconds:.0f} s"
    )
    return not broken and not executed


def main() -> None:
    """Try the shells that are asked for, of those that are installed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--values", type=int, default=0, help="try only so many, spread over all")
    parser.add_argument("shells", nargs="*", default=list(SCRIPTS))
    given = parser.parse_args()
    tried = values()
    if given.values:
        tried = tried[:: max(1, len(tried) // given.values)]
    well = True
    for name in given.shells:
        if shutil.which(name) is None:
            print(f"{name}: not installed")
            continue
        with tempfile.TemporaryDirectory() as folder:
            well = trial(name, Path(folder), tried) and well
    sys.exit(not well)


if __name__ == "__main__":
    main()
