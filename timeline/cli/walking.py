"""What a person says to drafts, one after another: accept, edit, skip, reject, back or quit."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol

import typer

from timeline.cli.options import Clock
from timeline.cli.screen import draw, wants_ascii
from timeline.cli.typed import typed
from timeline.cli.words import ask, note, say_error
from timeline.counting import counted
from timeline.errors import DateError, Refused, UsageError
from timeline.model import Event
from timeline.record import Record
from timeline.said.understood import Understood
from timeline.views.options import ViewOptions
from timeline.views.paragraphs import Paragraph, draw_paragraphs

_NEW = "accept, edit, skip, reject, back, quit [aesrbq]"
_AGAIN = "another source: add it, or as a new event; edit, skip, reject, back, quit [anesrbq]"


class Pile(Protocol):
    """Drafts in a row, each of which knows how an answer is kept. One that cannot be kept is Refused, or a UsageError."""

    def __len__(self) -> int:
        """How many there are."""

    def event(self, at: int) -> Event | None:
        """A draft as it stands now; None where nothing more can be said to it."""

    def picture(self, at: int) -> Sequence[Paragraph]:
        """What a person sees of it."""

    def twin(self, at: int) -> bool:
        """Whether it tells an event that is there."""

    def accept(self, at: int, *, anew: bool) -> None:
        """Vouch for it: `anew` as an event of its own, though it tells one that is there."""

    def edit(self, at: int, given: Record) -> None:
        """Give it other fields."""

    def reject(self, at: int) -> None:
        """Take it away."""


def walk(pile: Pile, clock: Clock) -> None:
    """Ask about each draft. What is answered is kept at once; the end of all answers is a quit."""
    if not len(pile):
        note("there is no draft to review")
        return
    answers: dict[int, str] = {}
    with suppress(typer.Abort):
        _walk(pile, clock, answers)
    accepted, rejected = (sum(one in said for one in answers.values()) for said in ("an", "r"))
    left = counted(len(pile) - accepted - rejected, "draft")
    note(f"{accepted:,} accepted, {rejected:,} rejected, {left} left")


def _walk(pile: Pile, clock: Clock, answers: dict[int, str]) -> None:
    at, step = 0, 1
    while at < len(pile):
        if pile.event(at) is not None:
            answer = _answered(pile, at, clock)
            if answer == "q":
                return
            step = -1 if answer == "b" else 1
            if answer in ("a", "n", "r"):
                answers[at] = answer
        at, step = (at + step, step) if at + step >= 0 else (0, 1)


def _answered(pile: Pile, at: int, clock: Clock) -> str:
    """What a person says of one draft, kept; what could not be is said, and asked again."""
    _show(pile, at)
    while (event := pile.event(at)) is not None:
        twin = pile.twin(at)
        answer = ask(f"{at + 1:,} of {len(pile):,}: {_AGAIN if twin else _NEW}").casefold()[:1]
        try:
            if answer == "e":
                pile.edit(at, _typed_fields(event, clock))
                _show(pile, at)
            elif answer == "a" or (answer == "n" and twin):
                pile.accept(at, anew=answer == "n")
                return answer
            elif answer == "r":
                pile.reject(at)
                return answer
            elif answer in ("s", "b", "q") and answer:
                return answer
        except (Refused, UsageError) as error:
            say_error(error)
            _show(pile, at)
    return ""


def _show(pile: Pile, at: int) -> None:
    if pile.event(at) is not None:
        draw(draw_paragraphs(pile.picture(at), ViewOptions(ascii=wants_ascii())), pager=False)


def _typed_fields(event: Event, clock: Clock) -> Record:
    """What a person types instead, the date first, for it is wrong most; an empty answer leaves a field as it is."""
    note("  an empty answer keeps what is there, and - takes it out")
    given: Record = {}
    if date := _typed_date(event, clock):
        given = {"date": date.edtf, "date_as_written": date.as_written or ""}
    if title := ask(f"title [{event.title}]"):
        given["title"] = title
    if actors := ask(f"actors, with commas [{', '.join(event.actors)}]"):
        names = (name.strip() for name in actors.split(",") if actors != "-")
        given["actors"] = list(filter(None, names))
    for name in ("place", "kind"):
        if text := ask(f"{name} [{getattr(event, name)}]"):
            given[name] = "" if text == "-" else text
    return given


def _typed_date(event: Event, clock: Clock) -> Understood | None:
    while text := ask(f"date [{event.date}]"):
        try:
            return typed(text, clock)
        except DateError as error:
            say_error(error)
    return None
