"""Actors and places as news writes them."""

from pathlib import Path

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.drafts.actors import named, people
from timeline.drafts.bodies import __file__ as bodies_file
from timeline.drafts.bodies import bodies
from timeline.drafts.places import place_in
from timeline.drafts.proposals import propose
from timeline.states import state_named, state_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("US and UK envoys met NATO officials", ["United States", "United Kingdom", "NATO"]),
        (
            "Deputy Minister of Foreign Affairs of the Russian Federation Oleg Petrov",
            ["Russia", "Oleg Petrov"],
        ),
        ("Ambassador of India to Malta Bala Venkatesh Varma", ["India", "Malta", "Bala Venkatesh Varma"]),
        ("the envoy Anna Borg", ["Anna Borg"]),
        ("The Council met", []),
        ("General Motors named a chief", []),
        ("the European Union and the UN Security Council", ["European Union", "UN Security Council"]),
    ],
)
def test_actors_are_found(text: str, names: list[str]) -> None:
    assert [actor.name for actor in named(text)] == names


def test_people_stand_where_they_are_said_to() -> None:
    text = "Prime Minister Anna Borg's visit to President of Malta Carlo Rossi"
    found = [(person.name, text[person.start : person.end]) for person in people(text)]
    assert found == [("Anna Borg", "Anna Borg"), ("Carlo Rossi", "Carlo Rossi")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("in World War II", ""),
        ("at the Ambassador's request", ""),
        ("in Moscow's Red Square", "Moscow"),
        ("in NATO", ""),
        ("near the Ethiopian border", ""),
        ("at EU-mediated talks in Ohrid", "Ohrid"),
        ("at Crans-Montana", "Crans-Montana"),
    ],
)
def test_a_place_is_a_place(text: str, place: str) -> None:
    assert place_in(text) == place


def test_short_names_stand_for_those_told_in_full() -> None:
    text = (
        "OSLO, May 6, 2021 (NPA) — The UN Security Council met President Anna Borg on Thursday. "
        "The Council and Borg will meet on Friday."
    )
    last = propose(text, today=days_from_civil(2021, 5, 7)).proposals[-1]
    assert {"UN Security Council", "Anna Borg"} <= set(last.event.actors)
    assert not {"Council", "Borg"} & set(last.event.actors)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("NATO Secretary-General Anna Berg praised both sides.", ["NATO", "Anna Berg"]),
        ("UN High Commissioner Filippo Grandi spoke.", ["United Nations", "Filippo Grandi"]),
        # A state's word in another name is not the state.
        ("The Washington summit of both sides failed.", []),
        ("Parties of Northern Ireland met.", []),
        ("The former Soviet republics met.", []),
        ("Former Japanese Prime Minister Taro Abe spoke.", ["Japan", "Taro Abe"]),
    ],
)
def test_a_name_is_taken_whole_and_of_a_body_the_letters(text: str, names: list[str]) -> None:
    assert [actor.name for actor in named(text)] == names


def test_the_state_of_the_sentence_before_is_carried_only_where_that_goes_on() -> None:
    text = "ROME, May 6, 2021 (NPA) — Malta expelled two envoys on Monday. {} on Tuesday."
    carried, alone = (
        propose(text.format(words), today=days_from_civil(2021, 5, 7)).proposals[-1].event.actors
        for words in ("It closed its port", "Monitors counted ten ships")
    )
    assert carried == ("Malta",)
    assert "Malta" not in alone


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The North Atlantic Treaty Organization (NATO) and Nato envoys met.", ["NATO"]),
        ("NATO and European Commission officials met.", ["NATO", "European Commission"]),
        ("Hezbollah and Hizbullah are one.", ["Hezbollah"]),
        ("The Shanghai Cooperation Organisation admitted Belarus.", ["Belarus", "SCO"]),
        ("Gazprom's chief wrote to Naftogaz.", ["Gazprom", "Naftogaz"]),
        ("The UN refugee agency appealed to the African Union.", ["UNHCR", "African Union"]),
        ("The Syrian Democratic Forces withdrew.", ["Syrian Democratic Forces"]),
        ("The African Union Peace and Security Council met.", ["African Union"]),
        ("Russia's National Security Council met.", ["Russia"]),
        ("The Turkish Embassy was shut.", ["Turkey"]),
        ("The Palestinian Authority collected taxes.", ["Palestine"]),
        ("EUR and NATOLIN are no bodies.", []),
    ],
)
def test_a_body_is_one_actor_by_all_its_names(text: str, names: list[str]) -> None:
    assert [actor.name for actor in named(text)] == names


