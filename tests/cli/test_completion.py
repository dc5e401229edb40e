"""What is offered where a value can be of two sorts: the shells themselves are asked in test_shells.py."""

from pathlib import Path

from repository import committed

from timeline.cli.app import root
from timeline.cli.completion import FILES, offered


def words(*typed: str) -> list[str]:
    *before, value = typed
    return [word for word, _ in offered(before, value, root()).words]


def test_revisions_complete_and_files_where_none_begins_so(events: Path, tmp_path: Path) -> None:
    committed(tmp_path)
    assert words("show", "--diff", "ma") == ["main"]
    assert words("show", "--diff=ma") == ["--diff=main"]
    assert offered(["show", "--diff"], "da", root()) == FILES
    assert offered(["show", "-d", "/nothing/a.yaml", "--diff"], "ma", root()) == FILES


def test_lanes_complete_with_fields_of_the_users_own_and_behind_a_comma(events: Path) -> None:
    with events.open("a") as file:
        file.write("- date: 2022\n  title: t\n  box: {no: B1}\n  Kasten: [{no: B2}]\n")
    assert words("show", "--by", "b") == ["box", "box.no"]
    assert words("stats", "--by", "actor,Ka") == ["actor,Kasten", "actor,Kasten.no"]
    assert words("stats", "--by", "kind,a") == ["kind,actor"]


def test_fields_of_the_users_own_complete_in_a_query(events: Path) -> None:
    with events.open("a") as file:
        file.write("- date: 2022\n  title: t\n  Kasten: {no: B1}\n  my field: x\n")
    assert words("show", "ka") == ["Kasten:", "Kasten.no:"]
    assert words("show", "gr") == ["grade:"]
    assert words("show", "tag:a missing:Ka") == ["tag:a missing:Kasten", "tag:a missing:Kasten.no"]
    assert words("show", "has:my") == ['has:"my field"']
