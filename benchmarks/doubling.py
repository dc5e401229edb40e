"""How the cost of a command grows with what it is given: for each kind of work CPU seconds at n, 2n and 4n, and the exponent.

    python benchmarks/doubling.py [--runs 3] [--scale 1] [--only WORD]

An exponent of 1 is work in proportion; above 1.15 at the last doubling is a fault. The start-up, measured in the same run, is
taken off each; of several runs, which take turns, the cheapest counts, since a busy machine only ever adds.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from itertools import pairwise
from math import log2
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import NamedTuple

from timeline.cli.commands import VARIABLE

TIMELINE = (sys.executable, "-m", "timeline")
WORST = 1.15
HEADER = "id,date,title,actors\r\n"
STORY = "TOKYO, February 7, 2023. "


class Kind(NamedTuple):
    """A kind of work: how much of it is asked first, the files that n of it make, and the command.

    What `writes` has new files for each run; `before` is done first and not measured; a `shell` asks how to go on.
    """

    first: int
    files: Callable[[int], Mapping[str, str]]
    words: str
    writes: bool = False
    before: str = ""
    shell: str = ""


def record(number: int, more: str = "", *, date: str = "", title: str = "") -> str:
    """An event; each has a day and a title of its own, where none is given."""
    day = date or f"{1000 + number // 336 % 1000}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    return f"- id: e{number}\n  date: {day}\n  title: {title or spelt(number)}\n{more}"


def spelt(number: int) -> str:
    """A number in letters, so that no two are alike: a title, or a name."""
    letters = ""
    for digit in f"{number * 2654435761 % 2**32:032b}":
        letters += "Xyloph "[int(digit) :: 2]
    return f"{number:x} " + letters[number % 7 : number % 7 + 20] + f" {number * 7919 % 104729:x}"


def events(
    more: Callable[[int, int], str] = lambda _at, _n: "", **fixed: str
) -> Callable[[int], Mapping[str, str]]:
    """So many events in one file, each with what `more` says of its number and of how many there are."""
    return lambda n: {"events.yaml": "".join(record(at, more(at, n), **fixed) for at in range(n))}


def one_event(more: Callable[[int], str]) -> Callable[[int], Mapping[str, str]]:
    """One event with so much in it."""
    return lambda n: {"events.yaml": record(0, more(n))}


def listed(name: str, n: int) -> str:
    """A field of the name with so many items."""
    return f"  {name}:\n" + "".join(f"    - {spelt(at)}\n" for at in range(n))


def sources(n: int) -> str:
    """So many sources, each with a date of its own."""
    return "  sources:\n" + "".join(
        f"    - title: {spelt(at)}\n      date: 2022-03-21\n      event_date: {1000 + at % 1000}\n"
        for at in range(n)
    )


def table(row: Callable[[int], str], header: str = HEADER) -> Callable[[int], Mapping[str, str]]:
    """An empty collection, and a table of so many rows."""
    return lambda n: {
        "events.yaml": "[]\n",
        "rows.csv": header + "".join(row(at) + "\r\n" for at in range(n)),
    }


def story(sentence: Callable[[int], str]) -> Callable[[int], Mapping[str, str]]:
    """An article of so many sentences."""
    return lambda n: {"events.yaml": "[]\n", "story.txt": STORY + " ".join(sentence(at) for at in range(n))}


def day(at: int) -> str:
    """Some day of the twentieth century."""
    return f"{1900 + at % 100}-{at // 100 % 12 + 1:02}-{at // 1200 % 28 + 1:02}"


def union(at: int) -> tuple[str, str]:
    """A name of four words, and what it is abbreviated to."""
    letters = [chr(65 + at // 26**place % 26) for place in range(3)]
    return " ".join(f"{letter}ar{letter.lower()}o" for letter in letters) + " Union", "".join(letters) + "U"


ACTORS = events(lambda at, _: f"  actors: [{spelt(at)}, Russia]\n")
CHAIN = events(lambda at, _: f"  after: [e{at - 1}]\n" if at else "")
KINDS: Mapping[str, Kind] = {
    "events drawn": Kind(2_000, events(), "show"),
    "events in a table": Kind(2_000, events(), "show --view table"),
    "events in a list": Kind(2_000, events(), "show --view list"),
    "lanes, one an event": Kind(1_000, ACTORS, "show --view lanes --top 1000000"),
    "days of density": Kind(1_000, events(), "show --view density --per year"),
    "actors in a matrix": Kind(1_000, ACTORS, "show --view matrix"),
    "actors counted": Kind(2_000, ACTORS, "stats"),
    "actors of one event on a card": Kind(
        2_000, one_event(lambda n: listed("actors", n)), "show --view card"
    ),
    "actors of one event checked": Kind(2_000, one_event(lambda n: listed("actors", n)), "check"),
    "similar actors checked": Kind(
        1_000,
        one_event(lambda n: "  actors:\n" + "".join(f"    - Delegation {at:07}\n" for at in range(n))),
        "check",
    ),
    "sources of one event": Kind(1_000, one_event(sources), "show --view card"),
    "sources of one event as evidence": Kind(1_000, one_event(sources), "evidence e0"),
    "words of a summary": Kind(
        40_000, one_event(lambda n: f"  summary: {'treaty ' * n}\n"), "show --view card"
    ),
    "wide words of a summary": Kind(
        10_000, one_event(lambda n: f"  summary: {'平和条約 ' * n}\n"), "show --view card"
    ),
    "events checked": Kind(2_000, events(), "check"),
    "events of one day checked": Kind(1_000, events(date="2022-03-21"), "check"),
    "similar titles checked": Kind(
        2_000,
        lambda n: {
            "events.yaml": "".join(record(at, title=f"Talks, round {at}, on fishing") for at in range(n))
        },
        "check",
    ),
    "broken references": Kind(500, events(lambda at, _: f"  related: [nothing-{at}]\n"), "check"),
    "a chain of events checked": Kind(1_000, CHAIN, "check"),
    "a chain of events followed": Kind(1_000, CHAIN, "show follows:e0"),
    "a circle of events": Kind(1_000, events(lambda at, n: f"  after: [e{(at - 1) % n}]\n"), "check"),
    "references of one event": Kind(
        2_000,
        events(
            lambda at, n: "  related:\n" + "".join(f"    - e{one}\n" for one in range(1, n)) if not at else ""
        ),
        "check",
    ),
    "aliases": Kind(
        1_000,
        events(lambda at, _: "  place: &there Vienna\n" if not at else "  place: *there\n"),
        "check",
    ),
    "ids mended": Kind(
        500,
        lambda n: {"events.yaml": "".join(f"- date: 2022-03\n  title: {spelt(at)}\n" for at in range(n))},
        "check --fix",
        writes=True,
    ),
    "all edited": Kind(1_000, events(), "edit --where text:e* --add-tag one", writes=True),
    "files edited": Kind(
        300,
        lambda n: {f"{at}.yaml": record(at) for at in range(n)},
        "edit --where text:e* --add-tag one",
        writes=True,
    ),
    "an edit of all undone": Kind(
        1_000, events(), "undo", writes=True, before="edit --where text:e* --add-tag one"
    ),
    "an edit of files undone": Kind(
        300,
        lambda n: {f"{at}.yaml": record(at) for at in range(n)},
        "undo",
        writes=True,
        before="edit --where text:e* --add-tag one",
    ),
    "actors completed": Kind(4_000, ACTORS, "show --actor 3f", shell="zsh"),
    "ids completed": Kind(4_000, events(), "edit e3f", shell="zsh"),
    "files read": Kind(500, lambda n: {f"{at}.yaml": record(at) for at in range(n)}, "show --view list"),
    "rows with one slug": Kind(
        500, table(lambda at: f",{day(at)},Talks,A{at}"), "import rows.csv", writes=True
    ),
    "rows": Kind(1_000, table(lambda at: f",{day(at)},{spelt(at)},"), "import rows.csv", writes=True),
    "rows into a folder": Kind(
        300,
        lambda n: {
            "one.yaml": record(0),
            "rows.csv": table(lambda at: f",{day(at)},{spelt(at)},")(n)["rows.csv"],
        },
        "import rows.csv",
        writes=True,
    ),
    "rows of a table": Kind(
        10_000, table(lambda at: f"e{at},{day(at)},{spelt(at)},"), "show --view list --data rows.csv"
    ),
    "words joined by OR": Kind(50, lambda _: events()(200), "show OR*"),
    "exported as csv": Kind(2_000, ACTORS, "export"),
    "exported as ics": Kind(1_000, ACTORS, "export -f ics"),
    "exported as html": Kind(1_000, ACTORS, "export -f html"),
    "exported as xlsx": Kind(1_000, ACTORS, "export -o out.xlsx"),
    "exported as narrative": Kind(1_000, ACTORS, "export -f narrative"),
    "drawn as SVG": Kind(500, ACTORS, "show -o out.svg"),
    "sentences drafted": Kind(
        200,
        story(lambda at: f"Japan and Russia held talks in Vienna in May {1900 + at % 100}."),
        "draft story.txt",
    ),
    "abbreviations drafted": Kind(
        100,
        story(lambda at: "The {0} ({1}) met Japan in May 1950. {1} left Vienna.".format(*union(at))),
        "draft story.txt",
    ),
    "sentences without a date drafted": Kind(
        200, story(lambda at: f"Japan told Russia that point {at} is closed."), "draft story.txt"
    ),
    "articles drafted": Kind(
        200,
        lambda n: (
            {"events.yaml": "[]\n"}
            | {f"{at}.txt": f"TOKYO, May {at % 28 + 1}, {1900 + at}. Japan met Russia." for at in range(n)}
        ),
        "draft .",
    ),
    "one sentence drafted": Kind(
        200,
        lambda n: {"events.yaml": "[]\n", "story.txt": STORY + "Japan met Russia, " * n + "and left."},
        "draft story.txt",
    ),
    "names with aliases": Kind(
        500,
        lambda n: {
            **events()(10),
            "timeline.toml": "".join(f'[actors."{spelt(at)}"]\naliases = ["n{at}"]\n' for at in range(n)),
        },
        "show",
    ),
    "nothing found among actors": Kind(1_000, ACTORS, "show actor:Jappan"),
    "a revision compared": Kind(
        500,
        lambda n: {**events()(n), "old.yml": events(lambda at, _: f"  place: p{at}\n")(n)["events.yaml"]},
        "show --diff old.yml",
    ),
}


def spent(words: list[str], folder: Path, shell: str = "") -> float:
    """CPU seconds of one run in a folder; its output goes nowhere, and what is kept for the user beside the folder."""
    silence = os.open(os.devnull, os.O_RDWR)
    said = os.open(folder / "said.txt", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
    here = Path.cwd()
    os.chdir(folder)
    process = os.posix_spawn(
        TIMELINE[0],
        [*TIMELINE, *words],
        {
            **os.environ,
            "TIMELINE_DATA": str(folder if not (folder / "events.yaml").exists() else folder / "events.yaml"),
            "TIMELINE_STATE": str(folder.parent / "state"),
            "XDG_CACHE_HOME": str(folder.parent / "cache"),
            **({VARIABLE: shell} if shell else {}),
        },
        file_actions=[(os.POSIX_SPAWN_DUP2, *one) for one in ((silence, 0), (silence, 1), (said, 2))],
    )
    os.chdir(here)
    _, status, usage = os.wait4(process, 0)
    os.close(silence)
    os.close(said)
    words_said = (folder / "said.txt").read_text(encoding="utf-8")
    if os.waitstatus_to_exitcode(status) > 1 or "Traceback" in words_said:
        sys.exit(f"timeline {' '.join(words)} failed: {words_said}")
    return usage.ru_utime + usage.ru_stime


def cost(kind: Kind, n: int, place: Path) -> float:
    """What n of a kind costs in a place of its own, made where it is not there yet or the command writes."""
    folder = place / str(n) / "here"
    words = kind.words.split()
    if words[-1] == "OR*":
        words[-1] = " OR ".join(f"w{at}" for at in range(n))
    if kind.writes or not folder.exists():
        rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name, text in kind.files(n).items():
            (folder / name).write_text(text, encoding="utf-8")
        if kind.before:
            spent(kind.before.split(), folder)
    return spent(words, folder, kind.shell)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--scale", type=float, default=1)
    options.add_argument("--only", default="")
    given = options.parse_args()
    for name, kind in KINDS.items():
        if given.only not in name:
            continue
        first = int(kind.first * given.scale)
        with TemporaryDirectory() as place:
            turns = [
                [cost(kind, n, Path(place)) for n in (1, first, 2 * first, 4 * first)]
                for _ in range(given.runs)
            ]
        idle, *taken = map(min, zip(*turns, strict=True))
        costs = [max(one - idle, 1e-3) for one in taken]
        exponents = [log2(after / before) for before, after in pairwise(costs)]
        mark = "  <--" if exponents[-1] > WORST else ""
        print(
            f"{name:36} {first:7,}  "
            + "  ".join(f"{one:6.2f} s" for one in costs)
            + "   "
            + "  ".join(f"{one:5.2f}" for one in exponents)
            + mark,
            flush=True,
        )


if __name__ == "__main__":
    main()
