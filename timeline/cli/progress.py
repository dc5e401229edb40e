"""A progress bar for what takes longer than a second, on stderr and on a terminal only."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
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


def counting(rows: Iterator[T]) -> Iterator[T]:
    """Rows of which nobody knows how many there are; after `PATIENCE` on a terminal, how many were read is said."""
    if not sys.stderr.isatty():
        yield from rows
        return
    started, said = time.monotonic(), 0.0
    for number, row in enumerate(rows):
        if number % 1024 == 0 and (now := time.monotonic() - started) > said + PATIENCE:
            said = now
            print(f"\r{number:,} rows read ", end="", file=sys.stderr, flush=True)  # noqa: T201 - the cli prints
        yield row
    if said:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)  # noqa: T201 - the line is left empty


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """While something is done that nobody sees in steps; from `PATIENCE` on, a terminal is told for how many seconds."""
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    teller = Thread(target=_tell_seconds, args=(what, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell_seconds(what: str, done: Event) -> None:
    started, said = time.monotonic(), ""
    while not done.wait(PATIENCE):
        said = f"\r{what}: {time.monotonic() - started:.0f} s "
        print(said, end="", file=sys.stderr, flush=True)  # noqa: T201 - the cli prints
    if said:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)  # noqa: T201 - the line is left empty
