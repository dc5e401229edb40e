"""Two events are one by their dates, their words and their actors."""

import pytest

from timeline.dates.event_date import EventDate
from timeline.drafts.likeness import Events
from timeline.model import Event


def event(date: str, title: str, *actors: str, kind: str = "") -> Event:
    return Event(date=EventDate(date), title=title, actors=actors, kind=kind)


SIGNED = event(
    "2021-05-04", "Malta and Italy signed a ferry accord", "Malta", "Italy", kind="cooperate diplomatically"
)


@pytest.mark.parametrize(
    "other",
    [
        event("2021?-05-04", "Italy and Malta sign the ferry accord", "Italy"),
        event("2021-05", "Malta, Italy signing long-awaited ferry accord"),
        event("[..2021-05-06]", "Malta and Italy signed a ferry accord"),
        event("2021-05-04", "Malta seals deal with Italy", "Malta", "Italy", kind="cooperate diplomatically"),
        event("2021-05-04", "Ferry accord of Malta and Italy signed", "Malta", kind="treaty"),
    ],
)
def test_tellings_of_one_event_are_alike(other: Event) -> None:
    known = Events()
    known.add(SIGNED)
    assert list(known.like(other)) == [0]


@pytest.mark.parametrize(
    "other",
    [
        event("2021-05-05", "Malta and Italy signed a ferry accord"),
        event("2021", "Malta and Italy signed a ferry accord"),
        event("[..2021-06-06]", "Malta and Italy signed a ferry accord"),
        event("2021-05-04", "Greece and Cyprus signed a ferry accord", "Greece", "Cyprus"),
        event("2021-05-04", "Malta and Italy discussed fisheries", "Malta", "Italy", kind="consult"),
        event("2021-05-04", "Malta"),
    ],
)
def test_events_of_another_day_or_other_words_are_not(other: Event) -> None:
    known = Events()
    known.add(SIGNED)
    assert list(known.like(other)) == []


def test_what_is_numbered_otherwise_is_another() -> None:
    known = Events()
    known.add(event("2021-05-04", "Council adopted resolution 2721 on ferries"))
    known.add(event("2021-05-04", "Council adopted resolution 2722 on ferries"))
    assert list(known.like(event("2021-05-04", "Resolution 2722 adopted by the council"))) == [1]
