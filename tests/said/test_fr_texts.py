"""French running text: the tense of a clause, and what stands for a date and what does not."""

import pytest

from timeline.said.chart import Chart
from timeline.said.fr.tense import tense
from timeline.said.languages import text_grammar
from timeline.said.policies import AHEAD, PAST, UNTOLD


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le ministre est arrivé vendredi.", PAST),
        ("Il s'était rendu vendredi à Sofia.", PAST),
        ("La ministre, qui recevait ses alliés vendredi, doit leur écrire.", PAST),
        ("Vendredi, le Premier ministre et deux alliés ont assisté au vote.", PAST),
        ("Les cités se battirent vendredi.", PAST),
        ("Le texte, conclu vendredi, est public.", PAST),
        ("Il rencontrera vendredi le président.", AHEAD),
        ("Ils se retrouveront vendredi.", AHEAD),
        ("Le texte devrait être signé vendredi.", AHEAD),
        ("Le texte sera signé vendredi.", AHEAD),
        ("Elle est attendue vendredi à Paris.", AHEAD),
        ("Une visite est prévue vendredi.", AHEAD),
        ("Les syndicats ont appelé à manifester vendredi.", AHEAD),
        ("Il doit se rendre vendredi à Sofia.", AHEAD),
        ("Les députés vendredi.", UNTOLD),
        ("Le conseil de sécurité vendredi.", UNTOLD),
        ("L'opéra du front vendredi.", UNTOLD),
        ("Il reste fermé, a-t-il dit. Vendredi.", UNTOLD),
    ],
)
def test_a_clause_tells_its_tense(text: str, told: int) -> None:
    chart = Chart(text_grammar("fr"), text, cased=True)
    (at,) = (number for number, token in enumerate(chart.tokens) if token.word == "vendredi")
    assert tense(chart, at, at + 1) == told
