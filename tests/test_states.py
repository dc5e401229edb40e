"""Which state an actor is, and which one it acts for."""

import csv
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import states_table
from timeline.folding import fold
from timeline.states import Sort, State, all_states, organ_of, state_named, state_names, words_of

SHARED = Path(__file__).resolve().parents[1] / "../shared/events/cameo"
ICEWS = SHARED / "../icews/events.2018.first500.tab"
SORTS: tuple[Sort, ...] = ("name", "demonym", "capital", "metonym")

CAMEO_WITHOUT_A_STATE = set(
    "AFR ASA BAG BLK CAS CAU CEU CFR CRB EAF EEU EIN EUR LAM MDT MEA NAF NMR PGS SAF SAM SAS SCN SEA WAF WST".split()  # noqa: SIM905
)

states = st.sampled_from(all_states())


def known(text: str) -> str:
    state = state_named(text)
    return state.name if state else ""


def codes(state: State) -> list[str]:
    return [code.replace("!", "") for cell in state.row.split("|")[2:5] if cell for code in cell.split("; ")]


def test_rows_have_nine_columns_and_tidy_items() -> None:
    rows = (states_table.STATES + states_table.TERRITORIES + states_table.FORMER).splitlines()
    for row in rows:
        assert row.count("|") == 8, row
        items = [item for cell in row.split("|") if cell for item in cell.split("; ")]
        assert all(item and item == item.strip() and ";" not in item for item in items), row


def test_the_members_of_the_united_nations_are_all_there() -> None:
    today = [state for state in all_states() if not state.former and not state.territory]
    assert len(today) == 193 + len(["Holy See", "Palestine", "Kosovo", "Taiwan", "Western Sahara"])
    assert all(state.official and len(state.iso2) == 2 and len(state.iso3) == 3 for state in today)


def test_parts_of_the_table_are_in_alphabetical_order() -> None:
    for part in (states_table.STATES, states_table.TERRITORIES, states_table.FORMER):
        names = [fold(row.split("|")[0]) for row in part.splitlines()]
        assert names == sorted(names)


def test_codes_are_unique() -> None:
    every = [(code, state) for state in all_states() for code in set(codes(state))]
    assert len({code for code, _ in every}) == len(every)
    assert all(code.isascii() and code.isupper() and len(code) in (2, 3) for code, _ in every)


def test_no_word_is_claimed_by_two_states() -> None:
    owners: dict[str, str] = {}
    for part in (states_table.STATES, states_table.TERRITORIES, states_table.FORMER):
        for row in part.splitlines():
            cells = row.split("|")
            for item in chain.from_iterable(cell.split("; ") for cell in cells[:2] + cells[5:] if cell):
                if not item.startswith("!"):
                    assert owners.setdefault(words_of(fold(item)), cells[0]) == cells[0], item


def test_no_name_is_another_states_code() -> None:
    by_code = {fold(code): state for state in all_states() for code in codes(state)}
    for name, state in state_names().items():
        assert by_code.get(fold(name), state) is state, name


@given(states, st.sampled_from([str.upper, str.lower, str.title, str.swapcase, fold]))
def test_names_are_recognised_whatever_their_case_and_accents(state: State, spell: type[str]) -> None:
    for name in (state.name, state.official):
        assert state_named(spell(name)) is state
        assert state_named(f" the {spell(name)} ") is state


@given(states)
def test_alpha_3_and_cameo_codes_are_recognised(state: State) -> None:
    for code in (state.iso3, *state.cameo):
        if code:
            assert state_named(code) is state_named(code.lower()) is state


def test_alpha_2_codes_of_states_are_recognised() -> None:
    for state in all_states():
        if not state.territory and not state.former:
            assert state_named(state.iso2) is state_named(state.iso2.lower()) is state


@given(st.text())
def test_any_text_is_a_state_or_none(text: str) -> None:
    assert state_named(text) is None or isinstance(state_named(text), State)


