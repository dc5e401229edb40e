"""What a record says of its kept copies is held against the source, and only what is certain is said."""

import pytest
from checked import codes

HASH = "0" * 64


def _copied(*lines: str) -> str:
    fields = "".join(f"      {line}\n" for line in lines)
    return f"- date: 1900\n  title: Talks\n  sources:\n    - title: T\n{fields}"


@pytest.mark.parametrize(
    ("published", "taken", "changed"),
    [
        ("2022-03-21", "2022-03-20", True),
        ("2022-03-21", "2022-03-21", False),
        ("2022-03-21", "2022-03", False),
        ("2022-03", "2022-02", True),
        ("2022", "2023", False),
    ],
)
def test_a_source_has_changed_since_when_it_is_certainly_dated_later(
    published: str, taken: str, changed: bool
) -> None:
    said = f"date: {published}", f"retrieved: {taken}"
    assert codes(_copied(*said, "file: a.txt", f"sha256: {HASH}")) == (["6 W423"] if changed else [])
    assert codes(_copied(*said)) == []  # when a page was seen of which no copy is kept


def test_a_copy_has_a_hash() -> None:
    assert codes(_copied("file: a.txt")) == ["5 W424"]
    assert codes(_copied(f"sha256: {HASH}")) == []