def test_a_body_goes_by_the_name_that_the_collection_gives_it() -> None:
    known = {"UN": "UN", "the Alliance": "NATO"}
    assert [actor.name for actor in named("UN envoys met NATO envoys", known)] == ["UN", "NATO"]


def test_every_spelling_is_of_one_body_and_none_is_a_state() -> None:
    rows = (Path(bodies_file).with_suffix(".tsv")).read_text(encoding="utf-8").splitlines()[1:]
    spellings = [text for row in rows for text in (row + "\t").split("\t")[1].split("; ") if text]
    kept = [row.split("\t")[0] for row in rows]
    spellings += kept
    assert len(spellings) == len(set(spellings)) == len(bodies().names)
    assert [text for text in spellings if text != text.strip() or text in state_names()] == []
    assert [text for text in kept if state_named(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "The Stockholm Agreement lapsed.",
        "Ships passed the South China Sea.",
        "The Gulf of Oman was calm.",
        "The Jakarta Post said so.",
        "The Korean War ended.",
        "Turkish Airlines flew again.",
    ],
)
def test_a_name_with_a_state_in_it_is_no_state(text: str) -> None:
    assert [actor.name for actor in named(text)] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Iran-backed fighters shelled Israel.", ["Israel"]),
        ("A Paris-based group wrote to Chad.", ["Chad"]),
        ("The Moscow-born envoy met Latvian officials.", ["Latvia"]),
    ],
)
def test_what_another_is_paid_or_born_by_takes_no_part(text: str, names: list[str]) -> None:
    assert [actor.name for actor in named(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Foreign Minister Anna Borg met her counterpart on Monday.", {"Anna Borg"}),
        ("The foreign minister met his counterpart in Vienna on Monday.", set()),
        ("The prime minister travelled to Vienna on Monday.", set()),
        ("Norway opened an embassy in Senegal on Monday.", {"Norway", "Senegal"}),
    ],
)
def test_the_city_of_a_dateline_is_no_actor(text: str, names: set[str]) -> None:
    (proposal,) = propose(f"VIENNA, May 6, 2021 (NPA) - {text}", today=days_from_civil(2021, 5, 7)).proposals
    assert set(proposal.event.actors) == names


def test_the_alliance_is_the_one_told_before() -> None:
    text = (
        "OSLO, May 6, 2021 (NPA) - NATO held an exercise on Monday. "
        "The alliance's secretary-general visited Sofia on Tuesday."
    )
    assert "NATO" in propose(text, today=days_from_civil(2021, 5, 7)).proposals[1].event.actors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chad, which left the union with Libya, met Nigerian envoys on Monday.", {"Chad", "Nigeria"}),
        ("Chad recalled its envoy on Monday, a week after Libya closed the border.", {"Chad"}),
        ("Chad closed the border on Monday after Libyan troops crossed it.", {"Chad"}),
        ("Chad, a member of ECOWAS, recalled its envoy on Monday.", {"Chad"}),
        ("Chad met envoys on Monday after talks with Libya.", {"Chad", "Libya"}),
        ("Seoul's Defense Ministry issued a protest on Monday.", {"South Korea"}),
        ("The Vienna talks ended on Monday.", set()),
    ],
)
def test_who_is_told_beside_the_event_takes_no_part(text: str, names: set[str]) -> None:
    told, *_ = propose(f"OSLO, May 6, 2021 (NPA) - {text}", today=days_from_civil(2021, 5, 7)).proposals
    assert set(told.event.actors) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norwegian envoys flew to Riga on Monday.", {"Norway", "Latvia"}),
        ("Norwegian envoys flew to Riga for talks with Chad on Monday.", {"Norway", "Chad"}),
        ("Four Norwegian officials were arrested in Riga on Monday.", {"Norway", "Latvia"}),
        ("Norwegian envoys attended a funeral on Monday in Riga.", {"Norway", "Latvia"}),
        ("Norwegian envoys attended a concert on Monday in Riga.", {"Norway"}),
        ("Norwegian envoys arrived in Peru on Monday for a visit.", {"Norway", "Peru"}),
        ("Norwegian ships arrived in Peru on Monday for repairs.", {"Norway"}),
        ("Five Nigeriens were arrested at the terminal on Monday.", {"Niger"}),
        ("Norway expelled five Nigeriens on Monday.", {"Norway"}),
        ('Norway buried its "Chad first" policy on Monday.', {"Norway"}),
    ],
)
def test_a_state_takes_part_by_its_capital_and_its_citizens(text: str, names: set[str]) -> None:
    told, *_ = propose(f"OSLO, May 6, 2021 (NPA) - {text}", today=days_from_civil(2021, 5, 7)).proposals
    assert set(told.event.actors) == names