@pytest.mark.parametrize("sort", SORTS)
def test_words_of_every_sort_lead_to_the_states_that_claim_them(sort: Sort) -> None:
    columns = {"name": (0, 1, 5), "capital": (6,), "demonym": (7,), "metonym": (8,)}[sort]
    claimed = {
        word: state
        for state in all_states()
        for column in columns
        for word in state.row.split("|")[column].split("; ")
        if word and not word.startswith("!")
    }
    assert state_names(sort) == claimed


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Japan", "Japan"),
        ("jpn", "Japan"),
        ("JP", "Japan"),
        ("NO", "Norway"),
        ("no", "Norway"),
        ("NA", "Namibia"),
        ("côte d’ivoire", "Ivory Coast"),
        ("COTE D'IVOIRE", "Ivory Coast"),
        ("Burma", "Myanmar"),
        ("Czechia", "Czech Republic"),
        ("Türkiye", "Turkey"),
        ("turkiye", "Turkey"),
        ("UK", "United Kingdom"),
        ("Great Britain", "United Kingdom"),
        ("u.s.", "United States"),
        ("U.S.A.", "United States"),
        ("The United States of America", "United States"),
        ("ROK", "South Korea"),
        ("Korea, Republic of", "South Korea"),
        ("Korea (Republic of)", "South Korea"),
        ("Korea, South", "South Korea"),
        ("Korea, Democratic People's Republic of", "North Korea"),
        ("DPRK", "North Korea"),
        ("D.P.R.K.", "North Korea"),
        ("DRC", "Democratic Republic of the Congo"),
        ("Congo, Democratic Republic of the", "Democratic Republic of the Congo"),
        ("Congo-Kinshasa", "Democratic Republic of the Congo"),
        ("Congo (Brazzaville)", "Republic of the Congo"),
        ("Republic of Congo", "Republic of the Congo"),
        ("Iran (Islamic Republic of)", "Iran"),
        ("Myanmar (Burma)", "Myanmar"),
        ("St. Lucia", "Saint Lucia"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("Guinea Bissau", "Guinea-Bissau"),
        ("São Tomé", "São Tomé and Príncipe"),
        ("Viet Nam", "Vietnam"),
        ("Republic of China", "Taiwan"),
        ("People’s Republic of China", "China"),
        ("PRC", "China"),
        ("ROM", "Romania"),
        ("TMP", "East Timor"),
        ("WSB", "Palestine"),
        ("GZS", "Palestine"),
        ("MTN", "Montenegro"),
        ("Vatican", "Holy See"),
        ("Hong Kong", "Hong Kong"),
        ("Macao", "Macau"),
        ("American Samoa", "American Samoa"),
        ("Russian Federation", "Russia"),
        ("Soviet Union", "Soviet Union"),
        ("USSR", "Soviet Union"),
        ("SUN", "Soviet Union"),
        ("Russian Empire", "Russian Empire"),
        ("GDR", "East Germany"),
        ("DDR", "East Germany"),
        ("Federal Republic of Germany", "Germany"),
        ("Federal Republic of Yugoslavia", "Serbia and Montenegro"),
        ("Austria–Hungary", "Austria-Hungary"),
        ("Dutch East Indies", "Dutch East Indies"),
        ("Georgia", "Georgia"),
        ("Ireland", "Ireland"),
        ("Guinea", "Guinea"),
        ("Macedonia", "North Macedonia"),
    ],
)
def test_actors_as_written_are_recognised(text: str, state: str) -> None:
    assert known(text) == state


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "the",
            "Tokyo",
            "Japanese",
            "Kremlin",
            "Korea",
            "Congo",
            "New Guinea",
            "Northern Ireland",
            "England",
            "Virgin Islands",
        ),
        *(
            "United Nations",
            "EU",
            "PM",
            "AI",
            "PR",
            "China (Taiwan)",
            "Japan and Russia",
            "Japan, Russia",
            "N.O.",
            "Jap*",
        ),
        "Japan" * 100,
    ],
)
def test_what_is_no_state_or_two_is_not_recognised(text: str) -> None:
    assert known(text) == ""


