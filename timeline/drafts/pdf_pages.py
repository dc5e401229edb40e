"""A program: the text of the PDF that comes in, page by page, with as little of the machine as that takes.

It knows nothing of the package, so that it starts in the time that pypdf takes.
"""

import sys
from contextlib import suppress
from io import BytesIO
from typing import Final

MEMORY: Final = 1 << 30  # bytes
LETTERS: Final = 20_000_000  # of text, of which a thousand pages have four

BROKEN: Final = "no reader of PDF understands it"
LOCKED, DAMAGED, LONG, LARGE = 3, 4, 5, 6
REASONS: Final = {
    LOCKED: "it opens with a password only",
    DAMAGED: "some of its pages cannot be read",
    LONG: "it has too much text",
    LARGE: "it takes too much memory",
}


def main() -> int:
    """Write the text of every page that can be read; the exit code is 0, or one of REASONS."""
    try:
        return _pages()
    except MemoryError:
        return LARGE


def _pages() -> int:
    with suppress(ImportError):  # Windows has no such limits
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    import pypdf  # noqa: PLC0415 - the package reads REASONS, and has no use for it

    reader = pypdf.PdfReader(BytesIO(sys.stdin.buffer.read()))
    if reader.is_encrypted and not reader.decrypt(""):
        return LOCKED
    letters, code = 0, 0
    for page in reader.pages:
        try:
            text = page.extract_text()
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - pypdf raises whatever a broken page makes it stumble over
            code = DAMAGED
            continue
        letters += len(text)
        if letters > LETTERS:
            return LONG
        sys.stdout.buffer.write(text.encode(errors="replace") + b"\n")
        sys.stdout.buffer.flush()
    return code


if __name__ == "__main__":
    sys.exit(main())
