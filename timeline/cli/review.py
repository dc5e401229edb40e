"""What a person says to proposals, one after another: accept, edit, skip or quit."""

from collections.abc import Sequence
from dataclasses import replace

from rich.console import Console

from timeline.cli.options import Clock
from timeline.cli.screen import console, wants_ascii
from timeline.cli.typed import typed_date
from timeline.cli.words import ask, say_error
from timeline.dates.event_date import EventDate
from timeline.drafts.picture import proposed
from timeline.drafts.proposal import Proposal
from timeline.errors import DateError
from timeline.model import Event
from timeline.views.options import ViewOptions
from timeline.views.paragraphs import draw_paragraphs

_NEW = "accept, edit, skip or quit [a/e/s/q]"
_AGAIN = "another source: add it, a new event, edit, skip or quit [a/n/e/s/q]"


def reviewed(proposals: Sequence[Proposal], clock: Clock) -> list[Proposal]:
    """The proposals that a person accepts, as they stand or edited; those accepted before a quit are kept."""
    accepted: list[Proposal] = []
    screen = console()
    for number, proposal in enumerate(proposals, 1):
        _show(proposal, number, screen)
        while True:
            what = _AGAIN if proposal.twin else _NEW
            answer = ask(f"{number} of {len(proposals)}: {what}").casefold()[:1]
            if answer == "e":
                proposal = replace(proposal, event=_edited(proposal.event, clock), twin="")  # noqa: PLW2901 - it is edited
                _show(proposal, number, screen)
            elif answer == "a" or (answer == "n" and proposal.twin):
                accepted.append(replace(proposal, twin="") if answer == "n" else proposal)
                break
            elif answer == "s":
                break
            elif answer == "q":
                return accepted
    return accepted


def _show(proposal: Proposal, number: int, screen: Console) -> None:
    drawn = draw_paragraphs(list(proposed(proposal, number)), ViewOptions(ascii=wants_ascii()))
    screen.print(drawn, end="")


def _edited(event: Event, clock: Clock) -> Event:
    """The event with what a person types instead; an empty answer leaves a field as it is."""
    title = ask(f"title [{event.title}]") or event.title
    place = ask(f"place [{event.place}]") or event.place
    kind = ask(f"kind [{event.kind}]") or event.kind
    extra = event.extra if kind == event.kind else {}  # a code says what its kind says
    actors = ask(f"actors, with commas [{', '.join(event.actors)}]")
    names = tuple(name.strip() for name in actors.split(",") if name.strip()) if actors else event.actors
    while True:
        typed = ask(f"date [{event.date}]")
        if not typed:
            return replace(event, title=title, place=place, kind=kind, actors=names, extra=extra)
        try:
            date = EventDate.parse(typed_date(typed, clock))
        except DateError as error:
            say_error(error)
            continue
        return replace(event, date=date, title=title, place=place, kind=kind, actors=names, extra=extra)
