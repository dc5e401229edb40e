"""Plurals and pronouns that name nobody: whom they stand for is said where it is sure, and left out where it is not."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.drafts.proposals import propose

TODAY = days_from_civil(2021, 5, 7)
LEAD = "Malta and Peru agreed on a pact on Monday."


def last(*sentences: str) -> tuple[str, set[str], str]:
    """Title, actors and reason of the last event that the sentences tell."""
    text = " ".join(("OSLO, May 6, 2021 (NPA) -", *sentences))
    one = propose(text, today=TODAY).proposals[-1]
    return one.event.title, set(one.event.actors), one.reason


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The two sides signed a memorandum on Tuesday.", "Malta and Peru signed memorandum"),
        ("Both countries signed a memorandum on Tuesday.", "Malta and Peru signed memorandum"),
        ("The neighbours signed a memorandum on Tuesday.", "Malta and Peru signed memorandum"),
        ("The two presidents signed a memorandum on Tuesday.", "Presidents of Malta and Peru signed memorandum"),
        ("The ministers signed a memorandum on Tuesday.", "Ministers of Malta and Peru signed memorandum"),
        ("The envoys of the two countries met on Tuesday.", "Envoys of Malta and Peru met"),
        ("Chad's envoy met negotiators of the two sides in Oslo on Tuesday.", "Chad's envoy met negotiators of Malta and Peru in Oslo"),
        ("The two countries' envoys met on Tuesday.", "Malta and Peru's envoys met"),
        ("Chad said the two sides would meet on Friday.", "Malta and Peru would meet"),
    ],
)  # fmt: skip
def test_a_plural_stands_for_the_parties_named_together(sentence: str, title: str) -> None:
    told, actors, reason = last(LEAD, sentence)
    assert told == title
    assert actors >= {"Malta", "Peru"}
    assert 'read as "Malta and Peru"' in reason


@pytest.mark.parametrize(
    ("sentences", "names"),
    [
        # Those of the same sentence, then those of the one before, then those of the opening.
        ((LEAD, "Malta's envoy visited Tunis on Tuesday and the two sides signed a memorandum."), {"Malta", "Tunisia"}),
        ((LEAD, "Chad and Mali held talks.", "The two sides signed a memorandum on Tuesday."), {"Chad", "Mali"}),
        ((LEAD, "Chad and Mali held talks.", "Rain fell.", "The two sides signed a memorandum on Tuesday."), {"Malta", "Peru"}),
        # Who acts on both sides is none of them, and who only vouches for the news neither.
        ((LEAD, "The U.N. envoy for Chad urged both sides on Tuesday to show restraint."), {"Malta", "Peru", "United Nations", "Chad"}),
        (("Malta and Peru agreed on a pact on Monday, Chad and Mali said.", "The two sides signed it on Tuesday."), {"Malta", "Peru"}),
        # Who names three leaves the two out.
        (("Malta, Peru and Chad agreed on a pact on Monday.", "Envoys of the two sides met in Oslo on Tuesday."), set()),
        (("Malta, Peru and Chad agreed on a pact on Monday.", "The three countries signed it on Tuesday."), {"Malta", "Peru", "Chad"}),
        # No body is a country, and who visits whom is nearer than nobody, but not than those meant before.
        ((LEAD, "NATO envoys visited Tunis.", "The two countries signed a memorandum on Tuesday."), {"Malta", "Peru"}),
        ((LEAD, "Chad's envoy visited Tunis and asked the two sides to sign.", "The two sides signed on Tuesday."), {"Malta", "Peru"}),
        ((LEAD, "Chad met several of the leaders on Tuesday."), {"Chad"}),
        ((LEAD, "The parties to the pact met on Tuesday."), set()),
        ((LEAD, "The leaders of Chad and Mali met on Tuesday."), {"Chad", "Mali"}),
    ],
)  # fmt: skip
def test_the_nearest_parties_are_meant_or_none(sentences: tuple[str, ...], names: set[str]) -> None:
    assert last(*sentences)[1] == names


@pytest.mark.parametrize(
    ("sentences", "title"),
    [
        # An office that one person holds is that person, and a name in between is not who acted.
        (("Foreign Secretary Anna Borg left on Monday.", "On Tuesday, the Foreign Secretary met Secretary of State Jan Berg.", "She also signed a letter."), "Anna Borg signed letter"),
        (("The ship brought President Jan Berg and Minister Anna Borg on Monday.", "He left on Tuesday."), "He left"),
        (("Minister Anna Borg arrived on Monday.", "Earlier on Monday, she laid a wreath in Oslo."), "Anna Borg laid wreath in Oslo"),
        (("Malta closed its port on Monday.", "On May 4, it recalled its envoy."), "Malta recalled its envoy"),
        # No "it" is somebody, and a charge is theirs who make it.
        (("Malta and Peru rejected the accord.", "Envoy Anna Borg said it was signed in haste on Monday."), "Accord was signed in haste"),
        (("The envoy of Malta countered that the draft imposed a ban.",), "Envoy of Malta countered that draft imposed ban"),
        (("Malta held talks here on Monday.",), "Malta held talks in Oslo"),
    ],
)  # fmt: skip
def test_a_title_says_who_acted(sentences: tuple[str, ...], title: str) -> None:
    assert last(*sentences)[0] == title
