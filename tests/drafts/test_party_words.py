"""The words that stand for a state or a body in a text."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.drafts.party_words import party_words, unaccented, words_of_parties

WORDS = sorted(words_of_parties())


def plainly(text: str) -> list[tuple[int, int, str]]:
    """All of them looked for at each place, the longest first."""
    table = {word: name for word, name in words_of_parties().items() if word in text}
    found: list[tuple[int, int, str]] = []
    for start, letter in enumerate(text):
        before = text[start - 1 : start]
        if (found and start < found[-1][1]) or before.isalnum() or before == "_" or not letter.isalpha():
            continue
        names = [
            name
            for name in table
            if text.startswith(name, start) and not text[start + len(name) : start + len(name) + 1].isalnum()
        ]
        if names:
            longest = max(names, key=len)
            found.append((start, start + len(longest), table[longest]))
    return found


@given(
    st.lists(
        st.sampled_from(WORDS) | st.sampled_from(["Unit", "talks", "The", "-", "U", "Jap", "X1"]), max_size=8
    ),
    st.sampled_from([" ", ", ", "-", "'s ", "_", ""]),
)
def test_the_longest_at_each_place_is_read(words: list[str], joint: str) -> None:
    text = joint.join(words)
    assert list(party_words(text)) == plainly(text)


def test_each_is_read_by_itself_with_accents_and_without() -> None:
    for word in filter(lambda word: word[0].isalpha(), WORDS):
        for text in (word, unaccented(word)):
            assert party_words(f"In {text}.")[-1:] == ((3, 3 + len(text), words_of_parties()[word]),), word