def test_former_states_are_marked_and_are_not_their_successors() -> None:
    former = {state.name for state in all_states() if state.former}
    assert {
        "Soviet Union",
        "Yugoslavia",
        "Czechoslovakia",
        "East Germany",
        "West Germany",
        "Ottoman Empire",
    } < former
    assert not former & {state.name for state in all_states() if not state.former}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared CAMEO and ISO lists are not beside the project")
def test_every_cameo_country_code_is_recognised_or_known_to_be_none() -> None:
    with (SHARED / "cameoCountry.txt").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    unknown = {row["CODE"] for row in rows if not known(row["CODE"])}
    assert unknown == CAMEO_WITHOUT_A_STATE
    misspelt = {"Columbia", "Occupied Palestinian Territory"}
    for row in rows:
        if row["CODE"] not in unknown and row["LABEL"] not in misspelt:
            assert known(row["LABEL"]) == known(row["CODE"]), row


@pytest.mark.skipif(not SHARED.exists(), reason="the shared CAMEO and ISO lists are not beside the project")
def test_every_iso_row_is_recognised() -> None:
    lines = (SHARED / "countryInfo.txt").read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(("ISO\t", "#ISO\t")))
    rows = [line.split("\t") for line in lines[start + 1 :] if line.strip()]
    assert len(rows) > 245
    for iso2, iso3, _, _, name, capital, *_ in rows:
        state = state_named(iso3)
        assert state is not None, name
        assert state.iso2 == iso2
        assert state_named(name) is state, name
        if (
            capital.strip()
            and not state.territory
            and fold(capital) not in map(fold, (state.name, *state.names))
        ):
            spellings = {
                words_of(fold(known)) for known in state.row.split("|")[6].replace("!", "").split("; ")
            }
            assert words_of(fold(capital)) in spellings or iso3 == "PSE", (name, capital)


def test_the_table_is_read_only_when_a_state_is_asked_for() -> None:
    program = "import sys, timeline.states; assert 'timeline.states_table' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).resolve().parents[1])


def owner(text: str) -> str:
    state = organ_of(text)
    return state.name if state else ""


@given(st.sampled_from(all_states()))
def test_organs_include_the_state_itself(state: State) -> None:
    for text in (state.name, state.official, state.iso3):
        assert organ_of(text) is state_named(text)


@given(
    st.sampled_from(sorted(state_names("demonym").items())),
    st.sampled_from(["Foreign Ministry", "government", "Ambassador to Narnia"]),
)
def test_a_demonym_before_an_office_owns_it(word: tuple[str, State], office: str) -> None:
    demonym, state = word
    assert organ_of(demonym) is state
    assert organ_of(f"{demonym} {office}") is state
    assert organ_of(f"the {demonym.upper()} {office}") is state


@given(st.sampled_from(sorted(state_names().items())))
def test_a_ministry_of_a_state_is_its_organ(word: tuple[str, State]) -> None:
    name, state = word
    assert organ_of(f"Ministry of Foreign Affairs of the {name}") is state
    assert organ_of(f"{name}'s Prime Minister") is state
    assert organ_of(f"Foreign Affairs ({name})") is state


@given(st.text())
def test_any_text_is_an_organ_or_none(text: str) -> None:
    assert organ_of(text) is None or isinstance(organ_of(text), State)


