"""Records out of YAML text: every scalar is text, and nothing in a file is ever obeyed.

YAML has opinions (the actor `NO` is false, the year `0750` is 488), so no schema is applied, with one exception that
every YAML reader makes: a plain `null`, `Null`, `NULL` or `~` stands for nothing, and is "", as an empty value is.

What a file may do: anchors, aliases and `<<` merges, within limits that are counted without expanding anything;
`!!str` and the other standard scalar tags, which change nothing. What is refused, with its line: other tags,
duplicate keys, several documents, NUL and other control characters, and nesting deeper than 100.
"""

from timeline.errors import InvalidYaml
from timeline.record import ParsedRecord
from timeline.yaml_plain import plain_records


def parse_records(text: str, wrong: list[InvalidYaml] | None = None) -> tuple[ParsedRecord, ...]:
    r"""The records that a YAML text holds: a list of mappings, the list under `events:` of a mapping, one mapping, or nothing.

    InvalidYaml tells the line of the first thing that is wrong. With a list `wrong`, what can be read past (tags,
    duplicate keys, items that are no records) is appended to it, and reading goes on.

    >>> parse_records("# Norway\n- actors: [NO, 0750]\n")
    (ParsedRecord(record={'actors': ['NO', '0750']}, line=2),)
    """
    body = text.removeprefix("\ufeff")
    found = piece_records(body)
    if found is None:
        # The parser takes 10 ms to load, which few files need.
        from timeline.yaml_walk import walked  # noqa: PLC0415

        found = walked(body, wrong)
    return tuple(found)


def piece_records(piece: str) -> list[ParsedRecord] | None:
    """The records of a text that may be a piece of a file; None where nothing but the whole tells what it says."""
    return plain_records(piece, _parsed)


def _parsed(piece: str) -> list[ParsedRecord] | None:
    from timeline.yaml_walk import walked  # noqa: PLC0415 - as above

    try:
        return walked(piece)
    except InvalidYaml:
        return None
