"""What diplomatic verbs and nouns say happened: a small table onto the root codes of CAMEO.

The roots are those of the CAMEO codebook (1.1b3). A verb is listed by its plain form; its regular forms are derived,
irregular ones stand beside it.
"""

from functools import cache

from timeline.said.clauses import word_list

ROOTS = {
    "01": "make a public statement",
    "02": "appeal",
    "03": "express intent to cooperate",
    "04": "consult",
    "05": "cooperate diplomatically",
    "06": "cooperate materially",
    "07": "provide aid",
    "08": "yield",
    "09": "investigate",
    "10": "demand",
    "11": "disapprove",
    "12": "reject",
    "13": "threaten",
    "14": "protest",
    "15": "show force",
    "16": "reduce relations",
    "17": "coerce",
    "18": "assault",
    "19": "fight",
    "20": "use mass violence",
}
_VERBS = {
    "01": "say/said tell/told announce declare state note stress report confirm claim comment explain emphasize add brief speak/spoke"
    " publish issue reiterate mention inform clarify remark express voice",
    "02": "appeal urge request ask call invite propose suggest recommend",
    "03": "agree vow pledge promise offer plan intend commit",
    "04": "meet/met visit talk negotiate discuss consult host hold/held receive arrive attend convene travel/traveled/travelled fly/flew resume gather open phone mediate"
    " welcome engage chair exchange",
    "05": "sign ratify recognize recognise conclude initial accede join endorse establish restore approve adopt support praise apologize normalize renew"
    " extend appoint hail back accredit present nominate elect swear/swore/sworn inaugurate found",
    "06": "cooperate trade deliver supply export import share",
    "07": "donate aid fund lend/lent finance evacuate",
    "08": "lift release free concede resign cede return ease repatriate demobilize relinquish surrender transfer",
    "09": "investigate probe inspect inquire",
    "10": "demand insist order",
    "11": "condemn criticize criticise accuse denounce protest deplore dispute complain deny/denied sue blame",
    "12": "reject refuse veto block decline oppose boycott suspend cease halt cancel/canceled/cancelled postpone scrap abandon break/broke/broken freeze/froze/frozen quit",
    "13": "threaten warn",
    "14": "rally demonstrate march strike/struck riot",
    "15": "deploy mobilize mobilise test launch patrol",
    "16": "withdraw/withdrew/withdrawn expel recall sever sanction blacklist downgrade close leave/left terminate denounce shut",
    "17": "annex incorporate seize occupy arrest detain impose ban confiscate blockade partition divide",
    "18": "attack kill assassinate bomb kidnap shoot/shot",
    "19": "invade fight/fought clash shell capture defeat raid conquer sink/sank/sunk",
    "20": "massacre expulse",
}
_NOUNS = {
    "01": "statement briefing announcement declaration speech address interview communique communiqué remarks report",
    "02": "appeal request proposal",
    "03": "pledge offer",
    "04": "talks negotiations meeting summit visit conference session consultations dialogue congress",
    "05": "treaty agreement accord pact protocol convention resolution memorandum charter ratification recognition armistice ceasefire truce",
    "10": "demand ultimatum",
    "11": "protest complaint",
    "12": "veto refusal",
    "14": "rally demonstration strike march",
    "16": "withdrawal expulsion sanctions",
    "17": "annexation occupation blockade incorporation",
    "18": "attack bombing assassination",
    "19": "invasion war battle raid",
}
SPEECH = word_list(
    "said says say told tells announced announces stated states noted notes stressed added "
    "reported confirmed claimed explained emphasized declared recalled remarked commented "
    "informed reiterated warned"
)
# Verbs of deeds that may be of any kind: one sends envoys, aid and troops.
_DEEDS = (
    "send/sent hand lodge summon dismiss oust topple overrun/overran overthrow/overthrew/overthrown storm dissolve evict fire exchange reopen"
    " telephone thank regret echo abolish reinforce ship"
)
# Verbs that leave it to a noun to say what happened: "a visit took place".
LIGHT_VERBS = word_list(
    "made took takes gave got came went saw found kept let used put set did had was were been need based"
)
# With which of them they tell by themselves: "took part", "came into force".
FULL_WITH = (
    r"(?:took|takes|taken) (?:part|up|over|office|power|control|out|aim|back|in|effect|hold|shape|shelter|refuge|command|charge)\b|(?:came|went) (?:in)?to (?:force|effect|power)\b"
    r"|set (?:up|out|off)\b|gave (?:up|back|in)\b"
)
# Verbs of events of every kind, which tell none by themselves.
NEUTRAL_VERBS = word_list(
    "begin begins beginning start starts starting end ends ending continue continues continuing expire expires expiring enter enters entering"
    " take takes taking become becomes reach reaches reaching happen happens vote votes voting serve serves remain remains move moves return returns"
)
BARE_STATES = word_list(
    "is are was were be been being has have had does did do will would may might can could should"
)


def forms(verb: str) -> tuple[str, ...]:
    """The forms of a verb given as in the table: plain, or plain/past/participle.

    >>> forms("announce"), forms("meet/met")
    (('announce', 'announces', 'announced', 'announcing'), ('meet', 'meets', 'meeting', 'met'))
    """
    plain, *irregular = verb.split("/")
    stem = plain[:-1] if plain.endswith("e") and not plain.endswith("ee") else plain
    if plain.endswith("ee"):
        return (plain, f"{plain}s", f"{plain}d", f"{plain}ing")
    third = plain + ("es" if plain.endswith(("s", "sh", "ch", "x", "o")) else "s")
    doubled = {
        "plan": "plann",
        "ban": "bann",
        "sever": "sever",
        "quit": "quitt",
        "expel": "expell",
        "travel": "travel",
        "cancel": "cancell",
        "sign": "sign",
        "free": "fre",
        "scrap": "scrapp",
        "swear": "swear",
        "permit": "permitt",
        "commit": "committ",
        "host": "host",
        "transfer": "transferr",
        "shut": "shutt",
        "ship": "shipp",
    }.get(plain, stem)
    if plain.endswith("y") and plain[-2] not in "aeou":
        third, past = plain[:-1] + "ies", plain[:-1] + "ied"
    else:
        past = doubled + "ed"
    ing = doubled + "ing"
    return (plain, third, ing, *irregular) if irregular else (plain, third, past, ing)


@cache
def verb_roots() -> dict[str, str]:
    """CAMEO roots by every form of every verb."""
    table: dict[str, str] = {}
    for root, verbs in _VERBS.items():
        for verb in verbs.split():
            for form in forms(verb):
                table.setdefault(form, root)
    return table


@cache
def deeds() -> frozenset[str]:
    """Every form of the verbs that tell a deed, of whichever kind."""
    return frozenset(form for verb in _DEEDS.split() for form in forms(verb))


@cache
def noun_roots() -> dict[str, str]:
    """CAMEO roots by the nouns that name an event."""
    return {noun: root for root, nouns in _NOUNS.items() for noun in nouns.split()}


# Wars that English calls by a name, with the years that everyone counts: "after the end of the war" needs them.
WARS = {
    "first world war": (1914, 1918),
    "world war i": (1914, 1918),
    "second world war": (1939, 1945),
    "world war ii": (1939, 1945),
    "korean war": (1950, 1953),
    "vietnam war": (1955, 1975),
    "cold war": (1947, 1991),
    "gulf war": (1990, 1991),
    "falklands war": (1982, 1982),
}