def test_false_friends_are_no_words_of_a_state() -> None:
    own = {words_of(fold(word)) for sort in SORTS for word in state_names(sort)}
    assert not own & {
        words_of(fold(word)) for word in states_table.FALSE_FRIENDS.replace("\n", "; ").split("; ") if word
    }


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Tokyo", "Japan"),
        ("Moscow", "Russia"),
        ("Japanese", "Japan"),
        ("Kremlin", "Russia"),
        ("the Kremlin", "Russia"),
        ("White House", "United States"),
        ("Elysee", "France"),
        ("Downing Street", "United Kingdom"),
        ("Washington, D.C.", "United States"),
        ("Japanese Foreign Ministry", "Japan"),
        ("Foreign Ministry of Japan", "Japan"),
        ("Russian government", "Russia"),
        ("Ministry of Foreign Affairs of the Russian Federation", "Russia"),
        ("MFA Russia", "Russia"),
        ("Russian MFA", "Russia"),
        ("Russian Foreign Ministry Spokeswoman Maria Zakharova", "Russia"),
        ("Kremlin spokesman Dmitry Peskov", "Russia"),
        ("Japan’s Foreign Minister", "Japan"),
        ("Tokyo government", "Japan"),
        ("US Embassy in Japan", "United States"),
        ("Embassy of Japan in Moscow", "Japan"),
        ("Russian Ambassador to Japan", "Russia"),
        ("Permanent Mission of Japan to the United Nations", "Japan"),
        ("US Embassy Tokyo", "United States"),
        ("Foreign Affairs (Bangladesh)", "Bangladesh"),
        ("High Ranking Military Personnel (Vietnam)", "Vietnam"),
        ("South Korean Ministry of Unification", "South Korea"),
        ("Government of the Republic of Korea", "South Korea"),
        ("Georgian Parliament", "Georgia"),
        ("Guinea-Bissau government", "Guinea-Bissau"),
        ("Papua New Guinea Prime Minister", "Papua New Guinea"),
        ("Equatorial Guinea's president", "Equatorial Guinea"),
        ("Soviet Foreign Ministry", "Soviet Union"),
        ("Foreign Ministry of the Russian Empire", "Russian Empire"),
        ("Government of the Dutch East Indies", "Dutch East Indies"),
        ("American Samoa government", "American Samoa"),
        ("East German Politburo", "East Germany"),
        ("Nigerien junta", "Niger"),
        ("Sublime Porte", "Ottoman Empire"),
        ("Polish Sejm", "Poland"),
        ("Central Bank of Russia", "Russia"),
        ("British Virgin Islands Premier", "British Virgin Islands"),
    ],
)
def test_organs_are_found(text: str, state: str) -> None:
    assert owner(text) == state


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Japan Times",
            "Bank of America",
            "Moscow State University",
            "Moscow City Court",
            "Tokyo Metropolitan Government",
            "Brussels",
        ),
        *(
            "Korean Foreign Ministry",
            "Congolese army",
            "Northern Ireland Assembly minister",
            "New Guinea government",
            "Maria Zakharova",
        ),
        *(
            "American Indian leader",
            "Latin American officials",
            "Indian National Congress",
            "Georgia Secretary of State",
            "Georgia Governor",
        ),
        *(
            "EU Delegation to Japan",
            "UN Mission in South Sudan",
            "UN Special Envoy for Syria",
            "NATO–Russia Council",
            "Foreign Ministry",
        ),
        *(
            "US-Japan Joint Military Committee",
            "Russian opposition leader",
            "former Japanese Prime Minister",
            "Syrian Democratic Forces",
        ),
        *(
            "Irish Republican Army",
            "pro-Russian officials",
            "Washington Post",
            "Turkish Cypriot leader",
            "Kosovo Liberation Army",
            "Male",
        ),
        *("Victoria", "Jerusalem", "", "Japanese Foreign Ministry " * 20),
    ],
)
def test_false_friends_are_left_alone(text: str) -> None:
    assert owner(text) == ""


@pytest.mark.skipif(not ICEWS.exists(), reason="the shared ICEWS sample is not beside the project")
def test_government_actors_of_a_real_file_act_for_their_country() -> None:
    with ICEWS.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    actors = {(row[f"{end} Name"], row[f"{end} Country"]) for row in rows for end in ("Source", "Target")}
    found = [
        (name, organ_of(name), state_named(country))
        for name, country in actors
        if organ_of(name) and state_named(country)
    ]
    assert len(found) > 50
    assert [(name, str(organ)) for name, organ, country in found if organ is not country] == []
