"""Cutting and wrapping count cells as rich does, for any text."""

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from timeline.views.cells import cut, pad, pad_left, width, wrap, wrap_offsets

texts = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab  条約e\u0301\u200d\ufe0f👩❤…–"), st.characters(exclude_categories=["Cc", "Cs"])
    ),
    max_size=40,
)
cells = st.integers(1, 30)


@given(text=texts)
def test_width_is_that_of_rich(text: str) -> None:
    assert width(text) == cell_len(text)


@given(text=texts, room=cells)
def test_a_cut_text_fits_and_an_uncut_one_is_untouched(text: str, room: int) -> None:
    short = cut(text, room)
    assert cell_len(short) <= room
    assert short == text if cell_len(text) <= room else short.endswith("…")


@given(text=texts, room=cells)
@example(text="a\u200d", room=2)
def test_padding_reaches_the_width(text: str, room: int) -> None:
    short = cut(text, room)
    assert cell_len(pad(short, room)) == cell_len(pad_left(short, room)) == room


@given(text=texts, room=st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert all(cell_len(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(text=texts, room=st.integers(2, 30))
def test_offsets_are_in_order_and_only_spaces_lie_between_them(text: str, room: int) -> None:
    after = 0
    for start, end in wrap_offsets(text, room):
        assert after <= start <= end
        assert not text[after:start].strip(" ")
        after = end


def test_a_word_is_broken_only_where_it_is_longer_than_a_line() -> None:
    assert wrap("the demonstration", 8) == ["the", "demonstr", "ation"]
    assert wrap("条約調印", 5) == ["条約", "調印"]
    assert wrap("", 5) == [""]
    assert wrap("the    ", 3) == ["the"]
    assert cut("treaty", 0, "...") == ""
    assert cut("treaty", 2, "...") == ".."
