"""A progress bar for what takes longer than a second, on stderr and on a terminal only."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 1.0  # seconds


def watched(things: Iterable[T], *, total: int, what: str) -> Iterator[T]:
    """The things, one by one; when they take longer than `PATIENCE` on a terminal, a bar says how far they are."""
    if not sys.stderr.isatty():
        yield from things
        return
    started = time.monotonic()
    iterator = iter(things)
    done = 0
    for thing in iterator:
        yield thing
        done += 1
        if done % 64 == 0 and time.monotonic() - started > PATIENCE:
            break
    else:
        return
    # Imported only by those who wait already: 30 ms.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total, completed=done)
        for thing in iterator:
            yield thing
            done += 1
            if done % 64 == 0:
                progress.update(task, completed=done)
