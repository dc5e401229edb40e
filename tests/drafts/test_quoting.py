"""A quote is found however the text breaks its lines and marks its quotations, and nowhere else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.drafts.quoting import Searched, find_quote

TEXT = (
    "The ministry said on Friday that “talks” are over, and that it had – in its words – “no intention\nto con-\n"
    "tinue nego\u00adtiations with Japan”. Its of\ufb01cials left Oslo. Cafe\u0301 society did not care."
)
words = st.lists(st.text("abcdé’“", min_size=1, max_size=6), min_size=1, max_size=12)
breaks = st.sampled_from([" ", "\n", "  ", "\u00a0", " \n\t", "-\n", "\u00ad", "\u200b"])


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("talks", "talks"),
        ('"talks" are over', "“talks” are over"),
        ('it had — in its words — "no intention', "it had – in its words – “no intention"),
        ("no intention to continue negotiations", "no intention\nto con-\ntinue nego\u00adtiations"),
        ("Its officials left", "Its of\ufb01cials left"),
        ("Café society", "Cafe\u0301 society"),
        ("[it] had … no intention", "had – in its words – “no intention"),
        ('that "talks" ... over', "that “talks” are over"),
        ("on Friday [the ministry] are over", "on Friday that “talks” are over"),
        ("[I]ts officials", "ts of\ufb01cials"),
        ("on Monday that", None),
        ("Talks", None),
        ("are over … on Friday", None),
        ("  ", None),
        ("…", None),
        ("", None),
    ],
)
def test_what_counts_are_the_letters(quote: str, found: str | None) -> None:
    place = find_quote(TEXT, quote)
    assert (TEXT[slice(*place)] if place else None) == found
    assert Searched(TEXT).has(quote) == (found is not None)


def test_an_omission_reaches_over_a_paragraph_and_no_farther() -> None:
    for size, reached in ((1_000, True), (1_001, False)):
        assert Searched(f"It began {'x' * size} and ended.").has("It began … and ended") is reached
    near = f"It began. It began {'x' * 990} and so. And so {'x' * 990} ended."
    assert find_quote(near, "It began … so … ended.") == (10, len(near))


def test_a_quote_of_too_many_pieces_stands_nowhere() -> None:
    assert Searched("ab" * 30).has(" … ".join(["a"] * 20))
    assert not Searched("ab" * 30).has(" … ".join(["a"] * 21))


@given(words, st.data())
def test_a_stretch_of_a_text_is_found_in_it_whatever_breaks_it(texts: list[str], data: st.DataObject) -> None:
    text = "".join(word + data.draw(breaks) for word in texts)
    first = data.draw(st.integers(0, len(texts) - 1))
    quote = " ".join(texts[first : data.draw(st.integers(first, len(texts) - 1)) + 1])
    place = find_quote(text, quote)
    assert place is not None
    assert bare(text[slice(*place)]) == bare(quote)


def bare(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b-]", "", text)


def test_what_stands_in_place_of_a_quote_is_shown() -> None:
    text = Searched(TEXT)
    for quote, near in (
        ("ministry said on Monday that", "ministry said on Friday that"),
        ("It had no intention to continue talks", "words – “no intention to con- tinue nego\u00adtiations"),
        ("nothing of the sort is here", ""),
    ):
        assert text.nearest(quote) == near


def test_long_texts_without_blanks_cost_little_and_show_little() -> None:
    text = Searched("日本" * 20_000 + "です")
    assert text.find("本 です") == (39_999, 40_002)
    assert len(text.nearest("日 本 日 本 x です")) < 60
