"""Conditions: the algebra of filters, doubt, names, words, and what each says of itself."""

import dataclasses
import random

import pytest
from event_strategies import events, undisputed_events
from hypothesis import given, settings
from hypothesis import strategies as st
from query_strategies import TODAY, questions

from timeline.dates.event_date import EventDate
from timeline.errors import UsageError
from timeline.model import Event, Source
from timeline.query.language import parse_query
from timeline.query.predicates import (
    Actor,
    All,
    AnyOf,
    Everything,
    Has,
    KnownBy,
    Name,
    Not,
    On,
    Predicate,
    Since,
    Until,
    Words,
    from_field,
    from_options,
    simplified,
)
from timeline.query.select import select


def predicates(*, certain: bool = False) -> st.SearchStrategy[Predicate]:
    """Conditions as a query says them, and the same joined again without simplification."""
    asked = questions(certain=certain).map(
        lambda asked: parse_query(asked.text, today=TODAY, certain=certain)
    )
    return st.recursive(
        asked | st.just(Everything()),
        lambda parts: st.one_of(
            parts.map(Not),
            st.lists(parts, max_size=3).map(tuple).map(All),
            st.lists(parts, max_size=3).map(tuple).map(AnyOf),
        ),
        max_leaves=5,
    )


def event(**fields: object) -> Event:
    return Event(**{"date": EventDate("2022"), "title": "t", **fields})  # type: ignore[arg-type]


# Where sources differ, conditions that hold together hold of one date, and the contrary of each may hold of another.
@settings(max_examples=50)
@given(undisputed_events(), predicates(), predicates())
def test_de_morgan(collection: list[Event], one: Predicate, two: Predicate) -> None:
    neither, not_both = Not(AnyOf((one, two))), Not(All((one, two)))
    assert select(collection, neither) == select(collection, All((Not(one), Not(two))))
    assert select(collection, not_both) == select(collection, AnyOf((Not(one), Not(two))))


@settings(max_examples=50)
@given(events(), predicates())
def test_a_condition_and_its_contrary_share_the_events_out(collection: list[Event], where: Predicate) -> None:
    assert select(collection, Not(Not(where))) == select(collection, where)
    assert len(select(collection, where)) + len(select(collection, Not(where))) == len(collection)
    assert select(collection, AnyOf((where, Not(where)))) == tuple(collection)
    assert select(collection, All((where, Not(where)))) == ()


