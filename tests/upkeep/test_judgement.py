"""What comes back from an editor is judged with the lines that the editor shows, all mistakes at once."""

from typing import Any

import pytest

from timeline.errors import UsageError
from timeline.upkeep.judgement import check_changed, mistakes_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- id: a\n  date: 2022\n  title: Talks\n", []),
        ("\ufeff- date: 2022\n  title: Talks\n", []),
        ("- date: 2022\n  title: *talks\n", []),  # its anchor may stand in another record
        ("- date: soon\n  title: Talks\n  status: x\n", ["line 1: date", "line 3: status"]),
        ('- date: 2022\n  title: "Talks\n', ["line 2: "]),
        ("", ["here are 0 records"]),
        ("- date: 2022\n  title: a\n- date: 2022\n  title: b\n", ["here are 2 records"]),
    ],
)
def test_every_mistake_is_told_with_its_line(text: str, told: list[str]) -> None:
    mistakes = [one.message for one in mistakes_of(text)]
    assert len(mistakes) == len(told)
    assert all(message.startswith(start) for message, start in zip(mistakes, told, strict=True))


def test_a_change_is_refused_for_its_own_mistakes_alone() -> None:
    old: dict[str, Any] = {"date": "2022", "title": "Talks"}
    old["sources"] = [{"date": "soon"}, {"date": "2022"}, {"date": "n.d."}]
    check_changed(old, {**old, "title": "Talks end"})
    check_changed(
        old, {**old, "sources": old["sources"][1:]}
    )  # the last is another one now, and no more wrong
    wrong: list[Any] = [[{"date": "later"}], [{"date": "2022"}, {"url": "n.d.", "date": "2022-13"}]]
    for sources in wrong:
        with pytest.raises(UsageError):
            check_changed(old, {**old, "sources": sources})
    with pytest.raises(UsageError):
        check_changed(old, {**old, "date": "soon"})
