"""Rows as records, by a mapping: each cell where it belongs, and every mistake with its line and its column."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from timeline.counting import counted
from timeline.errors import InvalidData, shown
from timeline.formats.asked import Verdicts, decisive
from timeline.formats.coded import Triage
from timeline.formats.dated import Dating, date_format
from timeline.formats.fields import (
    KINDS,
    DateStep,
    Step,
    constant_step,
    date_step,
    default,
    extra_step,
    list_step,
    sources_step,
    text_step,
    with_first_source,
)
from timeline.formats.fitting import hint_of_preset
from timeline.formats.format import ALIKE, ReadOptions, Row
from timeline.formats.lists import splitter
from timeline.formats.recipe import Columns, Part, as_text
from timeline.formats.synonyms import guessed
from timeline.formats.table import Table
from timeline.formats.tallied import Tally
from timeline.mapping import END, EXTRA, FIXED, LISTS, PRECISION, SOURCE, TARGETS, Mapping, Recipes, typed
from timeline.model import Event
from timeline.record import SOURCE_DATES, InvalidRecord, Record, Value

# A cell that a spreadsheet would run as a formula has a quotation mark before it (contract: CSV).
_defused = re.compile(r"'+[=+\-@\t\r]")
_REQUIRED = ("date", "title")
_EACH_SOURCE = "sources."  # before the field of a source that each item of a list is
_DERIVED = ("earliest", "latest")  # columns of our CSV that follow from the date
_SHOWN = 12  # columns that a message names
_CUT_OFF = "the row is cut off: fetch its file again, or pass it over with --skip-bad"


def records(table: Table, options: ReadOptions) -> Iterator[Row]:
    """The records of a table's rows, and what is wrong with the others."""
    reader = reader_of(table, options)
    tally = reader.tally
    for line, cells in table.rows:
        if isinstance(cells, InvalidData):
            yield line, cells
        elif tally and tally.counts(reader.padded(cells)):
            yield line, ALIKE
        else:
            for row in reader.read(cells, line):
                if tally and isinstance(row, dict):
                    tally.keep(reader.padded(cells), line, row)
                else:
                    yield line, row
    if tally:
        yield from tally.records()


def reader_of(table: Table, options: ReadOptions) -> "RowReader":
    """What reads the rows of a table; what is guessed, and which columns are left, is told."""
    mapping, found = known(table, options.mapping)
    if told := typed(found):
        options.note(f"{table.line}: taken as {' '.join(told)}")
    reader = RowReader(table, mapping, options)
    options.learned(mapping)
    if reader.left:
        options.note(f"{table.line}: not taken: {table.told(reader.left)}")
    return reader


def known(table: Table, asked: Mapping) -> tuple[Mapping, Mapping]:
    """The mapping by which a table is read, and that part of it which was guessed and says more than the names do."""
    columns = Columns(table.names, asked.labels)
    recipes = [text for made in (asked.fields, *asked.each) for texts in made.values() for text in texts]
    taken = [name for text in recipes for name in columns.named(text)]
    fixed = {name: texts for name, texts in asked.constants.items() if name not in LISTS}
    guess = {} if asked.others == "leave" else guessed(table.names, {**asked.fields, **fixed}, taken)
    told = {name: texts for name, texts in guess.items() if texts not in ((name,), (name.replace(".", "_"),))}
    return asked.with_fields(guess).over(table.found), replace(table.found, fields=told)


