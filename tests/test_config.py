"""`timeline.toml`: read from the files that a person keeps, wrong ones told with their line."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.config import Config, Mistakes, checked_config, read_config
from timeline.dates.event_date import EventDate
from timeline.dates.lengths import Length
from timeline.errors import InvalidData, TimelineError, Unavailable
from timeline.naming import Named, Names

EU = """\
[actors."European Union"]
aliases = ["EU", "ЕС"]
wikidata = "Q458"
from = "1993-11"

[actors.Council]
part-of = "EU"

[places.Tokyo]
aliases = "東京"
lat = 35.7
lon = 139
"""


def _file(folder: Path, text: str | bytes, name: str = "timeline.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_actors_and_places_are_read(tmp_path: Path) -> None:
    names = read_config([_file(tmp_path, EU)]).names
    assert names.actors == (
        Named(name="European Union", aliases=("EU", "ЕС"), wikidata="Q458", since=EventDate("1993-11")),
        Named(name="Council", part_of="EU"),
    )
    assert names.places == (Named(name="Tokyo", aliases=("東京",), lat=35.7, lon=139.0),)


def test_the_nearest_file_wins_and_absent_files_say_nothing(tmp_path: Path) -> None:
    beside = _file(
        tmp_path, "[queries]\ndyad = 'actor:Russia actor:Japan'\n[defaults]\nshow.view = 'table'\n"
    )
    text = "queries.dyad = 'x'\nqueries.kurils = 'tag:k'\ndefaults.show = {view = 'card', width = 90}\n"
    users = _file(tmp_path, text, "config.toml")
    found = read_config([tmp_path / "none.toml", beside, users, beside / "below.toml"])
    assert found.queries == {"dyad": "actor:Russia actor:Japan", "kurils": "tag:k"}
    assert [(one.option, one.value, f"{one.path}:{one.line}") for one in found.defaults] == [
        ("view", "table", f"{beside}:4"),
        ("width", 90, f"{users}:3"),
    ]
    assert read_config([]) == Config()


def test_one_actor_of_two_files_has_the_names_of_both(tmp_path: Path) -> None:
    near = _file(tmp_path, "[actors.EU]\naliases = ['Union']\niso3 = 'EUE'\n")
    far = _file(tmp_path, "[actors.eu]\naliases = ['ЕС']\niso3 = 'XXX'\nwikidata = 'Q458'\n", "far.toml")
    (one,) = read_config([near, far]).names.actors
    assert one == Named(name="EU", aliases=("Union", "eu", "ЕС"), iso3="EUE", wikidata="Q458")


def test_the_nearest_width_of_what_is_about_right_stands(tmp_path: Path) -> None:
    near = _file(tmp_path, "[dates]\ncirca = '0 days'\n")
    far = _file(tmp_path, "[dates]\ncirca = '18 months'\n", "far.toml")
    none = _file(tmp_path, "[dates]\ncentury = 1950\n", "none.toml")
    assert read_config([none, far, near]).circa == Length(18, "m")
    assert read_config([near, far]).circa == Length(0, "d")
    assert read_config([none]).circa is None


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (b"[queries]\na = 'x'\nb = \n", 3, 'not TOML: "b ="'),
        (b"[queries]\na = 'x\n", 2, 'not TOML: "a = \'x"'),
        (b"[queries", 1, 'not TOML: "[queries"'),
        (b"[queries]\na = 'x'\nhello\nb = 'y'\n", 3, 'not TOML: "hello"'),
        (b"[actors.A]\r\naliases = [\r\n 'b',\r\n 'c'\r\n]\r\nx = y\r\n", 6, 'not TOML: "x = y"'),
        (b"a = [\n" + b"[1],\n" * 99 + b"]\n# b\nc =\n", 103, 'not TOML: "c ="'),
        (b"[actors.A]\naliases = [\n 'b'\n 'c',\n]\n", 2, 'not TOML: "aliases = ["'),
        (b"a = '''\n" + b"b = 1\n" * 99 + b"'''\nc =\n", 1, "not TOML: \"a = '''\""),  # looked at 50 times
        (b"a = 'x\x0b\xe2\x80\xa8'\nb\n", 1, "not TOML: \"a = 'x\\x0b\\u2028'\""),
        (b"# a\n[actors.A]\n[queries]\n[actors.A]\n", 4, 'not TOML: "[actors.A]" once more'),
        (b"[queries]\na = 'x'\n\na = 'y'\n", 4, "not TOML: \"a = 'y'\" once more"),
        (b"x = " + b"1" * 5000, 1, "holds a number too long"),
        (b"[queries]\na = 'x'\n\nx = " + b"1" * 5000 + b"\ny = 1\n", 4, "holds a number too long"),
        (b"x = " + b"[" * 5000, 1, "nested too deep"),
        (b"a = 'x'\nx = " + b"[" * 5000 + b"]" * 5000 + b"\ny = 1\n", 2, "nested too deep"),
        (b"a = 'x'\n" + b"a." * 501 + b"a = 1\n", 2, "has more than 500 full stops"),
        (b"#" * 1_000_001, 1, "is longer than 1,000,000 bytes"),
        (b"\nqueries = 1\n", 2, '"queries" is not a table'),
        (b"[queries]\na = 'x'\n\nb = 3\n", 4, 'the query "b" is not text'),
        (b"[queries]\n'a b' = 'x'\n", 2, '"a b" cannot be the name of a query'),
        (b"[queries]\na = '\xff'\n", 2, "not UTF-8"),
        (b"[defaults]\nview = 'table'\n", 2, '"view" is no command'),
        (b"[actors]\nEU = 'Union'\n", 2, '"actors.EU" is not a table'),
        (b"[actors.EU]\naliases = [1]\n", 2, 'aliases of "EU" is not what it must be'),
        (b"[actors.EU]\naliases = ['']\n", 2, 'aliases of "EU" is not what it must be'),
        (b"[actors.EU]\niso3 = 'eu'\n", 2, 'iso3 of "EU" is not what it must be'),
        (b"[actors.EU]\nwikidata = '458'\n", 2, 'wikidata of "EU" is not what it must be'),
        (b"[actors.EU]\nfrom = 'November 1993'\n", 2, 'from of "EU" is not what it must be'),
        (b"[actors.EU]\nfrom = 1993-11-01\n", 2, 'from of "EU" is not what it must be'),
        (b"[actors.'']\n", 1, "one of the actors has no name"),
        (b"[places.Tokyo]\nlat = 91\n", 2, 'lat of "Tokyo" is not what it must be'),
        (b"[places.Tokyo]\nlon = true\n", 2, 'lon of "Tokyo" is not what it must be'),
        (b"[actors.A]\naliases = ['x']\n[actors.B]\naliases = ['X']\n", 3, '"X" is a name of "A" and of "B"'),
        (b"[actors.Japan]\n[actors.JPN]\n", 2, '"JPN" is a name of "Japan" and of "JPN"'),
        (b"[dates]\ncentury = 1950\ncirca = 'long'\n", 3, 'dates.circa: "long" is no length of time'),
        (b"[dates]\ncirca = 2\n", 2, 'dates.circa: "2" is no length of time'),
        (b"dates = 2\n", 1, '"dates" is not a table'),
        (b"[places.A]\n[places.B]\naliases = ['a']\n", 2, '"a" is a name of "A" and of "B"'),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: bytes, line: int, message: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(InvalidData) as caught:
        read_config([path])
    assert caught.value.message.startswith(f"{path}:{line}: {message}")
    assert caught.value.hint


def test_all_mistakes_are_collected_and_the_rest_is_read(tmp_path: Path) -> None:
    mistakes = Mistakes()
    path = _file(tmp_path, "[queries]\na = 1\nb = 'x'\n[actors.EU]\niso3 = 3\nalias = 'x'\n[other]\n")
    found = checked_config([path], mistakes)
    assert found.queries == {"b": "x"}
    assert found.names.actors == (Named(name="EU"),)
    assert [error.message.removeprefix(f"{path}:") for error in mistakes.wrong] == [
        '2: the query "a" is not text',
        '5: iso3 of "EU" is not what it must be',
    ]
    assert [error.message.removeprefix(f"{path}:") for error in mistakes.unknown] == [
        '7: table "other" is not known',
        '6: "alias" of "EU" is not known',
    ]


def test_a_file_that_cannot_be_read_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be read"):
        read_config([tmp_path])


_LINES = (
    "a = 'x'",
    "# a = ",
    "",
    "b.c = 1",
    "d = [\n  'e',\n]",
    "[f]",
    '[["g h"]]',
    'i = """\nj = 1\n"""',
    "k = {l = 1}",
)


@given(st.lists(st.sampled_from(_LINES), unique=True), st.lists(st.sampled_from(_LINES), unique=True))
def test_a_broken_line_is_found_among_those_that_are_whole(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str]
) -> None:
    text = "\n".join([*before, "m = n", *after])
    with pytest.raises(InvalidData) as caught:
        read_config([_file(tmp_path_factory.getbasetemp(), text)])
    line = 1 + "\n".join([*before, ""]).count("\n")
    assert f':{line}: not TOML: "m = n"' in caught.value.message


@given(
    st.one_of(st.binary(max_size=60), st.text(alphabet="[]{}=.\"'\n#a1-:e_+ ", max_size=60).map(str.encode))
)
@example(b"\r")
@example(b"[a]\nb = 1\n\r")
def test_no_text_is_a_traceback(tmp_path_factory: pytest.TempPathFactory, text: bytes) -> None:
    path = _file(tmp_path_factory.getbasetemp(), text)
    try:
        read_config([path])
    except TimelineError as error:
        assert str(path) in error.message  # noqa: PT017 - most texts are no mistake, and any may be one


NAMES = Names(
    (
        Named(name="European Union", aliases=("EU", "ЕС")),
        Named(name="Commission", part_of="EU"),
        Named(name="DG Trade", part_of="Commission"),
        Named(name="Japan", aliases=("Япония",)),
        Named(name="Rus", iso3="RUS", part_of="DG Trade"),
        Named(name="Loop", part_of="Pool"),
        Named(name="Pool", part_of="Loop"),
    )
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("eu", "European Union"),
        ("Japan", "Japan"),
        ("JPN", "Japan"),
        ("япония", "Japan"),
        ("Russia", "Rus"),
        ("NATO", "NATO"),
    ],
)
def test_an_actor_goes_by_one_name(text: str, name: str) -> None:
    assert NAMES.actor(text) == name


@pytest.mark.parametrize(
    ("part", "whole", "belongs"),
    [
        ("EU", "ЕС", True),
        ("Commission", "European Union", True),
        ("DG Trade", "EU", True),
        ("EU", "DG Trade", False),
        ("RUS", "EU", True),
        ("Japanese Foreign Ministry", "Япония", True),
        ("Loop", "Pool", True),
        ("Loop", "EU", False),
    ],
)
def test_a_part_belongs_to_its_whole(part: str, whole: str, *, belongs: bool) -> None:
    assert NAMES.belongs(part, whole) is belongs
