"""Tokens: nothing but spaces is lost, each stands where it says, and what is one token follows from the letters alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import DateError
from timeline.folding import fold
from timeline.said.reading import read_date
from timeline.said.tokens import tokens_of

UNSEEN = "\u200b\u200e\u200f\u2060\ufeff"
TEXTS = st.text(
    st.sampled_from("aZéßя我.½Ⅷ²٣0123456789,,  \n\r\t-–'’_()\u0308\u00a0\x1c" + UNSEEN) | st.characters()
)

CUT = {
    "": "",
    "U.S. forces": "us|forces",
    "It began.Then": "it|beganthen",
    "New Year’s Day": "new|year|'|s|day",
    "3:07:35": "3|:|07|:|35",
    "10,000 BC": "10000|bc",
    "1,234,567,89": "1234567|,|89",
    "1,2345": "1|,|2345",
    "2022,123": "2022|,|123",
    "10,5": "10|,|5",
    "15th": "15|th",
    "Ⅷ.½x.²": "Ⅷ|.|½|x|²",
    "2018‑05—06": "2018|-|05|–|06",
    "Ma\u200brch": "ma|rch",
    "٣ мая": "٣|мая",
}


@pytest.mark.parametrize("text", CUT)
def test_a_text_is_cut(text: str) -> None:
    assert "|".join(token.word for token in tokens_of(text)) == CUT[text]


@given(TEXTS)
def test_every_character_but_spaces_is_in_one_token(text: str) -> None:
    tokens = tokens_of(text)
    ends = (0, *(token.end for token in tokens))
    gaps = [text[before : token.start] for before, token in zip(ends, tokens, strict=False)]
    assert not any(
        gap.translate(dict.fromkeys(map(ord, UNSEEN))).strip() for gap in (*gaps, text[ends[-1] :])
    )
    assert [token.tight for token in tokens] == [
        bool(at) and not gap.strip(UNSEEN) for at, gap in enumerate(gaps)
    ]
    for token in tokens:
        written = text[token.start : token.end]
        if token.digits:
            assert written.replace(",", "") == token.word == str(token.number).zfill(len(token.word))
            assert token.digits == len(written)
        elif len(written) > 1:
            assert written.replace(".", "").isalpha()
            assert token.word == fold(written.replace(".", ""))


@given(TEXTS, TEXTS)
def test_words_are_cut_alike_wherever_they_stand(one: str, other: str) -> None:
    apart = [token.word for text in (one, other) for token in tokens_of(text)]
    assert [token.word for token in tokens_of(f"{one} {other}")] == apart


@given(
    st.lists(
        TEXTS.filter(lambda text: "\n" not in text and text.strip(UNSEEN) and not text.isspace()), max_size=4
    )
)
def test_a_blank_line_is_a_token_when_asked_for(paragraphs: list[str]) -> None:
    text = "\n \n".join(paragraphs)
    kept = tokens_of(text, breaks=True)
    assert sum(token.word == "\n" for token in kept) == max(len(paragraphs) - 1, 0)
    assert tuple(token for token in kept if token.word != "\n") == tokens_of(text)


def test_a_comma_before_two_digits_is_no_group_of_thousands() -> None:
    """It was one at the end of the text: the year of "March 5,22" was 522."""
    with pytest.raises(DateError, match="22"):
        read_date("March 5,22", today=19398)
