"""Pictures to paste: complete, self-contained, and the same every time."""

import re
import xml.etree.ElementTree as ET

import pytest
from view_drawing import drawn, event, shipped

from timeline.dates.event_date import EventDate
from timeline.errors import UsageError
from timeline.model import Event
from timeline.views import VIEWS
from timeline.views.options import Shown, ViewOptions
from timeline.views.picture import PICTURES, picture

SVG = "{http://www.w3.org/2000/svg}"


def _picture(view: str, path: str, width: int = 100) -> str:
    return picture(VIEWS.load(view)([Shown(one) for one in shipped()], ViewOptions()), path, width)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("ending", PICTURES)
def test_a_picture_is_the_same_every_time(view: str, ending: str) -> None:
    assert _picture(view, f"out{ending}") == _picture(view, f"OUT{ending.upper()}")


@pytest.mark.parametrize("view", VIEWS)
def test_text_is_what_the_terminal_shows(view: str) -> None:
    assert _picture(view, "out.txt") == drawn(view, shipped(), 100)


@pytest.mark.parametrize("view", VIEWS)
def test_svg_shows_every_line_and_needs_nothing_from_elsewhere(view: str) -> None:
    text = _picture(view, "out.svg")
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    lines: dict[float, str] = {}
    for element in ET.fromstring(text).iter(f"{SVG}text"):
        y = float(element.attrib["y"])
        lines[y] = lines.get(y, "") + (element.text or "")
    bare = [re.sub(r"\s", "", line) for line in lines.values()]
    assert list(filter(None, bare)) == [
        re.sub(r"\s", "", line) for line in drawn(view, shipped(), 100).split("\n") if line.strip()
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_svg_has_room_for_its_last_line_and_clips_nothing(view: str) -> None:
    text = _picture(view, "out.svg")
    assert "clip" not in text
    root = ET.fromstring(text)
    last = max(float(element.attrib["y"]) for element in root.iter(f"{SVG}text"))
    group = root.find(f"{SVG}g")
    assert group is not None
    down = float(group.attrib["transform"].rstrip(")").split(",")[1])
    assert down + last + 0.3 * 21 < float(
        root.attrib["viewBox"].split()[3]
    )  # letters of 21 px, and their feet


def test_wide_characters_are_placed_one_by_one() -> None:
    shown = [Shown(event("2018", "条約 treaty", actors=["Japan"]))]
    text = picture(VIEWS.load("timeline")(shown, ViewOptions()), "a.svg", 60)
    root = ET.fromstring(text)
    places = {element.text: float(element.attrib["x"]) for element in root.iter(f"{SVG}text")}
    cell = (places["約"] - places["条"]) / 2
    assert places["約"] - places["条"] == pytest.approx(2 * cell)
    treaty = next(x for text, x in places.items() if text and "treaty" in text)
    assert treaty - places["約"] == pytest.approx(3 * cell, rel=0.01)


def test_two_pictures_may_stand_in_one_page() -> None:
    names = {re.findall(r'class="(t[0-9a-f]{8})-', _picture(view, "a.svg"))[0] for view in VIEWS}
    assert len(names) == len(VIEWS)


@pytest.mark.parametrize("view", VIEWS)
def test_no_character_makes_an_svg_that_is_no_xml(view: str) -> None:
    odd = [chr(code) for code in range(0x11000) if not chr(code).isprintable()]
    texts = ["".join(odd[at : at + 200]) for at in range(0, len(odd), 200)]
    shown = [Shown(Event(date=EventDate.parse("2018"), title=f"a{text}b", actors=(text,))) for text in texts]
    ET.fromstring(picture(VIEWS.load(view)(shown, ViewOptions()), "a.svg", 100))


def test_html_escapes_what_events_say() -> None:
    shown = [Shown(event("2018", "<script>alert(1)</script>"))]
    assert "<script>" not in picture(VIEWS.load("timeline")(shown, ViewOptions()), "a.html", 80)


def test_other_endings_are_refused_with_those_that_work() -> None:
    with pytest.raises(UsageError, match=r'"out\.png" is not the name of a picture') as refused:
        _picture("timeline", "out.png")
    assert refused.value.hint == "end it in .svg, .html, .txt"
