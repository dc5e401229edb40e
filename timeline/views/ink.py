"""What lines are made of, before it is known whether they go to a pipe, as their text, or through rich in colour."""

from timeline.tuples import NamedTuple


class Style(NamedTuple):
    """How a text is written; `color` has a name that rich knows, `link` an address."""

    bold: bool = False
    dim: bool = False
    italic: bool = False
    color: str = ""
    link: str = ""

    @property
    def strong(self) -> "Style":
        """The same, in bold."""
        return self._replace(bold=True)


class Segment(NamedTuple):
    """A text in one style; lines end in a segment that ends in a line feed."""

    text: str
    style: Style | None = None


class Surface(NamedTuple):
    """Where a picture goes: how many cells are in a line, in which encoding, and whether in colour."""

    width: int
    encoding: str = "utf-8"
    colour: bool = False

    @property
    def ascii_only(self) -> bool:
        """Whether the encoding is none of Unicode's."""
        return not self.encoding.startswith("utf")
