"""A new collection: an empty file that says what goes into it, a schema for editors, and settings that are all comments."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from timeline.errors import Unavailable
from timeline.schema import FILE_NAME, TITLE, schema_text
from timeline.store.files import SETTINGS_NAME, read_bytes, unavailable
from timeline.store.output import write_output
from timeline.store.replace import create_file
from timeline.store.staging import discard

SCHEMA_LINE = f"# yaml-language-server: $schema={FILE_NAME}\n"
COLLECTION = """\
# Diplomatic events, kept by `timeline`. One record an event; every value is text.
#
# - id: 2022-03-21-talks-end            a unique name; `timeline add` makes one
#   date: 2022-03-21                    EDTF: 2022, 2022-03, 1950~ (about), 2018? (uncertain), 2018/2020 (lasting),
#                                       [2018..2020] (one moment between), 2018/.. (open end)
#   title: What happened, in one line
#   summary: A few sentences.
#   actors: [Russia, Japan]
#   place: Moscow
#   kind: statement                     a word, or scheme:code such as cameo:036
#   tags: [peace-treaty]
#   status: reported                    draft, reported, confirmed or disputed
#   sources:
#     - title: The headline
#       publisher: TASS
#       date: 2023-02-10                when it was published
#       url: https://example.org/story
#       quote: the words that support the event
#
# Add one:   timeline add "What happened" --date "21 March 2022" --actor Russia
# Draw all:  timeline show

"""

SETTINGS = """\
# What you would say again and again, for the collection beside this file; `timeline help config` tells all of it.
#
# [queries]
# dyad = "actor:Russia actor:Japan"     # timeline show @dyad
#
# [defaults]
# show.view = "table"                   # what an option is when it is not given
#
# [actors."European Union"]             # one actor under all its names
# aliases = ["EU", "ЕС"]
#
# [places.Kunashir]
# aliases = ["Kunashiri", "国後島"]
#
# [dates]
# century = 1950                        # 24-Feb-22 is of 2022: the first of the hundred years that it may mean
# circa = "2 years"                     # how far 1950~ may reach to either side when it possibly matches
"""


def start_collection(target: Path, *, hint: str) -> Iterator[str]:
    """Write the schema, the settings and then the collection, so that what fails or is killed on the way can be run again.

    Yields what a person should hear. Refused, with the hint, where the collection is there already.
    """
    schema = target.with_name(FILE_NAME)
    text = schema_text()
    there = _text_of(schema)
    foreign = there is not None and not _is_ours(there)
    if foreign:
        yield f"{schema}: is another schema, and stays; ours: timeline check --schema"
    elif there != text:
        write_output(schema, [text.encode()])
    settings = target.with_name(SETTINGS_NAME)
    fresh = not os.path.lexists(settings)
    try:
        if fresh:
            write_output(settings, [SETTINGS.encode()])
        create_file(target, ("" if foreign else SCHEMA_LINE).encode() + COLLECTION.encode(), hint=hint)
    except BaseException:
        if there is None:
            discard(schema)
        if fresh:
            discard(settings)
        raise


def _text_of(schema: Path) -> str | None:
    """What stands there already, "" where that cannot be read; None only where nothing does for certain."""
    try:
        schema.lstat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unavailable(schema, error, "read") from error
    try:
        return read_bytes(schema)[0].decode(errors="replace")
    except Unavailable:
        return ""


def _is_ours(text: str) -> bool:
    """Whether a file is a schema that `init` wrote, now or in an earlier version."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(plain, dict) and plain.get("title") == TITLE
