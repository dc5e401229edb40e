"""What the one text folding of the project ignores, and what it keeps."""

import sys
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.folding import fold


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_character_folds_to_something_stable() -> None:
    for start in range(0, sys.maxunicode + 1, 4096):
        characters = "\n".join(
            chr(code) for code in range(start, start + 4096) if not 0xD800 <= code <= 0xDFFF
        )
        assert fold(fold(characters)) == fold(characters)


@given(st.text())
@example("\u0345")
@example("か\u0345\u3099")
def test_case_does_not_count(text: str) -> None:
    text = normalize("NFC", text)  # a capital for a mark out of order would part a letter from its own marks
    for other in (text.upper(), text.lower(), text.title(), text.swapcase(), text.casefold()):
        assert fold(other) == fold(text)


def test_the_case_of_no_character_counts() -> None:
    for start in range(0, sys.maxunicode + 1, 4096):
        characters = [chr(code) for code in range(start, start + 4096) if not 0xD800 <= code <= 0xDFFF]
        assert fold("\n".join(map(str.upper, characters))) == fold("\n".join(characters))
        assert fold("\n".join(map(str.lower, characters))) == fold("\n".join(characters))


@given(st.text())
def test_composed_and_decomposed_text_are_one(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(normalize("NFC", text))


@given(st.text(st.characters(codec="latin-1"), min_size=300, max_size=600))
def test_long_texts_fold_as_short_ones(text: str) -> None:
    assert fold(text + "é") == "".join(fold(letter) for letter in text) + "e"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("São Tomé", "sao tome"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("Đà Nẵng", "da nang"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Diyarbakır", "diyarbakir"),
        ("œuvre", "oeuvre"),
        ("Þingvellir", "thingvellir"),
        ("Šefčovič", "sefcovic"),
        ("US–Japan", "us-japan"),
        ("“quoted”", '"quoted"'),
        ("ＴＯＫＹＯ", "tokyo"),
        ("Ёлкин", "елкин"),
        ("Ὀδυσσεύς", "οδυσσευσ"),
        ("ᾠδή", "ωιδη"),
        ("ΩΙΔΗ", "ωιδη"),
        ("a\u00a0b", "a b"),
        ("", ""),
    ],
)
def test_accents_and_typographic_variants_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"), [("か", "が"), ("は", "ぱ"), ("한", "하"), ("क", "क्"), ("東京", "京東")]
)
def test_marks_that_make_another_letter_count(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_korean_syllables_stay_whole() -> None:
    assert fold("서울") == "서울"
