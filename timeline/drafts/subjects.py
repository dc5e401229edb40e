"""Who or what a title tells of, in few words."""

import re

from timeline.drafts.actors import people
from timeline.said.clauses import word_list
from timeline.said.en.tense import past

SUBJECT_WORDS = 6  # that a subject keeps when the title is too long
JOINED_WORDS = 12  # the same, where two are joined: both are told
FULL_NAME = r"(?:[A-Z][\w.'’-]*|al|bin|de|van|von)(?:[ -](?:[A-Z][\w.'’-]*|al|bin|de|van|von)){1,4}"
_OPENS = "After|Before|In|On|At|During|Since|By|Following|Despite|Under|With|For|From|Until"
# "The envoy, Anna Borg" and "Malta, the smallest member": one thing said in two ways.
APPOSED = rf"(?!(?:If|When|While|As|Although|Though|Once|Because|{_OPENS})\b|[^,]*\b(?:and|later|earlier|ago)\b)[^,]+, (?:{FULL_NAME}|(?!(?:the|an?) [^,]+ and (?:(?:the|an?) |[A-Z]\S+$))(?:the|an?|one) [^,]+),?"
_DESCRIBING = r"(?:the|an?|its|his|her|their|one|\d+|[a-z]+ing|[A-Z]\w+['’]s)\b"
TAIL = word_list(
    "the a an of in on at by to for with and or but that its his her their from as into over upon about against"
    " around under after before during following via per amid without within among near towards including such based since until i.e e.g"
    " between which who whose when where is was were be been has have had not due then will would could can may might must shall should a an some"
)


def undescribed(subject: str) -> str:
    """The subject without what only describes it between commas; the name stays.

    >>> undescribed("Malta, the smallest member,"), undescribed("The envoy, Anna Borg, and her host, Carlo Rossi,")
    ('Malta', 'The envoy and her host')
    """
    first, *others = (part.strip() for part in subject.strip(" ,").split(","))
    kept = first
    for part in others:
        name = re.fullmatch(FULL_NAME, part)
        if name and re.match(r"(?:His|Her|Its|Their)\b", kept):
            kept = part  # whose predecessor it was, the title cannot say
        elif part.startswith("and "):
            kept += f" {part}"
        elif not (name and re.search(r" and |\b[a-z]+$", kept)) and not _describes(part):
            kept += f", {part}"
    return kept


def _describes(part: str) -> bool:
    """Whether what stands between commas says what the subject is, or what was done to it: "built in Malta"."""
    return re.match(_DESCRIBING, part) is not None or past(part.partition(" ")[0])


def pair(subject: str) -> str:
    """The two people that a subject joins, without their offices; "" for others."""
    names = [person.name for person in people(subject) if " " in person.name]
    joined = len(names) == 2 and " and " in subject and subject.endswith(names[-1])
    return " and ".join(names) if joined else ""


def brief(subject: str) -> str:
    """A subject in at most six words: people without their offices, things without what describes them."""
    if both := pair(subject):
        return both
    if " and " not in subject and (person := _person(subject)):
        return person
    words = subject.split()
    if len(words) <= (JOINED_WORDS if " and " in subject else SUBJECT_WORDS):
        return subject
    cut = re.match(
        r"(?:\S+\s+){1,5}?\S+?(?=,?\s+(?:for|to|with|from|between|on|in|at|by|who|which)\s|,\s)", subject
    )
    kept = (
        words[:SUBJECT_WORDS] if words[SUBJECT_WORDS - 1].lower() not in TAIL else words[: SUBJECT_WORDS - 1]
    )
    cut = cut or re.match(r"(?:\S+\s+){1,4}?\S+?(?=\s+of\s)", subject)
    kept = cut[0].split() if cut else kept
    described = len(kept) > 2 and past(kept[-1]) and kept[-2].lower() not in TAIL | {"are", "have"}
    return " ".join(kept[:-1] if described else kept)  # "the jet equipped with new tubes" is the jet


def _person(subject: str) -> str:
    """The person that a subject ends with, named after an office."""
    return next((p.name for p in people(subject) if " " in p.name and subject.endswith(p.name)), "")
