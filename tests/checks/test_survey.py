"""A whole collection is surveyed in the order of its files, and whoever knows more may look further."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from timeline.checks.survey import read_files, survey
from timeline.model import Event
from timeline.record import Problem
from timeline.store.files import contents_of

TODAY = 19398  # 2023-02-10
RECORDS = {
    "right": "id: e{name}\ndate: 19{name}\ntitle: Talks {name}\n",
    "wrong": "id: e{name}\ndate: 2022-13\ntitle: {name} happens\n",
    "broken": 'id: e{name}\ndate: "2022\n',
    "foreign": "id: e{name}\ntitle: \xe9\n",
}


def places(event: Event) -> Iterator[Problem]:
    """A look further: an event without a place."""
    if not event.place:
        yield Problem(code="W407", field=("title",), message=f"{event.id} has no place")


@given(st.lists(st.sampled_from([*RECORDS]), max_size=5))
def test_every_file_is_read_and_told_in_order(kinds: list[str]) -> None:
    with TemporaryDirectory() as folder:
        for at, kind in enumerate(kinds):
            text = RECORDS[kind].format(name=10 + at)
            Path(folder, f"{at}.yaml").write_bytes(text.encode("latin-1"))
        files = read_files(contents_of(Path(folder)), {})
    assert [Path(file.path).name for file in files] == [f"{at}.yaml" for at in range(len(kinds))]
    found = survey([files], today=TODAY, further=[places])
    codes = {"right": "W407", "wrong": "E203", "broken": "E1", "foreign": "E108"}
    assert [
        (Path(one.path).stem, one.code[: len(codes[kind])]) for one, kind in zip(found, kinds, strict=True)
    ] == [(str(at), codes[kind]) for at, kind in enumerate(kinds)]
    assert [one.line for one in found if one.code == "W407"] == [3] * kinds.count("right")
