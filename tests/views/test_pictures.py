"""Pictures of every view, kept as text: look at them when they change."""

from collections.abc import Callable
from typing import Any

import pytest
from view_drawing import contested, drawn, every_form, in_order, narrowed, shipped

from timeline.dates.calendar import days_from_civil
from timeline.views import VIEWS

Golden = Callable[[str, str], None]

ASKED: dict[str, dict[str, Any]] = {
    "lanes": {"by": "actor", "today": days_from_civil(2022, 6, 1)},
    "density": {"per": "year"},
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [60, 100, 160])
def test_shipped_events(golden: Golden, view: str, width: int) -> None:
    golden(f"{view}-{width}.txt", drawn(view, shipped(), width, **ASKED.get(view, {})))


@pytest.mark.parametrize("view", VIEWS)
def test_shipped_events_in_ascii(golden: Golden, view: str) -> None:
    text = drawn(view, shipped(), 100, ascii=True, **ASKED.get(view, {}))
    assert text.isascii()
    golden(f"{view}-ascii.txt", text)


@pytest.mark.parametrize("view", VIEWS)
def test_every_form_of_date(golden: Golden, view: str) -> None:
    options: dict[str, Any] = {"density": {"per": "decade"}, "lanes": {"by": "kind"}}.get(view, {})
    events = [one for one in every_form() if view == "timeline" or one.date.text != "Y-17E7"]
    golden(f"{view}-dates.txt", drawn(view, events, 100, **options))


@pytest.mark.parametrize("by", ["actor", "tag"])
def test_density_split(golden: Golden, by: str) -> None:
    golden(f"density-by-{by}.txt", drawn("density", shipped(), 100, by=by, per="decade"))


def test_matrix_of_two_fields(golden: Golden) -> None:
    golden("matrix-kind-actor.txt", drawn("matrix", shipped(), 100, by="kind,actor"))


def test_backwards_and_with_context(golden: Golden) -> None:
    events = in_order(every_form())[::-1]
    golden("timeline-backwards.txt", drawn("timeline", events, 100, reversed=True, context={3, 5}))


def test_linear_scale(golden: Golden) -> None:
    golden("lanes-linear.txt", drawn("lanes", shipped(), 100, by="kind", scale="linear"))


@pytest.mark.parametrize("width", [60, 100, 160])
def test_numbered_lanes(golden: Golden, width: int) -> None:
    golden(f"lanes-all-{width}.txt", drawn("lanes", shipped(), width, top=3, labels="all"))


def test_lanes_without_labels(golden: Golden) -> None:
    golden("lanes-none.txt", drawn("lanes", shipped(), 100, labels="none"))


@pytest.mark.parametrize("view", ["timeline", "lanes"])
@pytest.mark.parametrize("width", [60, 100, 160])
def test_rival_dates(golden: Golden, view: str, width: int) -> None:
    options: dict[str, Any] = {"by": "kind"} if view == "lanes" else {}
    golden(f"{view}-rivals-{width}.txt", drawn(view, contested(), width, **options))


@pytest.mark.parametrize("view", ["timeline", "lanes"])
def test_rival_dates_in_ascii(golden: Golden, view: str) -> None:
    golden(f"{view}-rivals-ascii.txt", drawn(view, contested(), 100, ascii=True))


def test_rival_dates_backwards(golden: Golden) -> None:
    golden("timeline-rivals-backwards.txt", drawn("timeline", contested()[::-1], 100, reversed=True))


@pytest.mark.parametrize("view", ["timeline", "list", "table", "card", "lanes", "density"])
@pytest.mark.parametrize("width", [60, 100])
def test_dates_that_others_narrow(golden: Golden, view: str, width: int) -> None:
    options: dict[str, Any] = {"lanes": {"by": "kind"}, "density": {"per": "quarter"}}.get(view, {})
    golden(f"{view}-narrowed-{width}.txt", drawn(view, narrowed(), width, **options))
