"""Which rows of a grammar can begin with two tokens: most places of a text, and most rows at the others, are passed over."""

from collections.abc import Set as AbstractSet
from functools import cache

from timeline.said.patterns import Grammar, Row, same
from timeline.said.steps import (
    ANY,
    ANYWORD,
    CLASS,
    ENDINGS,
    PHRASE,
    Code,
    Guard,
    Step,
    codes_of,
    first_steps,
    is_word,
    seconds_in,
)
from timeline.tuples import NamedTuple

Next = AbstractSet[Code] | None
"""What a token can be that follows; None: anything, for nothing need follow."""

# Among what can stand second: that the phrase may end there, and that its first token is understood alone.
_END, _KNOWN = "", "\0"


class Ward(NamedTuple):
    """A guard of a row, and what can begin the words that must not stand before the phrase, or after it."""

    guard: Guard
    begins: Next
    follows: Next


class Candidate(NamedTuple):
    """A row that can begin with some token, and what can stand second in it.

    `follows` is what can stand second where the row itself asks for the first, `leads` the phrases that may stand first
    in it with what can follow each of them. `same` is the kind of phrase that the row only passes on, if it does.
    """

    row: Row
    seconds: Next
    follows: Next
    leads: tuple[tuple[str, Next], ...]
    same: str


class Opening(NamedTuple):
    """The rows of a kind that can begin with some token, and what can stand second in any of them.

    `known` says whether one of them, or of the phrases in them, understands the token alone. `named` are the tokens
    for which some rows ask as the second; `likely` keeps the rows that each of them leaves, "" those that any other does.
    """

    rows: tuple[Candidate, ...]
    seconds: Next
    known: bool
    named: AbstractSet[Code]
    likely: dict[Code, tuple[Candidate, ...]]

    def before(self, second: Code) -> tuple[Candidate, ...]:
        """The rows that can go on with a second token: of 28 that a number of two digits begins, two or three."""
        code = second if second in self.named else ""
        rows = self.likely.get(code)
        if rows is None:
            rows = self.likely[code] = tuple(
                each for each in self.rows if each.seconds is None or second in each.seconds
            )
        return rows


