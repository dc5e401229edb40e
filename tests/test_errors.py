"""Errors: exit codes as the contract numbers them, and texts that no terminal obeys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import errors
from timeline.errors import ExitCode, harmless, shown


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.Refused, 1),
        (errors.UsageError, 2),
        (errors.DateError, 2),
        (errors.QueryError, 2),
        (errors.InvalidData, 3),
        (errors.Unavailable, 4),
    ],
)
def test_every_error_has_the_exit_code_of_the_contract(error: type[errors.TimelineError], code: int) -> None:
    assert error.exit_code == ExitCode(code)


@given(st.text(), st.text(), st.integers(0, 3))
def test_a_place_is_told_first_and_kept_as_values(said: str, path: str, line: int) -> None:
    error = errors.InvalidData(said, path=path, line=line)
    assert (error.said, error.path, error.line) == (said, path, line)
    place = f"{path}:{line}: " if line else f"{path}: "
    assert error.message == str(error) == (f"{place}{said}" if path else said)


@given(st.text())
def test_harmless_text_has_no_character_that_a_terminal_obeys(text: str) -> None:
    for char in harmless(text):
        code = ord(char)
        assert 0x20 <= code < 0x7F or code >= 0xA0
        assert not 0x202A <= code <= 0x202E
        assert not 0x2066 <= code <= 0x2069


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"])))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_shown_text_is_quoted_and_short() -> None:
    assert shown("a\nb\x1b") == '"a\\nb\\x1b"'
    assert len(shown("x" * 10_000_000)) == 82
