"""Colours that can be read, and told from their neighbours."""

from itertools import combinations, pairwise

import pytest

from timeline.views.paper.colours import DARK, LIGHT, Colours, contrast, inks_of


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


def test_a_name_has_its_colour_in_every_picture_where_nothing_stands_beside_it() -> None:
    assert inks_of(["Japan"], LIGHT)["Japan"] == inks_of(["Japan", "Russia"], LIGHT)["Japan"]
    assert all(one != other for one, other in pairwise(inks_of("abc", LIGHT).values()))