class Openings:
    """What can begin with a token, found out when it is first met."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._openings: dict[tuple[str, Code], Opening] = {}
        self._seconds: dict[Code, dict[str, set[Code]]] = {}
        self._follows: dict[int, set[Code]] = {}  # by the step, which is not hashed: it holds all that follow
        self._wards: dict[int, tuple[Ward, ...]] = {}
        self._alike: dict[Code, Code] = {}
        self._models: dict[tuple[str, ...], Code] = {}  # by the classes that they stand in

    def opening(self, gives: str, code: Code) -> Opening | None:
        """What can be of a kind of phrase that begins with a token; None when nothing can."""
        found = self._openings.get((gives, code))
        if found is None:
            opener = self._opener(gives, code)
            if opener is None:
                return None
            found = self._openings.get((gives, opener)) or self._opening(gives, opener)
            self._openings[gives, opener] = found
        return found

    def fit(self, gives: str, first: Code, second: Code) -> bool:
        """Whether a phrase of a kind can begin with the two tokens, or be the first of them alone."""
        opening = self.opening(gives, first)
        return opening is not None and (opening.seconds is None or second in opening.seconds)

    def _opener(self, gives: str, code: Code) -> Code | None:
        """As what a token can begin a phrase: as itself or the like, or as any word, as those that no rule names are."""
        openers = self._grammar.openers(gives)
        if code in openers:
            return (
                self._model(code) if self._grammar.amid else code
            )  # a typed date meets too few words for it
        return ANYWORD if ANYWORD in openers and is_word(code) else None

    def _model(self, code: Code) -> Code:
        """A word that stands in the same classes: what can follow them is found out once for all of them."""
        model = self._alike.get(code)
        if model is None:
            within: list[str] = []
            for name in self._grammar.vocabulary if is_word(code) and code not in self._grammar.named else ():
                if entries := self._grammar.words(name).get(str(code)):
                    longer = [f"{name} {entry.rest[0]}" for entry in entries if entry.rest]
                    within += longer if len(longer) == len(entries) else [name, *longer]
            model = self._alike[code] = self._models.setdefault(tuple(within), code) if within else code
        return model

    def _opening(self, gives: str, code: Code) -> Opening:
        found = self._seconds_of(gives, code)
        rows: list[Candidate] = []
        for row in self._grammar.translated(gives):
            seconds, follows = set[Code](), set[Code]()
            leads: list[tuple[str, Next]] = []
            for step in row.begins:
                if step.kind == PHRASE:
                    if self._opener(step.what, code) is not None:
                        self._add(seconds, step, found[step.what])
                        leads.append((step.what, _free(self._after(step))))
                    continue
                for own in seconds_in(step, code):
                    follows |= self._after(step) if own is None else {own}
            seconds |= follows
            if seconds:
                passes = self._passes(row)
                rows.append(Candidate(row, _free(seconds), _free(follows), tuple(leads), passes))
        return Opening(tuple(rows), _free(found[gives]), _KNOWN in found[gives], found[gives], {})

    def _passes(self, row: Row) -> str:
        """The kind of phrase that a row only passes on."""
        step = row.first
        alone = (
            step is not None
            and step.then is None
            and step.kind == PHRASE
            and not (row.unless or step.tight or step.optional)
        )
        return step.what if step is not None and alone and row.value is same else ""

    def wards(self, row: Row) -> tuple[Ward, ...]:
        """The guards of a row."""
        if not row.unless:
            return ()
        found = self._wards.get(id(row))
        if found is None:
            found = self._wards[id(row)] = tuple(
                Ward(guard, self._begins(guard.before), self._begins(guard.after))
                for guard in self._grammar.guards(row)
            )
        return found

    def _begins(self, step: Step | None) -> Next:
        """What the words of a pattern can begin with; None: anything, as a token does and a class of endings."""
        if step is None or any(
            each is not None and (each.kind == ANY or (each.kind == CLASS and ENDINGS in each.what))
            for each in first_steps(step)
        ):
            return None
        return _free(self._codes(step))

    def _seconds_of(self, gives: str, code: Code) -> dict[str, set[Code]]:
        """What can stand second after a token in phrases of a kind, and of the kinds that it can begin with.

        Phrases begin with phrases, in circles: what is found of each kind grows until nothing is new.
        """
        done = self._seconds.setdefault(code, {})
        if gives in done:
            return done
        found: dict[str, set[Code]] = {}
        leads: dict[str, list[Step]] = {}
        kinds = [gives]
        for kind in kinds:
            found[kind], leads[kind] = self._begun(kind, code)
            kinds += dict.fromkeys(step.what for step in leads[kind] if step.what not in {*done, *kinds})
        phrases = [
            (found[kind], step, (done if step.what in done else found)[step.what])
            for kind in leads
            for step in leads[kind]
        ]
        sizes = [-1] * len(phrases)
        grown = True
        while grown:
            grown = False
            for at, (seconds, step, inner) in enumerate(phrases):
                if sizes[at] != len(inner):
                    sizes[at] = len(inner)
                    self._add(seconds, step, inner)
                    grown = True
        done.update(found)
        return done

    def _begun(self, kind: str, code: Code) -> tuple[set[Code], list[Step]]:
        """What can stand second where a row of a kind asks for the token itself, and the phrases that may have it in others."""
        seconds, leads = set[Code](), list[Step]()
        for row in self._grammar.translated(kind):
            for step in row.begins:
                if step.kind != PHRASE:
                    for own in seconds_in(step, code):
                        seconds |= self._after(step) | {_KNOWN} if own is None else {own}
                elif self._opener(step.what, code) is not None:
                    leads.append(step)
        return seconds, leads

    def _add(self, seconds: set[Code], step: Step, inner: set[Code]) -> None:
        """Add what can stand second where a phrase stands first: in it, or after it when it is one token."""
        if _END not in inner:
            seconds |= inner
            return
        ends = _END in seconds
        seconds |= inner
        if not ends:
            seconds.discard(_END)
        seconds |= self._after(step)

    def _after(self, step: Step) -> set[Code]:
        """What can follow a step."""
        known = self._follows.get(id(step))
        if known is None:
            known = self._follows[id(step)] = self._codes(step.then)
        return known

    def _codes(self, step: Step | None) -> set[Code]:
        """What a token can be that the steps from one on begin with."""
        codes = set[Code]()
        for each in first_steps(step):
            if each is None or each.kind == ANY or (each.kind == CLASS and ENDINGS in each.what):
                codes.add(_END)
            else:
                codes.update(self._grammar.openers(each.what) if each.kind == PHRASE else codes_of(each))
        return codes


def _free(codes: set[Code]) -> Next:
    return None if _END in codes or ANYWORD in codes else codes


@cache
def openings_of(grammar: Grammar) -> Openings:
    """What can begin with a token in a language."""
    return Openings(grammar)
