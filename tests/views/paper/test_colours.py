"""Colours that can be read, and told from their neighbours."""

from itertools import combinations, pairwise

import pytest
from paper_reading import SVG, root_of
from view_drawing import event

from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.colours import DARK, LIGHT, Colours, contrast, inks_of
from timeline.views.paper.drawing import svg_pages
from timeline.views.paper.pen import Sheet


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_what_is_read_has_a_contrast_of_four_and_a_half(colours: Colours) -> None:
    for ground in (colours.paper, colours.band):
        for ink in (colours.ink, colours.muted, *colours.inks):
            assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_no_two_of_four_neighbours_share_a_colour(colours: Colours) -> None:
    inks = list(inks_of([f"actor {number}" for number in range(500)], colours).values())
    for four in zip(inks, inks[1:], inks[2:], inks[3:], strict=False):
        assert all(one != other for one, other in combinations(four, 2))


@pytest.mark.parametrize("dark", [False, True])
def test_counts_can_be_read_on_whatever_their_cells_are(dark: bool) -> None:
    shown = [
        Shown(event("2018", "t", actors=[f"a{one}", f"b{one}"])) for one in range(12) for _ in range(one + 1)
    ]
    sheet = Sheet(dark=dark, width=1500)
    (page,) = svg_pages("matrix", shown, ViewOptions(), sheet)
    cells = [group for group in root_of(page).iter(f"{SVG}g") if group.get("data-count")]
    seen = set()
    for cell in cells:
        box, words = cell.find(f"{SVG}rect"), cell.find(f"{SVG}text")
        if box is not None and words is not None:
            opacity = float(box.get("fill-opacity", "1"))
            ground = _mixed(sheet.colours.paper, box.attrib["fill"], opacity)
            assert contrast(ground, words.attrib["fill"]) >= 4.5, opacity
            seen.add(opacity)
    assert len(seen) > 10


def test_a_name_has_its_colour_in_every_picture_where_nothing_stands_beside_it() -> None:
    assert inks_of(["Japan"], LIGHT)["Japan"] == inks_of(["Japan", "Russia"], LIGHT)["Japan"]
    assert all(one != other for one, other in pairwise(inks_of("abc", LIGHT).values()))


def _mixed(paper: str, ink: str, opacity: float) -> str:
    """The colour of an ink of an opacity on paper."""
    pairs = [(int(paper[at : at + 2], 16), int(ink[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(below + (above - below) * opacity):02x}" for below, above in pairs)
