"""Saved queries: read from the file that a person keeps, wrong ones told with their line."""

from pathlib import Path

import pytest

from timeline.errors import InvalidData, Unavailable
from timeline.query.saved import saved_queries


def test_queries_of_the_first_file_win_and_absent_files_have_none(tmp_path: Path) -> None:
    beside, users = tmp_path / "timeline.toml", tmp_path / "config.toml"
    beside.write_text("[queries]\ndyad = 'actor:Russia actor:Japan'\n", encoding="utf-8")
    users.write_text('queries.dyad = "x"\nqueries.kurils = "tag:\\"kuril islands\\""\n', encoding="utf-8")
    found = saved_queries([tmp_path / "none.toml", beside, users, beside / "below.toml"])
    assert found == {"dyad": "actor:Russia actor:Japan", "kurils": 'tag:"kuril islands"'}


def test_a_file_with_other_tables_has_no_queries(tmp_path: Path) -> None:
    path = tmp_path / "timeline.toml"
    path.write_text("[other]\nx = 1\n", encoding="utf-8")
    assert saved_queries([path]) == {}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (b"[queries]\na = 'x'\nb = \n", 3, "not TOML: invalid value"),
        (b"[queries]\na = 'x\n", 2, "not TOML: "),
        (b"[queries", 1, "not TOML: "),
        (b"\nqueries = 1\n", 2, '"queries" is not a table'),
        (b"[queries]\na = 'x'\n\nb = 3\n", 4, 'the query "b" is not text'),
        (b"[queries]\n'a b' = 'x'\n", 2, '"a b" cannot be the name of a query'),
        (b"[queries]\na = '\xff'\n", 2, "not UTF-8"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: bytes, line: int, message: str) -> None:
    path = tmp_path / "timeline.toml"
    path.write_bytes(text)
    with pytest.raises(InvalidData) as caught:
        saved_queries([path])
    assert caught.value.message.startswith(f"{path}:{line}: {message}")
    assert caught.value.hint


def test_a_file_that_cannot_be_read_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be read"):
        saved_queries([tmp_path])
