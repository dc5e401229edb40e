"""The language of a text is told by its commonest words, and what is not read is not taken for what is."""

import pytest
from drafts.gold_articles import ARTICLES, IN_OTHER_LANGUAGES, Gold

from timeline.drafts.languages import language_of


@pytest.mark.parametrize(
    "gold", [*ARTICLES, *IN_OTHER_LANGUAGES], ids=lambda gold: f"{gold.language} {gold.name}"
)
def test_the_gold_articles_are_in_their_languages(gold: Gold) -> None:
    assert language_of(gold.text) == gold.language


@pytest.mark.parametrize(
    "text",
    [
        "Die Außenminister haben am Montag in Wien das Abkommen unterzeichnet. Das Parlament wird im Mai über den Vertrag abstimmen.",
        "Los ministros firmaron el lunes en Madrid un acuerdo que pone fin a las disputas por las aguas del río y de la frontera.",
        "I ministri hanno firmato lunedì a Roma un accordo che mette fine alla disputa per le acque del fiume e della frontiera.",
        "Os ministros assinaram na segunda-feira em Lisboa um acordo que põe fim à disputa pelas águas do rio e da fronteira.",
        "De ministers hebben maandag in Den Haag een akkoord ondertekend dat een einde maakt aan het geschil over het water van de rivier.",
        "Ministrowie podpisali w poniedziałek w Warszawie umowę, która kończy spór o wody rzeki i o granicę, i że nie jest to koniec.",
        "Міністри підписали в понеділок у Києві угоду, яка завершує суперечку про води річки та про кордон, і це не є кінець.",
    ],
    ids=["de", "es", "it", "pt", "nl", "pl", "uk"],
)
def test_a_language_that_is_not_read_is_none_of_ours(text: str) -> None:
    assert language_of(f"{text} " * 3) is None
