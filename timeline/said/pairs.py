"""Which two tokens a phrase can begin with: in running text, nearly all places are passed over by them."""

from timeline.said.patterns import Grammar, Next
from timeline.said.steps import ANYWORD, PHRASE, Code, Step, codes_of, first_steps, seconds_in

_END = ""  # stands for the end of a phrase among what can follow its first token


class Pairs:
    """The first two tokens of all phrases of a kind, found out for each first token when it is met."""

    def __init__(self, grammar: Grammar, gives: str) -> None:
        self._grammar = grammar
        self._gives = gives
        self._openers = grammar.openers(gives)
        self._seconds: dict[Code, Next] = {}

    def fit(self, first: Code, second: Code) -> bool:
        """Whether a phrase can begin with the two tokens, or be the first of them alone."""
        if first not in self._openers:
            return False
        if first not in self._seconds:
            self._seconds[first] = self._found(first)
        seconds = self._seconds[first]
        return seconds is None or second in seconds

    def _found(self, code: Code) -> Next:
        """What can stand second after a token; None when the token can be a phrase, or any word can follow it.

        Phrases begin with phrases, in circles: what is found of each kind grows until nothing is new.
        """
        found: dict[str, set[Code]] = {self._gives: set()}
        size = -1
        while size != (size := sum(map(len, found.values())) + len(found)):
            for kind in tuple(found):
                for row in self._grammar.translated(kind):
                    for step in first_steps(row.first):
                        if step is not None:
                            found[kind] |= self._after(step, code, found)
        seconds = found[self._gives]
        return None if _END in seconds or ANYWORD in seconds else frozenset(seconds)

    def _after(self, step: Step, code: Code, found: dict[str, set[Code]]) -> set[Code]:
        """What can stand second in a row whose first token is in the step."""
        if step.kind != PHRASE:
            after: set[Code] = set()
            for second in seconds_in(step, code):
                after |= self._follows(step) if second is None else {second}
            return after
        if code not in self._grammar.openers(step.what):
            return set()
        inner = found.setdefault(step.what, set())
        return inner - {_END} | (self._follows(step) if _END in inner else set())

    def _follows(self, step: Step) -> set[Code]:
        codes: set[Code] = set()
        for each in first_steps(step.then):
            if each is None:
                codes.add(_END)
            else:
                codes.update(self._grammar.openers(each.what) if each.kind == PHRASE else codes_of(each))
        return codes
