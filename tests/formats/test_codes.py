"""What codes of public schemes stand for."""

import re
import tomllib
from pathlib import Path

import pytest

from timeline.formats import codes
from timeline.formats.codes import SCHEMES, label
from timeline.states import state_named

FOLDER = Path(codes.__file__).parent


@pytest.mark.parametrize("scheme", SCHEMES)
def test_labels_are_words_for_people(scheme: str) -> None:
    file, table = SCHEMES[scheme]
    labels: dict[str, str] = tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))[table]
    assert labels
    strange = [
        text for text in labels.values() if not re.fullmatch(r"[^\W\d_]+(?:[ ,()-]{1,3}[^\W\d_]+)*\)?", text)
    ]
    assert not strange
    assert all(text[0].isupper() for text in labels.values())


def test_a_code_of_cameo_stands_below_one_of_its_kind() -> None:
    deeds = tomllib.loads((FOLDER / "cameo.toml").read_text(encoding="utf-8"))["deeds"]
    assert {code[:-1] for code in deeds if len(code) > 2} <= {*deeds, *"01"} | {code[:2] for code in deeds}
    assert {code[:2] for code in deeds} == {f"{root:02}" for root in range(1, 21)}


def test_the_states_of_cow_that_are_there_today_are_ours() -> None:
    cow = tomllib.loads((FOLDER / "cow.toml").read_text(encoding="utf-8"))["states"]
    gone = {text for text in cow.values() if state_named(text) is None}
    assert gone == {
        *("Hanover", "Bavaria", "Baden", "Saxony", "Württemberg", "Electoral Hesse", "Grand Duchy of Hesse"),
        *("Mecklenburg-Schwerin", "Modena", "Parma", "Tuscany", "Korea"),
    }
    assert all(state.name == text for text in cow.values() if (state := state_named(text)))


def test_a_scheme_leaves_what_it_does_not_know() -> None:
    assert label("plover", "request") == "request"
    assert label("cow", "XXX") == "XXX"
