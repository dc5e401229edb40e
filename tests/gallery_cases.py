"""The gallery of what commands say when something is wrong: words at the prompt, and the files that they meet."""

from typing import NamedTuple

VALID = "- id: talks\n  date: 2022-03-21\n  title: Talks end\n"
TWO = VALID + "- id: rally\n  date: 2023-02-07\n  title: Rally\n  after: [talks]\n"


class Case(NamedTuple):
    """Words at the prompt, the file events.yaml, other files, and what is done to them before."""

    words: list[str]
    text: str | bytes = VALID
    files: dict[str, str | bytes] = {}  # noqa: RUF012 - never changed
    prepared: str = ""


def typed(date: str) -> Case:
    """A date as it is typed."""
    return Case(["show", "--today", "2023-02-10", "--since", date])


def stored(date: str) -> Case:
    """A date as it stands in a file."""
    return Case(["show"], f'- date: "{date}"\n  title: Talks\n')


def queried(query: str, saved: str | bytes = "") -> Case:
    """A query, and the queries that are saved beside the collection."""
    return Case(["show", query], files={"timeline.toml": saved} if saved else {})


def imported(name: str, text: str | bytes) -> Case:
    """A file of another format."""
    return Case(["import", name], files={name: text})


def edited(*words: str, text: str = TWO) -> Case:
    """A change."""
    return Case(["edit", *words], text)


