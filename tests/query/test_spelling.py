"""Values and words are spelled so that they are read back."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.query.spelling import read_pattern, spelled
from timeline.query.tokens import tokens

awkward = st.text() | st.text(alphabet='\\"*~ a():-')


@given(awkward, st.booleans())
def test_reading_undoes_spelling(text: str, prefix: bool) -> None:
    (token,) = tokens(f"tag:{spelled(text, prefix=prefix)}")
    assert read_pattern(token.value) == (text, prefix)


@given(awkward)
def test_spelling_has_no_line_of_its_own(text: str) -> None:
    assert len(list(tokens(f"a tag:{spelled(text)} b"))) == 3
