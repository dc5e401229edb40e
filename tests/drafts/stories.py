"""Invented news and the events that an analyst would record of it, and how well `draft` proposes them.

A story has its `text` and its `events`: `in`, words of the sentence that tells it; `date`, the dates that are acceptable;
`title`, the heads of subject, verb and object, which a title has in this order (`a/b` either, `_` a space, each the
beginning of a word); `actors`, the states and bodies that the clause names (the story's `people` may be named too);
`optional`, where analysts would differ: it counts for nobody. What has no event is background or opinion, and a proposal from it is one too many. The files called
`seen` may be looked at by those who write the rules; `scored` ones are only scored. All of these were
written before `draft` was run on any of them. The `dense` ones, in the long sentences of agency copy, were written after,
to say how far the others flatter.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

import timeline
from timeline.model import Event

FOLDER = Path(__file__).parent / "stories"
LONGEST = 110  # characters of a title
PRONOUNS = set("he she it they we i who which that this these those his her their its him them".split())  # noqa: SIM905 - words read better so
DANGLING = set(  # what no title ends with
    "a an the of to in on at by for from with and or but as after before during that which who was is were are be been has have had will would not its their his her said also".split()  # noqa: SIM905
)
ONE_NAME = {
    "u.s.": "united states", "us": "united states", "britain": "united kingdom", "uk": "united kingdom",
    "un": "united nations", "u.n.": "united nations", "un security council": "united nations",
    "security council": "united nations", "un general assembly": "united nations", "eu": "european union",
    "european commission": "european union", "international atomic energy agency": "iaea",
    "international monetary fund": "imf", "czechia": "czech republic", "uae": "united arab emirates",
    "international court of justice": "icj", "economic community of west african states": "ecowas",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A proposal beside the event of the gold that it is, and what of it is right."""

    story: str
    proposal: Event
    gold: dict[str, Any]
    date: bool
    title: bool
    right: frozenset[str]  # actors of both
    missing: frozenset[str]
    wrong: frozenset[str]

    @property
    def acceptable(self) -> bool:
        """Whether an analyst takes it as it is."""
        return self.date and self.title and not self.missing and not self.wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a number of stories gave: the pairs, the events that nobody proposed, the proposals that are none."""

    pairs: list[Judged] = field(default_factory=list)
    missed: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    surplus: list[tuple[str, Event]] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        """Each measure in per cent; optional events count nowhere."""
        pairs = [pair for pair in self.pairs if "optional" not in pair.gold]
        right = sum(len(pair.right) for pair in pairs)
        events = len(pairs) + len(self.missed)
        shares = {
            "recall": len(pairs) / events,
            "precision": len(pairs) / (len(pairs) + len(self.surplus)),
            "dates": sum(pair.date for pair in pairs) / len(pairs),
            "titles": sum(pair.title for pair in pairs) / len(pairs),
            "actors precision": right / max(1, right + sum(len(pair.wrong) for pair in pairs)),
            "actors recall": right / max(1, right + sum(len(pair.missing) for pair in pairs)),
            "acceptable unedited": sum(pair.acceptable for pair in pairs) / events,
        }
        return {name: round(100 * share, 1) for name, share in shares.items()}


def read_stories(part: str) -> list[dict[str, Any]]:
    """The stories of a part, `seen`, `scored` or `dense`."""
    found: list[dict[str, Any]] = []
    for path in sorted(FOLDER.glob(f"{part}-*.yaml")):
        found += yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return found


def good_title(title: str, heads: str) -> bool:
    """Whether a title is readable and faithful: the heads in their order, no pronoun ahead, nothing left dangling."""
    text = _plain(title)
    words = re.findall(r"[\w'.-]+", text)
    if len(title) > LONGEST or not words or words[0] in PRONOUNS or words[-1].strip(".") in DANGLING:
        return False
    if not title[0].isalnum() or title.rstrip("…").rstrip() != title.rstrip("…").rstrip(" ,;:-–—_"):
        return False
    at = 0
    for head in _plain(heads).split():
        choices = "|".join(re.escape(choice.replace("_", " ")) for choice in head.split("/"))
        found = re.search(rf"\b(?:{choices})", text[at:])
        if not found:
            return False
        at += found.end()
    return True


def judge(stories: Sequence[dict[str, Any]]) -> Score:
    """What `draft` proposes of the stories, each proposal beside its event: of one sentence, and date or title right."""
    score = Score()
    for story in stories:
        proposals = list(timeline.draft(story["text"]).events)
        of_story = frozenset(_names(name for gold in story["events"] for name in gold["actors"]))
        people = frozenset(_names(story.get("people", ())))
        for gold in story["events"]:
            assert gold["in"] in story["text"], (story["name"], gold["in"])
        pairs = [
            _compare(story["name"], proposal, gold, of_story=of_story, people=people)
            for proposal in proposals
            for gold in story["events"]
            if _one_sentence(story["text"], proposal, gold["in"])
        ]
        pairs.sort(
            key=lambda p: (p.date, p.title, not p.wrong, -len(p.missing), "optional" not in p.gold),
            reverse=True,
        )
        taken: set[int] = set()
        for pair in pairs:
            if (pair.date or pair.title) and not {id(pair.proposal), id(pair.gold)} & taken:
                taken |= {id(pair.proposal), id(pair.gold)}
                score.pairs.append(pair)
        score.missed.extend(
            (story["name"], gold)
            for gold in story["events"]
            if id(gold) not in taken and "optional" not in gold
        )
        score.surplus.extend((story["name"], event) for event in proposals if id(event) not in taken)
    return score


def _one_sentence(text: str, proposal: Event, words: str) -> bool:
    """Whether the proposal quotes the words, or words that stand in one sentence with them."""
    at = text.index(words)
    for source in proposal.sources:
        quote = " ".join(source.quote.split())
        start = text.find(quote)
        if words in quote:
            return True
        if start >= 0 and not re.search(
            r"[a-z0-9\]][.] [A-Z]", text[min(at, start) : max(at, start + len(quote))]
        ):
            return True
    return False


def _compare(
    story: str, proposal: Event, gold: dict[str, Any], *, of_story: frozenset[str], people: frozenset[str]
) -> Judged:
    """The two beside each other; where the clause names nobody, whoever else the story is about may be named."""
    wanted, named = frozenset(_names(gold["actors"])), frozenset(_names(proposal.actors))
    return Judged(
        story=story,
        proposal=proposal,
        gold=gold,
        date=str(proposal.date) in gold["date"],
        title=good_title(proposal.title, gold["title"]),
        right=wanted & named,
        missing=wanted - named,
        wrong=named - (wanted or of_story) - people,
    )


def _names(names: Iterable[str]) -> list[str]:
    return [ONE_NAME.get(_plain(name), _plain(name)) for name in names]


def _plain(text: str) -> str:
    """Without accents, in small letters."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(mark for mark in apart if not unicodedata.combining(mark))
