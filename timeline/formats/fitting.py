"""Which preset that comes with the package reads a table, told by its first line: for whoever does not know of presets."""

from collections.abc import Sequence

from timeline.formats.preset import SHIPPED, read_preset
from timeline.formats.recipe import Columns
from timeline.mapping import Mapping, Recipes

_NEEDED = ("date", "title", "imported.id", "source.url", "source.archived")


def hint_of_preset(cells: Sequence[str], otherwise: str) -> str:
    """A hint that names the preset for tables with such a first line, or else what else would help.

    >>> hint_of_preset(["Key", "Item Type", "Publication Year", "Author", "Title", "Url"], "rename it")
    '--preset zotero reads such a table'
    """
    presets = ((path.stem, read_preset(path)) for path in sorted(SHIPPED.glob("*.toml")))
    fits = [(_fitting(mapping, cells), name) for name, mapping in presets]
    most, name = max(fits, default=(0, ""))
    return f"--preset {name} reads such a table" if most else otherwise


def _fitting(mapping: Mapping, cells: Sequence[str]) -> int:
    """How many recipes of a preset a table has the columns for; 0 where one is missing that the preset cannot do without."""
    if (
        mapping.columns
    ):  # a table without names: the last column came later, and the first row is one of the data
        number = mapping.columns.index(mapping.fields["imported.id"][0])
        fits = len(mapping.columns) - len(cells) in (0, 1) and cells[number].isdecimal()
        return len(cells) * fits
    columns = Columns(cells, mapping.labels)

    def whole(recipes: Recipes) -> bool:
        needed = [recipes[name] for name in (*_NEEDED, *mapping.coded) if name in recipes]
        return all(any(map(columns.whole, texts)) for texts in needed)

    coded = {name: texts for name, texts in mapping.coded.items() if name != "mutual"}
    if not any(whole({**coded, **mapping.fields, **one}) for one in mapping.each or ({},)):
        return 0
    return sum(any(map(columns.whole, texts)) for texts in mapping.fields.values())