@settings(max_examples=50)
@given(events(), st.lists(predicates(), max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_parts_does_not_matter(
    collection: list[Event], parts: list[Predicate], shuffling: random.Random
) -> None:
    shuffled = shuffling.sample(parts, len(parts))
    for joined in (All, AnyOf):
        assert select(collection, joined(tuple(parts))) == select(collection, joined(tuple(shuffled)))


@settings(max_examples=50)
@given(undisputed_events(), predicates())
def test_simplified_chooses_the_same_and_is_its_own_simplest_form(
    collection: list[Event], where: Predicate
) -> None:
    simple = simplified(where)
    assert select(collection, simple) == select(collection, where)
    assert simplified(simple) == simple
    assert hash(simplified(simple)) == hash(simple)


@given(predicates())
def test_text_in_normal_form_is_read_back_and_said(where: Predicate) -> None:
    simple = simplified(where)
    assert parse_query(str(simple), today=TODAY) == simple
    assert where.meaning.startswith("events that ")
    assert "\n" not in where.meaning


@given(
    events(),
    st.sampled_from([Since, Until, On, KnownBy]),
    st.sampled_from(["2018", "2022-03~", "../2019", "2018/.."]),
)
def test_certain_implies_possible(
    collection: list[Event], condition: type[Since | Until | On | KnownBy], text: str
) -> None:
    date = EventDate(text)
    certain = select(collection, condition(date, certain=True))
    assert set(map(id, certain)) <= set(map(id, select(collection, condition(date))))


def test_conditions_are_values() -> None:
    assert Actor("Japan") == Actor("Japan") != Actor("Japan", prefix=True)
    used = Actor("Japan")
    used(event(actors=("JPN",)))
    assert used == Actor("Japan")
    assert repr(used) == "Actor(text='Japan', prefix=False, organs=False)"
    with pytest.raises(dataclasses.FrozenInstanceError):
        used.text = "Russia"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("query", "date", "possible", "certain"),
    [
        ("since:2018", "2018", True, True),
        ("since:2018-06", "2018", True, False),
        ("since:2018-06", "2017", False, False),
        ("until:2018-06", "2018", True, False),
        ("until:2018", "2018-12-31", True, True),
        ("on:2018-03-21", "2018", True, False),
        ("on:2018", "2018-03-21", True, True),
        ("on:2018", "2010/..", True, False),
        ("on:2018", "2010/2017", False, False),
        ("date:2017..2018", "2017-12/2018-01", True, True),
        ("since:2018", "../2017", False, False),
        ("until:2018", "../2017", True, True),
        ("since:../2018", "1066", True, True),
    ],
)
def test_doubt_is_told_apart(query: str, date: str, possible: bool, certain: bool) -> None:
    dated = event(date=EventDate(date))
    assert parse_query(query, today=TODAY)(dated) == possible
    assert parse_query(query, today=TODAY, certain=True)(dated) == certain


def test_known_by_asks_for_one_dated_source() -> None:
    late, undated = Source(date=EventDate("2022")), Source(publisher="TASS")
    asked = [KnownBy(EventDate("2022-06"), certain=certain) for certain in (False, True)]
    assert [known(event(sources=(late, undated))) for known in asked] == [True, False]
    assert not asked[0](event(sources=(undated,)))
    assert not asked[0](event())


@pytest.mark.parametrize(
    ("value", "actors", "found"),
    [
        ("Japan", "JPN", True),
        ("jpn", "Japan", True),
        ("JP", "State of Japan", True),
        ("Japan", "Japanese Foreign Ministry", False),
        ("~Japan", "Japanese Foreign Ministry", True),
        ("~Japan", "Tokyo", True),
        ("~Japan", "Japan", True),
        ("Tokyo", "Japan", False),
        ("Russia", "Soviet Union", False),
        ("~Russia", "Soviet Union", False),
        ("Jap*", "Japanese Foreign Ministry", True),
        ("Jap*", "JPN", False),
        ("Jap", "Japan", False),
        ("lukasiewicz", "Łukasiewicz", True),
        (r"\~Japan", "~Japan", True),
        (r"Jap\*", "Jap*", True),
        (r"Jap\*", "Japan", False),
    ],
)
def test_actors_as_analysts_name_them(value: str, actors: str, found: bool) -> None:
    assert from_field("actor", value)(event(actors=("Other", actors))) == found


@pytest.mark.parametrize(
    ("query", "title", "found"),
    [
        ("title:treaty", "No treaty, says Tokyo", True),
        ("title:treaty", "Treaties", False),
        ("title:treat*", "Treaties", True),
        ('title:"peace treaty"', "Peace  TREATY", True),
        ('title:"peace treaty"', "peace-treaty talks", True),
        ('title:"peace treaty"', "peace and treaty", False),
        ('title:"peace tre*"', "war, peace, trees", True),
        ('title:"a a"', "ba a a", True),
        ("title:sao", "São Tomé", True),
        ("title:条約", "日本条約調印", True),
        ("title:eu", "日本EU条約", True),
        ("title:eu", "neutral", False),
        ("title:kuril", "kuril_islands", True),
        ("title:€", "5€", True),
        ("title:u.s.", "The U.S. said", True),
    ],
)
def test_words_are_found_whole(query: str, title: str, found: bool) -> None:
    assert parse_query(query, today=TODAY)(event(title=title)) == found


def test_a_phrase_does_not_run_from_one_text_into_the_next() -> None:
    assert not Words("text", "peace treaty")(event(title="peace", summary="treaty"))


SYLLABLES = st.lists(
    st.sampled_from(("w", "5", "Å", "ﬁ", "ß", " ", "_", "-", "·", "日本", "ไทย", "²", "")), max_size=8
).map("".join)


@given(
    texts=st.tuples(SYLLABLES, SYLLABLES),
    asked=st.lists(
        st.builds(Words, st.sampled_from(("text", "title", "place", "source")), SYLLABLES, st.booleans()),
        min_size=2,
        max_size=12,
        unique=True,
    ),
)
def test_many_words_are_found_together_as_each_alone(texts: tuple[str, str], asked: list[Words]) -> None:
    told = event(title=texts[0], place=texts[1], sources=(Source(title=texts[1]),))
    assert AnyOf(tuple(asked))(told) == any(one(told) for one in asked)


def test_many_words_cost_little_more_than_one(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_for: list[str] = []
    found_in = Words.found_in

    def noting(self: Words, folded: str) -> bool:
        looked_for.append(self.text)
        return found_in(self, folded)

    monkeypatch.setattr(Words, "found_in", noting)
    where = AnyOf(tuple(Words("text", f"w{at}") for at in range(1000)))
    assert not where(event(title="Talks end", summary="nothing of w"))
    assert where(event(title="Talks end", summary="a w7 here"))
    assert looked_for == ["w7"]


def test_verdicts_on_names_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.query.texts._REMEMBERED", 3)
    where, names = Name("place", "Tokyo"), ["a", "b", "tokyo", "c", "d", "TOKYO"]
    assert [where(event(place=name)) for name in names * 2] == [False, False, True, False, False, True] * 2
    assert len(where._verdicts) <= 3


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("since:2022", "possibly happened on or after 1 Jan 2022"),
        ("until:2022", "possibly happened on or before 31 Dec 2022"),
        ("on:2022-03-21", "possibly happened on 21 Mar 2022"),
        ("on:2022-03", "possibly happened from 1 Mar 2022 to 31 Mar 2022"),
        ("on:2022/..", "possibly happened on or after 1 Jan 2022"),
        ("on:../2022", "possibly happened on or before 31 Dec 2022"),
        ("on:../..", "possibly happened on some day"),
        ("since:Y170000", "possibly happened on or after 170000-01-01"),
        ("claim:2022-03-21", "possibly happened on 21 Mar 2022 as a source has it"),
        ("after:talks", "directly follow “talks”"),
        ("follows:20*", "follow “20…”, directly or along a chain"),
        ("around:talks", "possibly happened within 30 days of the event “talks”"),
        ("around:2018", "possibly happened within 30 days of 2018"),
        ("sources:2..", "have at least 2 sources"),
        ("actors:..3", "have at most 3 actors"),
        ("tags:1", "have 1 tag"),
        ("tags:0", "have no tag"),
        ("actors:1..2", "have 1 to 2 actors"),
        ("imported.file:x", "say “x” in the field imported.file"),
        ("known-by:2022", "possibly had a source published on or before 31 Dec 2022"),
        ("actor:JPN", "have Japan under any name as an actor"),
        ("actor:~JPN", "have Japan under any name, its organs or its people as an actor"),
        ("actor:NATO", "have “NATO” as an actor"),
        ("actor:Jap*", "have an actor whose name begins with “Jap”"),
        ("tag:rally", "have the tag “rally”"),
        ("kind:cameo:*", "have a kind that begins with “cameo:”"),
        ("missing:quote", "say nothing in the field quote"),
        ("has:tags", "say something in the field tags"),
        ("treat*", "say “treat…” anywhere"),
        ("source:TASS", "say “TASS” in a source"),
        ("title:treaty", "say “treaty” in the title"),
        ("*", "are in the collection"),
        (
            "a (b OR NOT c)",
            "say “a” anywhere and (say “b” anywhere or are not among those that say “c” anywhere)",
        ),
    ],
)
def test_every_condition_says_what_it_matches(query: str, meaning: str) -> None:
    assert parse_query(query, today=TODAY).meaning == f"events that {meaning}"


