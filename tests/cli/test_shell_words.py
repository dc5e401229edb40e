"""Words as shells read them, and queries that go on from what is typed of them."""

from collections.abc import Callable

from hypothesis import example, given
from hypothesis import strategies as st

from timeline.cli.query_completion import query_words
from timeline.cli.shell_words import in_bash, typed
from timeline.dates.event_date import EventDate
from timeline.folding import fold
from timeline.model import Event
from timeline.query.language import parse_query

TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=12)


@given(TEXTS, st.lists(TEXTS, max_size=3))
@example(" ", ["-"])
def test_what_is_written_for_bash_is_read_as_it_was(text: str, before: list[str]) -> None:
    line = " ".join(in_bash(word, "") for word in (*before, text))
    read = typed(line, "bash")
    assert (read.words, read.value, read.quote) == (before, text, "")


@given(TEXTS, st.sampled_from("'\""), st.sampled_from(["bash", "zsh", "fish"]))
def test_a_quotation_that_is_open_is_known(text: str, quote: str, shell: str) -> None:
    read = typed(f"{quote}{text.replace(quote, '').rstrip(chr(92))}", shell)
    assert read.quote == quote
    assert typed(read.raw + quote, shell) == (*read[:1], read.raw + quote, read.value, "")


def _none(*_typed: str) -> list[str]:
    return []


def _tagged(text: str) -> Callable[[str, str], list[str]]:
    """What the values of a collection are in which that is the one tag."""
    return lambda field, begin: [text] if field == "tag" and fold(text).startswith(fold(begin)) else []


@given(TEXTS.filter(str.strip), st.data())
@example("a:b c", None)
def test_a_query_that_is_completed_finds_the_value(text: str, data: st.DataObject | None) -> None:
    event = Event(date=EventDate("2022"), title="t", tags=(text,))
    length = data.draw(st.integers(0, len(text))) if data else 1
    # What is typed is the beginning of a value, with its quotation mark: without one, a space ends the term.
    begun = text[:length].replace("\\", "\\\\").replace('"', '\\"')
    for head in ("tag:", "-status:draft OR (tag:"):
        (query,) = query_words(f'{head}"{begun}', _tagged(text), list, _none)
        assert parse_query(query + ")" * ("(" in head), today=0)(event)
        assert query.startswith(head)
    assert query_words("tag:", _tagged(text), list, _none)[0].startswith("tag:")


def test_only_a_plain_beginning_is_a_field() -> None:
    assert query_words("ac", _none, list, _none) == ["actor:", "actors:"]
    assert query_words('"ac', _none, list, _none) == []
    assert query_words("nothing:a", _none, list, _none) == []
    assert query_words("@k", _none, lambda: ["kurils", "dyad"], _none) == ["@kurils"]
    assert query_words("-has:lat", _none, list, _none) == ["-has:lat"]
    values = {"actor": ["Japan", "Japan Air Lines"]}
    assert query_words("actor:~jap", lambda field, _begin: values[field], list, _none) == [
        'actor:~"Japan"',
        'actor:~"Japan Air Lines"',
    ]
