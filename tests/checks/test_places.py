"""Where a record's lines begin is found without a list of all line ends of a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.checks import places as places_module
from timeline.checks.places import Places


@given(st.text(alphabet="a\n\r\u2028", max_size=200), st.integers(1, 9))
def test_every_line_begins_behind_the_line_end_before_it(text: str, piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places_module, "_PIECE", piece)
        places = Places(text, ())
        lines = text.split("\n")
        begun = [places._begin(line) for line in range(1, len(lines) + 1)]
    assert [text[start : start + len(line)] for start, line in zip(begun, lines, strict=True)] == lines
    assert begun == [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