class RowReader:
    """The recipes of a mapping on the columns of one table; `left` are the columns that nothing is made of."""

    def __init__(self, table: Table, mapping: Mapping, options: ReadOptions) -> None:
        self.table, self.mapping, self._note = table, mapping, options.note
        self._columns = Columns(table.names, mapping.labels)
        form = date_format(mapping.date_format) if mapping.date_format else None
        self.dating = Dating(
            options=replace(options, mapping=mapping), edtf=mapping.edtf or table.edtf, form=form
        )
        self._split = splitter(mapping.separator, exact=table.exact)
        self._width = len(table.names)
        # Rows of coded events without names above them end where the columns do, but for the last of GDELT, which came later.
        self.least = self._width - 1 if mapping.coded and mapping.columns else 0
        self._empty = frozenset(mapping.empty)
        self._guarded = table.ours or not table.exact
        self._used: set[str] = set()
        self.found: dict[str, list[Part]] = {}
        each = [one for one in mapping.each if not mapping.lenient or self._dated(one)]
        self.ways = [self._way({**mapping.fields, **one}) for one in each or mapping.each[:1] or ({},)]
        self._verdicts = [one for fields, meets in options.asked for one in self._verdicts_of(fields, meets)]
        self.triage = Triage(mapping, self._parts, self.cleaned) if mapping.coded else None
        self.tally = self._tally_of(mapping)
        used = self._used.union(*(one.columns for one in (self.triage, self.tally) if one))
        keeps = mapping.others != "leave"
        kept = [
            name for name in table.names if name not in used and keeps and name not in (*TARGETS, *_DERIVED)
        ]
        self.keeps = keeps
        self.left = [
            name
            for name in table.names
            if name not in {*used, *kept} and not (table.ours and name in _DERIVED)
        ]
        self.others = [(name, table.names.index(name)) for name in kept]
        self._taken = [at for at, name in enumerate(table.names) if name in used or name in kept]
        self.nameless = table.nameless.intersection(kept)
        constants: list[tuple[str, Value]] = [
            (name, [*texts] if name in LISTS else texts[-1]) for name, texts in mapping.constants.items()
        ]
        self.constants = [one for one in constants if not one[0].startswith(SOURCE)]
        self.of_source = [
            (name.removeprefix(SOURCE), value) for name, value in constants if name.startswith(SOURCE)
        ]

    def read(self, cells: Sequence[Value], line: int) -> Iterator[Record | InvalidData | None]:
        """The records of a row, and all that is wrong in it; None where its parties alone say that nobody asks for it."""
        beyond = len(cells) > self._width and any(as_text(cell).strip() for cell in cells[self._width :])
        if beyond or len(cells) < self.least:
            message = f"{line}: {counted(len(cells), 'cell')}, but {self._width} columns"
            yield InvalidData(message, hint=self.table.hint if beyond else _CUT_OFF)
            return
        texts = [*self.padded(cells)]
        if (self.triage and not self.triage.wanted(texts)) or not all(one(texts) for one in self._verdicts):
            yield None
            return
        for at in self._taken:
            if cell := texts[at]:
                texts[at] = self.cleaned(cell)
        for event, source in self.ways:
            faults: list[InvalidData] = []
            record = self._record(texts, line, event, source, faults)
            if faults:
                yield from faults
                needed: Record = {"title": "a source"} if self.mapping.rows == "sources" else {}
                yield from _further(needed | record, line)
            elif "date" in record or len(self.ways) == 1:
                yield self._settled(record, texts, line)

    def padded(self, cells: Sequence[Value]) -> Sequence[Value]:
        """The cells of a row, one for each column."""
        return cells if len(cells) >= self._width else [*cells, *[""] * (self._width - len(cells))]

    def _settled(self, record: Record, cells: Sequence[Value], line: int) -> Record | InvalidData:
        if self.triage and "date" in record:
            try:
                self.triage.settle(cells, line, record, self.dating)
            except InvalidData as error:
                return error
        return record

    def _record(
        self,
        cells: Sequence[Value],
        line: int,
        event: Sequence[Step],
        source: Sequence[Step],
        faults: list[InvalidData],
    ) -> Record:
        record: Record = {}
        first: Record = {}
        for name, at in self.others:
            if value := cells[at]:
                record[name] = value
                if name in self.nameless:
                    self.nameless -= {name}
                    self._note(f"{line}: a cell stands under no name, and is kept as the field {shown(name)}")
        for steps, into in ((event, record), (source, first)):
            for step in steps:
                try:
                    step(cells, line, into)
                except InvalidData as error:
                    faults.append(error)
        for name, value in self.of_source:
            default(first, name, value)
        with_first_source(record, first)
        for name, value in self.constants:
            default(record, name, value)
        return record

    def _way(self, recipes: Recipes) -> tuple[list[Step], list[Step]]:
        """The steps to a record, and those to its first source."""
        fixed = [name for name in recipes if name.startswith(FIXED)]
        made = {
            name: parts
            for name, texts in recipes.items()
            if name not in fixed and (parts := self._made(name, texts))
        }
        self.found |= made
        self._used |= {name for parts in made.values() for part in parts for name in part.columns}
        for name in _REQUIRED if self.mapping.rows != "sources" else ():
            if not made.get(name) and name not in self.mapping.constants:
                self._refuse(name)
        event, source = self.steps(made, self.dating)
        return [*(constant_step(name.removeprefix(FIXED), recipes[name]) for name in fixed), *event], source

    def _verdicts_of(self, fields: frozenset[str], meets: Callable[[Event], bool]) -> Iterator[Verdicts]:
        """What decides by its cells whether a row can be asked for; nothing where they do not."""
        made = {name: self.found[name] for name in decisive(self.mapping, fields) if name in self.found}
        if made:
            names = {name: None for parts in made.values() for part in parts for name in part.columns}
            event, _ = self.steps(made, self.dating.silent)
            yield Verdicts(meets, event, [*map(self.table.names.index, names)], self.cleaned)

    def steps(self, made: dict[str, list[Part]], dating: Dating) -> tuple[list[Step], list[Step]]:
        """The steps that make the fields of an event, and those of its first source."""
        ours = self.table.ours
        event: list[Step] = []
        source: list[Step] = []
        for name, parts in made.items():
            steps, field = (source, name.removeprefix(SOURCE)) if name.startswith(SOURCE) else (event, name)
            if name == "date":
                steps.append(DateStep(dating, parts, made.get(END, ()), made.get(PRECISION, ())))
            elif name in (END, PRECISION):
                continue
            elif name == "sources" or name.startswith(_EACH_SOURCE):
                field = name.removeprefix("sources").removeprefix(".")
                steps.append(sources_step(parts, dating, self._split, field))
            elif name == EXTRA:
                steps.append(extra_step(parts))
            elif name in LISTS:
                steps.append(list_step(field, parts, self._split))
            elif steps is source and field in SOURCE_DATES:
                steps.append(date_step(field, parts, dating))
            else:
                steps.append(text_step(field, parts, None if ours or steps is source else KINDS.get(name)))
        return event, source

    def _dated(self, recipes: Recipes) -> bool:
        """Whether a table has the columns of a date."""
        return any(map(self._columns.named, recipes.get("date", self.mapping.fields.get("date", ()))))

    def _made(self, name: str, recipes: Sequence[str]) -> list[Part]:
        """The parts of a field's recipes; of a preset's those whose columns are there, and what is missing is told."""
        parts: list[Part] = []
        whole = any(map(self._columns.whole, recipes))
        for text in recipes:
            there = [one for one in text.split("+") if self._columns.named(one)]
            needed = name in _REQUIRED and not there and not whole
            if self._columns.whole(text) or not self.mapping.lenient or needed:
                parts += self._parts(text)
                continue
            if whole:
                continue
            lacking = shown(self._columns.lacking(text))
            self._note(f"{self.table.line}: no {lacking}, of which {name} would be made")
            parts += [part for one in there for part in self._parts(one)]
        return parts

    def _parts(self, recipe: str) -> list[Part]:
        try:
            return self._columns.parts(recipe)
        except InvalidData as error:
            raise InvalidData(f"{self.table.line}: {error.message}", hint=error.hint) from None

    def _tally_of(self, mapping: Mapping) -> Tally | None:
        """What counts the rows of an event, where there is anything to count."""
        named = [text for texts in mapping.tally.values() for text in texts]
        return Tally(mapping, self._parts) if named and all(map(self._columns.named, named)) else None

    def _refuse(self, name: str) -> None:
        seen = ", ".join(map(shown, self.table.names[:_SHOWN])) + " …" * (self._width > _SHOWN)
        hint = (
            f"say which it is: --map {name}=COLUMN; where the first line is no names, say them: --columns A,B"
        )
        raise InvalidData(
            f"{self.table.line}: no column for the {name} among {seen}",
            hint=hint_of_preset(self.table.names, hint),
        )

    def cleaned(self, cell: Value) -> Value:
        """A cell without what spreadsheets and people put around it; one that says nothing is ""."""
        if not isinstance(cell, str):
            return cell
        if cell[:1] == "'" and self._guarded and _defused.match(cell):
            cell = cell[1:]
        if not self.table.exact:
            cell = cell.strip()
        return "" if cell in self._empty else cell


def _further(record: Record, line: int) -> Iterator[InvalidData]:
    """What else is wrong with a row whose date, for one, is: all is told at once."""
    try:
        Event.from_record({**record, "date": "2000"})
    except InvalidRecord as error:
        for problem in error.problems:
            yield InvalidData(f"{line}: {problem.message}", hint=problem.hint)
