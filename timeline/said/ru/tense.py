"""Whether a Russian clause tells of what has been or of what will be, by the verb nearest to an expression.

The past of a Russian verb ends in -л, as few nouns do. What is to come is told by the present of perfective verbs, which
nothing but a list tells from other verbs, or by words like "намечено".
"""

from collections.abc import Iterable

from timeline.folding import fold
from timeline.said.chart import Chart
from timeline.said.clauses import after, before, ends_sentence, word, word_list
from timeline.said.policies import AHEAD, PAST, UNTOLD

_PAST_ENDINGS = ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "шел")
_NO_VERBS = word_list(
    "посол генерал адмирал маршал канал журнал финал капитал материал персонал потенциал сигнал филиал идеал ритуал"
    " зал вокзал вал бал балл металл футбол протокол отдел раздел предел удел стол пол угол узел орел тыл пыл ил"
    " квартал интервал арсенал криминал терминал скандал оригинал тоннель"
    " сила школа скала стрела дела села тела числа масла стекла правила глава начала пчела шкала хвала зола"
    " дело село тело число масло стекло правило зло мыло горло начало"
    " если или ли цели роли доли мысли отрасли земли торговли недели модели соли боли рубли корабли медали детали пыли"
)
# The stems of perfective verbs that news tells of what is to come by, and the endings of their present.
_PERFECTIVE = word_list(
    "встрет посет заверш продолж состо выступ вступ наступ поступ отправ направ представ поставл объяв заяв подтверд"
    " утверд обсуд прекрат обрат восстанов останов установ рассмотр провер получ реш заплат прилет вылет сообщ предлож"
    " отлож подготов заключ назнач удво отмен возглав прибуд пройд прид приед верн начн прим сним провед привед подпиш"
    " откро закро возьм собер войд выйд перейд поед уед смож стан да созда опублику внес покин обойд отчита исполн появ"
    " улучш увелич сократ продл улет отлет приступ вруч постро запуст сыгра переда прода выда достав выдел повыс сниз"
    " расскаж ответ назов выбер избер введ вывед перевед увид потребу попрос добь построи созов соглас откаж призов"
)
_ENDINGS = [ending + self for ending in ("ит", "ят", "ат", "ет", "ут", "ют", "ст") for self in ("", "ся")]
_FUTURE = frozenset(fold(stem + ending) for stem in _PERFECTIVE for ending in _ENDINGS) - {"состоит"}
_AHEAD = tuple(
    "буд долж намерен намечен запланирован назначен планиру ожида предсто обеща рассчитыва надлежит срок истека".split()  # noqa: SIM905
)
_UNTIL = ("к", "ко", "до")
# To a day to come.
_PUT_OFF = tuple("продл отлож отсроч перенес приостанов договор соглас призва поруч".split())  # noqa: SIM905
_INFINITIVE = ("ть", "ться", "ти", "тись", "чь")
_NEAR = 4  # words between an infinitive and the date that is its own
_CLAUSE = frozenset(",:–()«»")


def tense(chart: Chart, first: int, end: int) -> int:
    """PAST, AHEAD or UNTOLD for the tokens `first` to `end`: by the nearest verb of their clause, else of their sentence."""
    ahead = () if end and ends_sentence(chart, end - 1) else tuple(after(chart, end))
    behind = tuple(before(chart, first))
    lead = word(chart, first - 1)
    own = list(_clause(chart, behind))
    aimed = lead in ("до", "на") or any(word(chart, at).endswith(_INFINITIVE) for at in own[:_NEAR])
    if aimed and any(word(chart, at).startswith(_PUT_OFF) for at in own):
        return AHEAD
    for places in (_clause(chart, behind), _clause(chart, ahead), behind, ahead):
        for at in places:
            found = told(chart, at)
            if found:
                return found
    return AHEAD if lead in _UNTIL else UNTOLD


def _clause(chart: Chart, places: Iterable[int]) -> Iterable[int]:
    """The places up to where a clause ends."""
    for at in places:
        if chart.tokens[at].word in _CLAUSE:
            return
        yield at


def told(chart: Chart, at: int) -> int:
    """What the word at a place tells by itself, if it is a verb."""
    return _told(chart.tokens[at].word)


def _told(one: str) -> int:
    """What a word tells, if it is a verb.

    >>> [_told(one) for one in ("подписали", "начавшиеся", "посол", "подпишут", "намечено", "подписывают")]
    [-1, -1, 0, 1, 1, 0]
    """
    if one in _FUTURE or one.startswith(_AHEAD):
        return AHEAD
    verb = len(one) > 2 and one.endswith(_PAST_ENDINGS) and one not in _NO_VERBS
    return PAST if verb or "вш" in one[-7:] else UNTOLD  # a participle: начавшиеся
