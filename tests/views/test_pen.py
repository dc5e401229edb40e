"""Text where there is no Unicode, and colours where there are sixteen."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color, ColorSystem

from timeline.views import pen
from timeline.views.ink import Surface
from timeline.views.options import ViewOptions
from timeline.views.pen import Pen, actor_style

ASCII = Pen(Surface(80, "ascii"), ViewOptions())
HUES = {actor_style(str(number)).color for number in range(1000)}
DRAWN = sorted(
    HUES | {style.color for style in (*pen.BARS, *pen.STATUS.values(), pen.HEADING, pen.DATE, pen.WARNING)}
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“Œuvre” – Łódź, Straße, São Tomé", '"OEuvre" - Lodz, Strasse, Sao Tome'),
        ("か が", r"\u304b \u304c"),  # and not the first twice
        ("か\u3099", r"\u304c"),
        ("й ё и", r"\u0439 \u0451 \u0438"),
        ("한", r"\ud55c"),
        ("क\u093c", r"\u0915\u093c"),
        ("q\u0303 ﬁ ½", r"q fi \xbd"),
        ("\u0303x", r"\u25cc\u0303x"),
        ("😀", r"\U0001f600"),
    ],
)
def test_a_letter_is_told_from_every_other_that_ascii_lacks(text: str, told: str) -> None:
    assert ASCII.text(text) == told


@given(
    st.characters(min_codepoint=0x370, exclude_categories=["Cs", "Cc", "Cf"]),
    st.characters(min_codepoint=0x370, exclude_categories=["Cs", "Cc", "Cf"]),
)
def test_two_letters_of_other_scripts_are_never_told_alike(one: str, other: str) -> None:
    told = [ASCII.text(letter) for letter in (one, other)]
    assert all(text.isascii() and text for text in told)
    if told[0] == told[1] and told[0].startswith("\\"):
        assert normalize("NFC", one) == normalize("NFC", other)


@pytest.mark.parametrize("colour", DRAWN)
def test_of_sixteen_colours_none_is_black_white_or_grey(colour: str) -> None:
    assert Color.parse(colour).downgrade(ColorSystem.STANDARD).number not in {0, 7, 8, 15}


@pytest.mark.parametrize("colour", sorted(HUES))
def test_a_colour_can_be_read_on_black_and_on_white(colour: str) -> None:
    """Contrasts of more than 3 to 1 with both (WCAG 2.2, 1.4.11)."""
    parts = (part / 255 for part in Color.parse(colour).get_truecolor())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    assert (luminance + 0.05) / 0.05 > 3
    assert 1.05 / (luminance + 0.05) > 3
