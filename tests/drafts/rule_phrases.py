"""Phrases that the rules of the tagger can match, written out from the rules themselves, and texts made of them."""

import re

from hypothesis import strategies as st

from timeline.drafts import english_rules, english_words

# What each shape of number can look like; the hostile ones are those that no calendar or clock has.
SHAPES = {
    "DAY": "1 3 12 05 24 31",
    "HOUR": "1 8 11 05 24 0 00",
    "MONTH_NUMBER": "1 12 02",
    "TWO": "00 5 31 45 59 60 99 07",
    "DIGITS": "0 7 45 99 100 999 1945 2018 12345 99999999999999",
    "YEAR": "1000 1945 2018 2022 2999",
    "THREE": "100 999 007",
    "DECIMAL": "1.5 1,200 123456789012 0.000 20000",
    "CLOCK4": "0800 2018 2460 9999 0000",
    "ISO": "2023-02-10 2023/2/30 2023-13-45 2022-02-10T25:61:00+99:99 2023-02-10T24:00Z",
    "SLASHED": "3/4/2022 31/31/22 0/0/0000 10.02.2023 13-13-9999",
    "CLOCK": "8:30 24:00 24:59 0:00 23:59:59 99:59",
    "DIGIT_ORDINAL": "1st 0th 31st 99th 20th 22nd",
    "DECADE": "1990s 0s 90s 9990s 0000s",
    "SHORT_YEAR": "'45 ’18",
    "SHORT_DECADE": "'60s ’90s",
    "COMPACT": "20230210 15001231 20230230",
    "UNKNOWN": "talks house",
    "NAME": "Moscow Tokyo",
}
_glue = (
    "to - – at on of by from since before after until + , ( ) / : not or ’s least the and signed met Russia"
)
GLUE = [*_glue.split(), "at least as early as", "no later than", "the treaty", "after the war", "as early as"]
OPENINGS = [
    "",
    "TOKYO, February 10. /Kyodo/. ",
    "TOKYO, February 30. ",
    "KYIV, May 6, 0000. ",
    "ROME, Feb. 29, 2023 — ",
    "date: 2023-02-10\n\n",
    "Published: 31 April 1900\n\n",
    "World War II ended. ",
]
_rows = [pattern for _, pattern in english_rules.BASE + english_rules.PREFIX + english_rules.SUFFIX]


def articles() -> st.SearchStrategy[str]:
    """Short articles of rules' phrases, odd numbers and what stands between them, some run together."""
    number = st.sampled_from(sorted(SHAPES)).flatmap(lambda name: st.sampled_from(SHAPES[name].split()))
    pieces = st.one_of(phrases(), phrases(), number, st.sampled_from(GLUE))
    body = st.builds(
        lambda words, gap: gap.join(words), st.lists(pieces, max_size=6), st.sampled_from([" ", " ", " ", ""])
    )
    ends = st.sampled_from(["", ".", " Russia signed it on Tuesday."])
    return st.builds("{}{}{}{}".format, st.sampled_from(OPENINGS), st.sampled_from(["", "Russia signed it "]),
                     body, ends)  # fmt: skip


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """A text that one of the rules matches, or nearly."""
    text = draw(st.sampled_from(_rows))
    for _ in range(3):
        for name, fragment in english_rules.FRAGMENTS.items():
            text = re.sub(rf"\b{name}\b", f"( {fragment} )", text)
    terms = re.findall(r"[()|?]|[^\s()|?]+", re.sub(r"[a-z_]+\d?:(?=\S)", "", text))
    return " ".join(draw(_choice(terms)))


@st.composite
def _choice(draw: st.DrawFn, terms: list[str]) -> list[str]:
    """One of the branches that begin here, up to the bracket that ends them; takes its terms from the list."""
    branches: list[list[str]] = [[]]
    while terms and terms[0] != ")":
        term = terms.pop(0)
        if term == "|":
            branches.append([])
            continue
        words = draw(_choice(terms)) if term == "(" else [draw(_word(term))]
        if term == "(":
            terms.pop(0)
        if terms[:1] == ["?"]:
            terms.pop(0)
            words = words if draw(st.booleans()) else []
        branches[-1] += words
    return draw(st.sampled_from(branches))


def _word(term: str) -> st.SearchStrategy[str]:
    if term in SHAPES:
        return st.sampled_from(SHAPES[term].split())
    return st.sampled_from(list(english_words.CLASSES.get(term, [term])))
