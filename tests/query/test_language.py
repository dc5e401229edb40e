"""The query language: it says what the options say, round-trips, and fails with a column."""

import pytest
from event_strategies import alternatives, events, undisputed_events
from hypothesis import given, settings
from hypothesis import strategies as st
from query_strategies import OPTION_DATES, QUERY_VALUES, TODAY, Asked, naive, options, questions

from timeline.dates.event_date import EventDate
from timeline.errors import QueryError
from timeline.model import Event, Source
from timeline.query.language import format_query, parse_query
from timeline.query.own import own_fields
from timeline.query.predicates import All, Predicate, from_options, simplified
from timeline.query.select import select
from timeline.query.terms import FIELDS
from timeline.record import STATUSES

SAVED = {
    "dyad": "actor:Russia actor:Japan",
    "both": "@dyad OR tag:rally",
    "loop": "x (@knot)",
    "knot": "@loop",
    "bad": "a )",
}


def parse(text: str, *, certain: bool = False) -> Predicate:
    return parse_query(text, today=TODAY, certain=certain, saved=SAVED)


@given(options(), st.booleans(), events())
def test_options_and_their_query_text_choose_what_a_naive_evaluation_does(
    given_options: dict[str, list[str]],
    certain: bool,
    collection: list[Event],
) -> None:
    text = " ".join(f'{field}:"{value}"' for field, values in given_options.items() for value in values)
    by_text = parse(text, certain=certain)
    texts = {field: values for field, values in given_options.items() if field not in OPTION_DATES}
    dates = {
        field.replace("-", "_"): [EventDate.parse(value) for value in given_options.get(field, ())]
        for field in OPTION_DATES
    }
    by_options = from_options(certain=certain, **dates, **texts)  # type: ignore[arg-type]
    asked = [
        naive(field, value, certain=certain) for field, values in given_options.items() for value in values
    ]
    chosen = tuple(
        event
        for event in collection
        if (all if certain else any)(all(answers(one) for answers in asked) for one in alternatives(event))
    )
    assert select(collection, by_options) == select(collection, by_text) == chosen
    assert simplified(All((by_options, by_text))) == by_options


@given(
    st.booleans().flatmap(lambda certain: st.tuples(st.just(certain), questions(certain=certain))),
    undisputed_events(),
)
def test_any_query_chooses_what_a_naive_evaluation_does(
    given_query: tuple[bool, Asked], collection: list[Event]
) -> None:
    certain, asked = given_query
    where = parse(asked.text, certain=certain)
    assert select(collection, where) == tuple(filter(asked.answers, collection))


@given(questions(certain=False))
def test_parse_undoes_format(asked: Asked) -> None:
    where = parse(asked.text)
    assert parse(format_query(where)) == where == simplified(where)
    assert format_query(where) == str(where)


@given(
    st.sampled_from(sorted(set(QUERY_VALUES) - {"status", "has", "missing", "actors", "tags", "sources"})),
    st.text(min_size=1),
    st.booleans(),
)
def test_any_text_can_be_asked_for(field: str, text: str, prefix: bool) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("*", "\\*").replace("~", "\\~")
    query = f'{field}:"{escaped}{"*" if prefix else ""}"'
    if text.strip():
        where = parse(query)
        assert (where.text, where.prefix) == (text, prefix)  # type: ignore[attr-defined]
        assert parse(str(where)) == where
        assert where.meaning.startswith("events that ")


