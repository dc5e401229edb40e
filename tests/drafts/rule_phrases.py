"""Phrases that the rules of every language can match, from the examples of the rules, and texts made of them."""

from hypothesis import strategies as st

from timeline.said.languages import LANGUAGES, text_grammar

# Numbers that no calendar or clock has, and those that one has only just.
NUMBERS = (
    *(
        "0",
        "00",
        "31",
        "45",
        "99",
        "999",
        "007",
        "1000",
        "2999",
        "12345",
        "99999999999999",
        "1.5",
        "1,200",
        "0.000",
    ),
    *(
        "0800",
        "2460",
        "9999",
        "0000",
        "2023-13-45",
        "2022-02-10T25:61:00+99:99",
        "2023-02-10T24:00Z",
        "31/31/22",
    ),
    *("0/0/0000", "13-13-9999", "24:59", "99:59", "0th", "99th", "0s", "9990s", "'45", "’60s", "20230230"),
)
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
    "PARIS, 29 février (AFP) - ",
    "МОСКВА, 10 фев - РИА Новости. ",
    "Москва. 31 февраля. ИНТЕРФАКС - ",
]
EXAMPLES = sorted(
    {text for name in LANGUAGES for rule in text_grammar(name).rows for text in (*rule.examples, *rule.amid)}
)


def articles() -> st.SearchStrategy[str]:
    """Short articles of rules' phrases, odd numbers and what stands between them, some run together."""
    pieces = st.one_of(phrases(), phrases(), st.sampled_from(NUMBERS), st.sampled_from(GLUE))
    body = st.builds(
        lambda words, gap: gap.join(words), st.lists(pieces, max_size=6), st.sampled_from([" ", " ", " ", ""])
    )
    ends = st.sampled_from(["", ".", " Russia signed it on Tuesday."])
    return st.builds("{}{}{}{}".format, st.sampled_from(OPENINGS), st.sampled_from(["", "Russia signed it "]),
                     body, ends)  # fmt: skip


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """A text that one of the rules reads, or some words of it."""
    words = draw(st.sampled_from(EXAMPLES)).split(" ")
    first = draw(st.integers(0, len(words) - 1))
    return " ".join(words[first : draw(st.integers(first + 1, len(words)))])