CASES: dict[str, list[Case]] = {
    "The command line": [
        Case(["shwo"]),
        Case(["show", "--actr", "Japan"]),
        Case(["show", "--first", "x"]),
        Case(["show", "--first"]),
        Case(["show", "-tag:rally"]),
        Case(["check", "events.yaml"]),
        Case(["check", "--format", "xml"]),
        Case(["remove"]),
    ],
    "No collection": [
        Case(["show"], prepared="no file"),
        Case(["show"], prepared="no folder"),
        Case(["show", "--data", "nothing.yaml"]),
        Case(["add", "Rally", "--date", "2022", "--data", "nothing.yaml"]),
        Case(["show", "--data", "events.yaml/x"]),
        Case(["show", "--data", "loop.yaml"], prepared="loop"),
        Case(["show", "--data", "pipe.yaml"], prepared="pipe"),
        Case(["check", "--data", "pipe.yaml"], prepared="pipe"),
        Case(["show", "--data", "all"], files={"all/a.yaml": "- a\n"}),
    ],
    "What a file says": [
        Case(["show"], "- date: 2022-13-01\n  title: Talks\n  lat: far\n"),
        Case(["show"], "- title: Talks\n  date:\n"),
        Case(["show"], '- date: 2022\n  title: "Talks\n'),
        Case(["show"], "- date: 2022\n  title: Talks: halted\n"),
        Case(["show"], "- date: 2022\n title: Talks\n"),
        Case(["show"], "- date: 2022\n\ttitle: Talks\n"),
        Case(["show"], "date: 2022\ntitle: Talks\n- x\n"),
        Case(["show"], "- date: 2022\n  title: Talks\nx\n"),
        Case(["show"], "- date: 2022\n  title: [Talks\n- x\n"),
        Case(["show"], '- date: 2022\n  title: "\\q"\n'),
        Case(["show"], "- date: - 2022\n"),
        Case(["show"], "- date: 2022\n  title: *\n"),
        Case(["show"], "- date: 2022\n  title: !x!y Talks\n"),
        Case(["show"], "- date: 2022\n  title: !!python/object:os.system Talks\n"),
        Case(["show"], "- date: 2022\n  date: 2023\n  title: Talks\n"),
        Case(["show"], VALID + "---\n" + VALID),
        Case(["show"], "- date: 2022\n  title: *talks\n"),
        Case(["show"], "- &a\n  date: 2022\n  title: *a\n"),
        Case(["show"], "- <<: text\n  date: 2022\n  title: Talks\n"),
        Case(["show"], "- a: &a x\n  b: [" + "*a, " * 10_001 + "]\n"),
        Case(["show"], f"- date: 2022\n  title: Talks\n  deep: {'[' * 101}{']' * 101}\n"),
        Case(["show"], "just a text\n"),
        Case(["show"], "- date: 2022\n  [a]: b\n"),
        Case(["show"], b"- date: 2022\n  title: Caf\xe9\n"),
        Case(["show"], VALID.encode("utf-16")),
        Case(["show"], "- date: 2022\n  title: a\0b\n"),
        Case(["show"], "- date: 2022\n  title: a\x1b[2Jb\n"),
    ],
    "Stored dates": [
        stored("2022-02-30"),
        stored("2022-13"),
        stored("2022/2018"),
        stored("2022-01-01T25:00:00Z"),
        stored("2022-01-01T24:00:00Z"),
        stored("2022-01-01T10:60:00Z"),
        stored("2022-01-01T10:00:00+15:00"),
        stored("-0000"),
        stored("Y999999999999"),
        stored("1950S9"),
        stored("[2022,2023"),
        stored("[2022-01..2023]"),
        stored("[..]"),
        stored("[2018,..2022]"),
        stored("[2018..,2022]"),
        stored("[2018,]"),
        stored("[2018-01-01T10:00:00Z]"),
        stored("[2020..2018]"),
        stored("2018/2019/2020"),
        stored("../"),
        stored("2018-01-01T10:00:00Z/2019"),
        stored("soon"),
        stored("21 March 2022"),
    ],
    "Typed dates": [
        typed("soon"),
        typed(""),
        typed("x" * 1001),
        typed("Mar 2022 or so then"),
        typed("31 April 2022"),
        typed("03/02/2023"),
        typed("3/2/23"),
        typed("the 60s"),
        typed("1965s"),
        typed("1900s"),
        typed("0 BC"),
        typed("25:00 on 1 May 2021"),
        typed("1 May 2021 15:00 or 2 May 2021"),
        typed("before 2018 and 2020"),
        typed("from 1 May 2021 15:00 to 3 May 2021"),
        typed("from 2022 to 2018"),
        typed("between 2022 and 2018"),
        typed("after 2020 and before 2018"),
        typed("between since 2018 and 2020"),
        typed("week of March 2022"),
        typed("9999999999 days ago"),
        typed("2 days after March 2022"),
        typed("next Friday"),
        typed("early March 2024 and late March 2024"),
        typed("until the 1950s BC"),
        typed("9999999 days ago"),
        typed("9000 years from now"),
        typed("March 12000 AD"),
        typed("early 21 March 2022"),
        typed("first quarter of the 1950s"),
        typed("c. 1 May 2021 15:00"),
        typed("March 2021 15:00"),
        typed("winter 65"),
        typed("65"),
        typed("Monday 22 March 2022"),
        Case(["show", "--today", "2022"]),
        Case(["show", "--since", "03/02/2023", "--day-first", "--month-first"]),
    ],
    "Queries": [
        queried("(actor:Japan"),
        queried("actor:Japan)"),
        queried("acter:Japan"),
        queried("actor:"),
        queried("actor:~Nowhere"),
        queried('""'),
        queried("status:final"),
        queried("missing:sauces"),
        queried("since:"),
        queried("date:.."),
        queried("date:2023..2022"),
        queried("since:soon"),
        queried("talks -"),
        queried("talks --since"),
        queried('title:"Talks'),
        queried('"Talks"end'),
        queried('Ta"lks'),
        queried("talks OR"),
        queried("NOT"),
        queried("@none"),
        queried("@none", "[queries]\ndyad = 'actor:Russia'\n"),
        queried("@a", "[queries]\na = '@b'\nb = '@a'\n"),
        queried("@q0", "[queries]\n" + "".join(f"q{at} = '@q{at + 1}'\n" for at in range(102))),
        queried("@a", "[queries]\na = '(x'\n"),
        queried("@a", "queries = 1\n"),
        queried("@a", "[queries]\na = 1\n"),
        queried("@a", "[queries]\n'a b' = 'x'\n"),
        queried("@a", "[queries\n"),
        queried("@a", b"[queries]\na = '\xff'\n"),
        Case(["show", "@a"], prepared="toml is a folder"),
        Case(["show", "--actor", "Japan"]),
        Case(["show"], ""),
    ],
    "Pictures and exports": [
        Case(["show", "--view", "tabel"]),
        Case(["show", "--order", "size"]),
        Case(["show", "--by", "actor"]),
        Case(["show", "--view", "lanes", "--by", "colour"]),
        Case(["show", "--view", "lanes", "--scale", "log"]),
        Case(["show", "--view", "density", "--per", "hour"]),
        Case(
            ["show", "--view", "density", "--per", "day"],
            "- {date: 1000, title: a}\n- {date: 2022, title: b}\n",
        ),
        Case(["show", "--view", "lanes"], "- {date: ../.., title: a}\n"),
        Case(["show", "-o", "picture.gif"]),
        Case(["show", "-o", "none/picture.svg"]),
        Case(["export", "-f", "cvs"]),
        Case(["export", "-f", "jsonl", "--bom"]),
        Case(["export", "-o", "."]),
        Case(["show", "--diff", "nothing.yaml"]),
    ],
    "Adding": [
        Case(["add", "Rally"]),
        Case(["add", "--date", "2022"]),
        Case(["add", "Rally", "--date", "2022-02-30"]),
        Case(["add", "Rally", "--date", "2022", "--id", "talks"]),
        Case(["add", "Rally", "--date", "2022", "--id", "A b"]),
        Case(["add", "Rally\nin Tokyo", "--date", "2022"]),
        Case(["add", "Rally", "--date", "2022", "--status", "final"]),
        Case(["add", "Rally", "--date", "2022", "--source-date", "soon"]),
        Case(["add", "Talks end", "--date", "2022-03"]),
        Case(["add", "Rally", "--date", "2022", "--after", "nothing"]),
        Case(["add", "Rally", "--date", "2022", "--data", "events.yaml", "--data", "b.yaml"]),
        Case(["add", "Rally \udcff", "--date", "2022"]),
        Case(["add", "Rally", "--date", "2022"], "id: a\ndate: 2022\ntitle: Talks\n"),
        Case(["add", "Rally", "--date", "2022"], "- id: a\n  date: soon\n  title: Talks\n"),
        Case(["add", "Rally", "--date", "2022", "--id", "a", "--data", "all"], files={"all/a.yaml": ""}),
        Case(
            ["add", "Rally", "--date", "2022", "--id", "a" * 300, "--data", "all"], files={"all/a.yaml": ""}
        ),
        Case(["add", "Rally", "--date", "2022", "--wait", "-1"]),
    ],
    "Changing": [
        edited(),
        edited("talks"),
        edited("talks", "--dry-run"),
        edited("talks", "rally"),
        edited("none", "--kind", "x"),
        edited("talks", "--kind", "x", text=VALID + VALID),
        edited("--where", "title:none", "--kind", "x"),
        edited("--where", "acter:x", "--kind", "x"),
        edited("--where", "title:talks", "--kind", "x", text=VALID + "- id: b\n  date: soon\n  title: x\n"),
        edited("talks", "--status", "final"),
        edited("talks", "--date", "soon"),
        edited("talks", "--title", ""),
        edited("talks", "--unset", "date"),
        edited("talks", "--summary", "x\udcff"),
        edited("talks", "--id", "rally"),
        edited("talks", "rally", "--id", "new"),
        edited("talks", "--id", "A b"),
        edited("talks", "--add-after", "nothing"),
        edited("talks", "--drop-tag", "x"),
        edited("a", "--add-actor", "x", text="- id: a\n  date: 2022\n  title: x\n  actors: {state: Japan}\n"),
        edited(
            "a",
            "--source-title",
            "T",
            text="- id: a\n  date: 2022\n  title: x\n  sources: [{url: u}, {url: v}]\n",
        ),
        edited("a", "--place", "Rome", text="- {id: a, place: &p Oslo}\n- {id: b, place: *p}\n"),
        Case(["remove", "none"], TWO),
        Case(["remove", "talks"], TWO),
        Case(["remove", "talks", "--cascade"], TWO),
        Case(["remove", "a", "--yes"], "- {id: a, place: &p Oslo}\n- {id: b, place: *p}\n"),
    ],
    "Files that cannot be written": [
        Case(["add", "Rally", "--date", "2022"], prepared="read-only"),
        Case(["edit", "talks", "--kind", "x"], prepared="read-only"),
        Case(["remove", "talks", "--yes"], prepared="read-only"),
        Case(["add", "Rally", "--date", "2022"], prepared="two names"),
        Case(["add", "Rally", "--date", "2022", "--wait", "0"], prepared="locked"),
        Case(["edit", "talks", "--kind", "x", "--wait", "0.1"], prepared="locked"),
        Case(["add", "Rally", "--date", "2022"], prepared="full disk"),
        Case(["init", "events.yaml"]),
        Case(["init", "events.yaml/sub/more.yaml"]),
        Case(["init", "x" * 300 + ".yaml"]),
    ],
    "Checking": [
        Case(["check", "--today", "soon"]),
        Case(["check", "--fix"], '- id: A b\n  date: "2022\n'),
        Case(
            ["check", "--fix"],
            "- {id: a, date: 2022, title: x, actors: &p Oslo}\n- {id: b, date: 2023, title: y, place: *p}\n",
        ),
        Case(["check", "--quotes", "nothing"]),
    ],
    "Bringing in": [
        imported("a.csv", ""),
        imported("a.csv", "date,date\n"),
        imported("a.csv", "id,title\n"),
        imported("a.csv", "date,title\n2022,a,b\n"),
        imported("a.csv", 'date,title\n2022,"a" b\n'),
        imported("a.csv", "date,title,extra\n2022,a,[]\n"),
        imported("a.csv", "date,title,extra\n2022,a,{\n"),
        imported("a.csv", "date,title\nsoon,a\n"),
        imported("a.csv", "id,date,title\ntalks,2022,a\n"),
        imported("a.csv", b"date,title\n2022,\xe9\n"),
        imported("a.jsonl", "[]\n"),
        imported("a.jsonl", '{"a": 1, "a": 2}\n'),
        imported("a.jsonl", "{'a': 1}\n"),
        imported("a.jsonl", '{"a": ' + "[" * 5_000 + "]" * 5_000 + "}\n"),
        imported("a.jsonl", '{"title": "\\ud800"}\n'),
        Case(["import", "nothing.csv"]),
        Case(["import", "nothing.xyz"]),
    ],
}