@pytest.mark.parametrize(
    ("query", "possible", "certain"),
    [
        ("on:2018", True, False),
        ("on:2030", True, False),
        ("since:2018", True, True),
        ("until:2018", True, False),
        ("since:2020 until:2025", False, False),  # no source says so, though each half is met by one
        ("date:2020..2025", False, False),
        ("since:2020 (until:2025 OR on:2030)", True, False),
        ("since:2020 (until:2025 OR tag:x)", False, False),
        ("until:2025 (since:2016 until:2019 OR tag:x)", True, False),
        ("NOT on:2030", False, True),
        ("around:2029-12-20", True, False),
        ("around:2029-12-20 until:2025", False, False),
        ("around:2018-06-01", True, False),
    ],
)
def test_an_event_may_have_happened_on_each_date_that_a_source_gives(
    query: str, possible: bool, certain: bool
) -> None:
    contested = event(date=EventDate("2018-06-01"), sources=(Source(event_date=EventDate("2030-01-02")),))
    assert parse_query(query, today=TODAY)(contested) == possible
    assert parse_query(query, today=TODAY, certain=True)(contested) == certain


def test_certain_is_said() -> None:
    assert (
        Since(EventDate("2022"), certain=True).meaning
        == "events that certainly happened on or after 1 Jan 2022"
    )


def test_an_option_means_what_its_field_means() -> None:
    assert from_options(actor=["Jap*", "~Japan"]) == parse_query("actor:Jap* actor:~Japan", today=TODAY)
    assert from_options() == Everything()
    assert from_options(status=["Draft"]) == Name("status", "draft")


@pytest.mark.parametrize(
    ("field", "value"), [("status", "final"), ("actor", "~Atlantis"), ("tag", " "), ("has", "x")]
)
def test_an_option_that_says_nothing_is_refused_with_a_hint(field: str, value: str) -> None:
    with pytest.raises(UsageError) as caught:
        from_field(field, value)
    assert caught.value.hint


def test_has_looks_into_the_record() -> None:
    full = event(lat=0.0, extra={"x": "y"}, sources=(Source(event_date=EventDate("2022")),))
    assert [Has(name)(full) for name in ("lat", "extra", "event-date", "sources")] == [True] * 4
    assert [Has(name)(full) for name in ("lon", "tags", "quote", "status", "id")] == [False] * 5
