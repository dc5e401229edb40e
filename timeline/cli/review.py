"""`timeline review`: walk through the drafts of a collection."""

from typing import Annotated

from timeline.cli.collection import only_path
from timeline.cli.composing import composed
from timeline.cli.options import (
    EMPTY,
    Choice,
    Clock,
    OneData,
    Order,
    Query,
    Reverse,
    Wait,
    Within,
    text_option,
)
from timeline.cli.picking import condition
from timeline.cli.reviewing import Drafts
from timeline.cli.walking import walk
from timeline.errors import UsageError, shown
from timeline.query.own import own_fields

_VOUCHED = ("reported", "confirmed", "disputed")


@composed(example="timeline review actor:Japan --order sources --reverse")
def review(
    query: Query = EMPTY,
    *,
    within: Within = "",
    order: Order = "date",
    reverse: Reverse = False,
    status: Annotated[
        str, text_option("STATUS", "What an accepted draft becomes: reported, confirmed or disputed.")
    ] = "reported",
    data: OneData = EMPTY,
    clock: Clock,
    wait: Wait = 10,
) -> None:
    """Walk through drafts: accept, edit, skip, reject, back or quit.

    Each is shown with the sentences that support it, where the source keeps a copy of its text. Every answer is
    saved as it is given, so that whatever ends the walk loses nothing. A rejected draft is removed.
    """
    drafts = Drafts(only_path(data), _vouched(status), wait)
    asked = condition(
        " ".join(query),
        clock,
        data,
        lambda: own_fields(event.extra for event in drafts.events),
        Choice(within=within),
    )
    drafts.take(asked, order=order, reverse=reverse)
    walk(drafts, clock)


def _vouched(status: str) -> str:
    """What an accepted draft becomes."""
    if status not in _VOUCHED:
        raise UsageError(
            f"no accepted draft has the status {shown(status)}", hint=f"one of: {', '.join(_VOUCHED)}"
        )
    return status