@settings(max_examples=300)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=6),
            st.sampled_from(
                [*'()"\\-~*:@', " ", "NOT ", " OR ", " AND ", "..", "@both", "@loop", "2022", "/"]
            ),
            st.sampled_from(FIELDS).map(lambda field: f" {field}:"),
        ),
        max_size=10,
    ).map("".join)
)
def test_any_text_is_a_query_or_a_query_error(text: str) -> None:
    try:
        where = parse(text)
    except QueryError as raised:
        error = raised
    else:
        assert parse(str(where)) == where
        return
    assert 0 <= error.column <= len(error.text)
    assert error.message
    assert error.hint


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("", "*"),
        ("*", "*"),
        ("Japan treaty", "Japan treaty"),
        ("a AND b", "a b"),
        ("a OR b c", "a OR (b c)"),
        ("NOT a b", "NOT a b"),
        ("NOT a OR b", "NOT a OR b"),
        ("NOT NOT a", "a"),
        ("- a".replace(" ", ""), "NOT a"),
        ("-(a b)", "NOT (a b)"),
        ("((a)) a", "a"),
        ("a or b", "a or b"),
        ('"OR"', '"OR"'),
        ('"illegal occupation"', '"illegal occupation"'),
        ('"cameo:036"', '"cameo:036"'),
        ("kind:cameo:036", "kind:cameo:036"),
        ("kind:cameo:*", "kind:cameo:*"),
        ("actor:~Japan", "actor:~Japan"),
        ('actor:~"Saudi Arabia"', 'actor:~"Saudi Arabia"'),
        ('actor:"~Saudi Arabia"', 'actor:~"Saudi Arabia"'),
        (r"actor:\~Japan", r"actor:\~Japan"),
        ('tag:"(x)"', 'tag:"(x)"'),
        ("actor:*", "has:actors"),
        ("NOT has:quote", "missing:quote"),
        ("missing:source_quote", "missing:quote"),
        ("NOT missing:tags", "has:tags"),
        ("STATUS:Confirmed", "status:confirmed"),
        ("known_by:2022", "known-by:2022"),
        ("date:2022", "on:2022"),
        ("date:2022..2023", "since:2022 until:2023"),
        ("date:2022..", "since:2022"),
        ("date:..2022", "until:2022"),
        ("date:../2022", "on:../2022"),
        ("date:[2018..2020]", "on:[2018..2020]"),
        ('date:"March 2022..May 2022"', "since:2022-03 until:2022-05"),
        ('since:"March 2022"', "since:2022-03"),
        ("since:-0043", "since:-0043"),
        ("https://tass.com", '"https://tass.com"'),
        ("15:00", '"15:00"'),
        ("@dyad since:2022", "actor:Russia actor:Japan since:2022"),
        ("-@dyad", "NOT (actor:Russia actor:Japan)"),
        ("@both", "(actor:Russia actor:Japan) OR tag:rally"),
        ('"@dyad"', '"@dyad"'),
        ("sources:2..", "sources:2.."),
        ("Sources:..3", "sources:..3"),
        ("actors:02", "actors:2"),
        ("tags:1..2", "tags:1..2"),
        ("actors:0..0", "actors:0"),
        ('claim:"March 2022"', "claim:2022-03"),
        ("imported.file:x*", "imported.file:x*"),
        ('a.b-c_d:"x y"', 'a.b-c_d:"x y"'),
        ("after:2018-talks", "after:2018-talks"),
        ("Leads_To:2018*", "leads-to:2018*"),
        ("around:2018-talks", "around:2018-talks"),
        ('around:"10 Feb 2023"', "around:2023-02-10"),
        ("around:2018", "around:2018"),
        ("a OR *", "*"),
        ("a NOT *", "NOT *"),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert format_query(parse(text)) == normal
    assert format_query(parse(normal)) == normal


@pytest.mark.parametrize(
    ("text", "column", "message", "hint"),
    [
        ("x actr:Japan", 2, '"actr" is not a field', 'did you mean "actor"?'),
        ("cameo:036", 0, '"cameo" is not a field', 'to find the text, quote it: "cameo:036"'),
        ("actor: Japan", 6, 'nothing stands after "actor:"', "no space stands after the colon"),
        ('tag:""', 4, 'nothing stands after "tag:"', "missing:tags"),
        ('""', 0, "nothing is asked for", "* for every event"),
        ("since:", 6, "since has no date", 'since:"March 2022"'),
        ("date:..", 5, "date has no date", "date:2022..2023"),
        ("date:2023..2022", 5, '"2023..2022" ends before it begins', "write date:2022..2023"),
        ("a since:2022-13", 8, '"2022-13" is not a calendar date', ""),
        ("a until:soon", 8, '"soon"', ""),
        ("status:confirmd", 7, 'status "confirmd" is not known', 'did you mean "confirmed"?'),
        ("has:quotes", 4, '"quotes" is not a field', 'did you mean "quote"?'),
        ("missing:xyzzy", 8, '"xyzzy" is not a field', "one of: id, date"),
        ("actor:~Japn", 6, '"Japn" is no state known here', "~Japan"),
        ("actor:~Jap*", 6, '"Jap*" is no state known here', "~Japan"),
        ("sources:many", 8, '"many" is no number of sources', "source:many asks for one by its name"),
        ("actors:..", 7, '".." is no number of actors', "write actors:2, actors:2.. or actors:..3"),
        ("tags:3..2", 5, '"3..2" ends before it begins', "write tags:2..3"),
        ("claim:", 6, "claim has no date", "claim:2022"),
        ("after:", 6, "after has no id", "write after:ID"),
        ("around:", 7, "around has no id and no date", "write around:ID or around:2022-03-21"),
        ("x around:Soon", 9, '"Soon"', ""),
        ("x.y:", 4, 'nothing stands after "x.y:"', "x.y:word"),
        ("a AND", 2, 'nothing stands after "AND"', 'quote it: "AND"'),
        ("a AND OR b", 2, 'nothing stands after "AND"', 'quote it: "AND"'),
        ("AND a", 0, 'nothing stands before "AND"', 'quote it: "AND"'),
        ("OR a", 0, 'nothing stands before "OR"', 'quote it: "OR"'),
        ("a (OR b)", 3, 'nothing stands before "OR"', 'quote it: "OR"'),
        ("a OR", 2, 'nothing stands after "OR"', 'quote it: "OR"'),
        ("a NOT", 2, 'nothing stands after "NOT"', 'quote it: "NOT"'),
        ("a -", 2, 'nothing stands after "-"', "quote it"),
        ("a -OR b", 2, 'nothing stands after "-"', "quote it"),
        ("a --since 2022", 2, '"--" begins an option', "outside the quotes"),
        ("a (b", 2, 'no ")" stands after this "("', 'quote it: "("'),
        ("a b)", 3, 'no "(" stands before this ")"', 'quote it: ")"'),
        ("a ()", 2, "nothing stands between the parentheses", 'quote it: "()"'),
        ("(" * 101 + "a", 100, "the parentheses are nested too deep", "at most 100 deep"),
        ('a "b', 2, "a quotation does not end", "where it ends"),
        ('tag:"b', 4, "a quotation does not end", "where it ends"),
        ('a"b"', 1, "a quotation mark stands inside a word", "put a space"),
        ('tag:a"b', 5, "a quotation mark stands inside a word", "quote all of it"),
        ('"a"b', 3, "a quotation ends inside a word", "put a space"),
        ("a @dyat", 2, 'no saved query is named "dyat"', 'did you mean "dyad"?'),
        (
            "@loop",
            1,
            'in the saved query "knot": the saved query "loop" asks for itself',
            "loop -> knot -> loop",
        ),
        ("a @bad", 2, 'in the saved query "bad": no "(" stands before this ")"', 'quote it: ")"'),
    ],
)
def test_every_error_marks_its_column_and_shows_a_way_out(
    text: str, column: int, message: str, hint: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    error = caught.value
    assert message in error.message
    assert hint in (error.hint or "")
    if "@loop" not in text and "@bad" not in text:  # those mark the saved text
        assert (error.column, error.text) == (column, text)


def test_an_unknown_saved_query_is_an_error_where_none_is_saved() -> None:
    with pytest.raises(QueryError, match='no saved query is named "dyad"'):
        parse_query("@dyad", today=TODAY)


def test_saved_queries_may_stand_twice_and_nest_as_deep_as_parentheses() -> None:
    assert parse("@dyad @both @dyad") == parse("@dyad @both")
    chain = {f"q{number}": f"(@q{number + 1})" for number in range(200)}
    with pytest.raises(
        QueryError, match=r'the saved query "q\d+" is nested too deep|the parentheses are nested too deep'
    ):
        parse_query("@q0", today=TODAY, saved=chain)
    with pytest.raises(QueryError, match='the saved query "q0" is nested too deep'):
        parse_query("(" * 100 + "@q0" + ")" * 100, today=TODAY, saved=chain)


def test_saved_queries_that_double_end_soon() -> None:
    bomb = {f"q{number}": f"@q{number + 1} OR (@q{number + 1} w{number})" for number in range(60)} | {
        "q60": "z"
    }
    with pytest.raises(QueryError, match='with "@q48" the query has more than 10,000 conditions') as caught:
        parse_query("@q0", today=TODAY, saved=bomb)
    assert "name each once" in (caught.value.hint or "")
    assert parse_query("@q50", today=TODAY, saved=bomb) == parse_query("@q50 @q50", today=TODAY, saved=bomb)


def test_a_long_query_is_read() -> None:
    words = [f"w{number}" for number in range(20_000)]
    assert len(parse(" OR ".join(words)).parts) == 20_000  # type: ignore[attr-defined]
    assert parse("NOT " * 20_000 + "a") == parse("a")


def test_what_is_taken_for_granted_about_a_date_is_told() -> None:
    notes: list[str] = []
    parse_query('since:"7 Feb"', today=TODAY, note=notes.append)
    assert len(notes) == 1


def test_every_field_and_status_is_known() -> None:
    contract = (
        "id date title summary text actor place kind tag status source since until on known-by has missing"
        " actors tags sources claim after before related follows leads-to around"
        " quote url archived author publisher source-title at supports grade date-as-written place-precision"
    )
    assert sorted(FIELDS) == sorted(contract.split())
    assert [str(parse(f"status:{status}")) for status in STATUSES] == [
        f"status:{status}" for status in STATUSES
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("weight:b2", True),
        ("imported.file:b", True),
        ("imported.rows:4", True),
        ("imported.rows:3 weight:B*", True),
        ("imported.file:c", False),
        ("imported:csv", True),
        ("-weight:b2", False),
        ("has:weight has:imported.rows", True),
        ("missing:imported.file", False),
        ("has:box", False),
        ("author:me", True),
        ("author:reader", True),
        ("grade:a1 publisher:TASS source-title:two", True),
        ("grade:b2", False),
        ("date_as_written:o.s.", True),
        ("place-precision:city", False),
    ],
)
def test_what_a_source_or_a_field_of_the_users_own_says_is_asked_for(text: str, found: bool) -> None:
    told = Event(
        date=EventDate("1855-02-07"),
        date_as_written="26 January 1855 O.S.",
        title="t",
        sources=(
            Source(author="A. Reader", title="One"),
            Source(title="Two", publisher="TASS", grade="A1"),
        ),
        extra={"weight": "B2", "imported": {"file": "a b.csv", "rows": ["3", "4"]}, "author": "me"},
    )
    fields = own_fields([told.extra, {"box": "7"}])
    assert parse_query(text, today=TODAY, own=lambda: fields)(told) == found


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("wieght:b2", 'did you mean "weight"?'),
        ("weight.x:b2", 'did you mean "weight"?'),
        ("WEIGHT:b2", 'did you mean "weight"?'),
        ("imported.fil:x", 'did you mean "imported.file"?'),
        ("has:imported.fil", 'did you mean "imported.file"?'),
        ("missing:autor", 'did you mean "author"?'),
    ],
)
def test_a_field_that_no_event_has_is_refused_with_the_one_that_may_be_meant(text: str, hint: str) -> None:
    own = own_fields([{"weight": "B2", "imported": {"file": "a.csv"}}])
    with pytest.raises(QueryError, match="is not a field") as caught:
        parse_query(text, today=TODAY, own=lambda: own)
    assert caught.value.hint == hint


@pytest.mark.parametrize("count", ["99999999999", "1234567890..", "..1234567890", "1.2", "-1", "..", "٢"])
def test_what_is_no_number_is_refused(count: str) -> None:
    with pytest.raises(QueryError, match="is no number of sources"):
        parse_query(f"sources:{count}", today=TODAY)
