"""French rules that only running text needs."""

from typing import Any

from timeline.said import makers
from timeline.said.fr.grammar import FRENCH
from timeline.said.fr.text_words import VOCABULARY
from timeline.said.languages import text_language
from timeline.said.patterns import Rule
from timeline.said.values import (
    Again,
    Away,
    Clock,
    Fields,
    Lasts,
    Length,
    Near,
    Often,
    Vaguely,
    Value,
    Year,
)


def _told(length: Length, way: int) -> Value | None:
    found = makers.ago(length, way)
    return found and found.but(told="last")


def _said(value: Value) -> Value:
    """The same value, whose words are all that the rule has read."""
    return value.but(words="")


def _every(unit: Any = None, weekday: int | None = None, count: float | None = 1) -> Often:
    return Often(every=None if unit is None else Length(count=count, unit=unit), weekday=weekday)


ROWS = (
    # --- what is typed, but means a date in fewer texts
    Rule(name="idle words", gives="date", pattern="THE value:<date>", value=_said,
         amid={"Il est parti le 14 mars 2022.": "2022-03-14"}),
    Rule(name="year", gives="year", pattern="number:D4",
         value=lambda number: Year(number=number) if 1000 <= number < 2200 else None),
    Rule(name="year alone", gives="point", pattern="year:<year>", value=Fields,
         unless_amid="( CODED _ | !YEAR_BEFORE TOKEN _ !SHORT COUNTED | _ ^- ANYWORD | _ ^, NUM )"),
    Rule(name="year with its word", gives="point", pattern="( an | annee ) number:D34",
         value=lambda number: Fields(year=Year(number=number))),
    Rule(name="month", gives="point", pattern="!NAME month:FULL_MONTH", value=Fields),
    Rule(name="weekday", gives="point", pattern="weekday:FULL_WEEKDAY", value=Near),
    Rule(name="part of the latest year", gives="point", pattern="month:<part>", value=Fields,
         unless_amid="( d ' _ | !SEASONED TOKEN _ )"),
    Rule(name="day of the month in a word", gives="point", pattern="number:CARDINAL", value=lambda number: None,
         unless_amid="_"),
    Rule(name="hour", gives="clock",
         pattern="hour:D12 h minute:D2? half:HALF? ,? ( zone:<zone> | zone:CITY_TIME )?", value=Clock),
    Rule(name="hour in words", gives="clock",
         pattern="( hour:D12 | hour:COUNT ) heures minute:D2? half:HALF? ,? ( zone:<zone> | zone:CITY_TIME )?",
         value=Clock, unless_amid="!AFTER_A TOKEN _"),
    Rule(name="noon", gives="clock", pattern="!NAME midi zone:<zone>?",
         value=lambda zone="": Clock(hour=12, zone=zone), unless_amid="- _"),
    # --- what leans on the date that was told last
    Rule(name="before or after, where nothing else is dated", gives="point", pattern="length:<length> way:LATER",
         value=_told),
    Rule(name="day beside today", gives="point", pattern="( la | l ' | le ) days:BESIDE",
         value=lambda days: makers.nearby(days).but(told="last"), unless_amid="_ ( de | du | d | des )"),
    Rule(name="told period", gives="point", pattern="unit:PERIOD step:TOLD",
         value=lambda unit, step: Near(unit=unit, step=step, told="last")),
    Rule(name="the same period", gives="point", pattern="( meme unit:PERIOD | unit:PERIOD meme | THIS unit:PERIOD - la )",
         value=lambda unit: Again(unit=unit)),
    Rule(name="last, next period", gives="point", pattern="unit:PERIOD step:STEP",
         value=lambda unit, step: Near(unit=unit, step=step)),
    # --- lengths, sets, and what has no measure
    Rule(name="unmeasured length", gives="length", pattern="SOME unit:UNIT",
         value=lambda unit: Length(count=None, unit=unit)),
    Rule(name="length and a half", gives="length", pattern="count:COUNT unit:UNIT et ( demi | demie )",
         value=lambda count, unit: Length(count=count + 0.5, unit=unit)),
    Rule(name="length in a text", gives="mention", pattern="mod:MORE? length:<length>",
         value=lambda length, mod="": Lasts(lengths=(length,), mod=mod)),
    Rule(name="every", gives="mention", pattern="EVERY count:COUNT? unit:UNIT",
         value=lambda unit, count=1: _every(unit, count=count)),
    Rule(name="every weekday", gives="mention", pattern="EVERY ( weekday:WEEKDAYS | weekday:FULL_WEEKDAY )", value=_every),
    Rule(name="so often", gives="mention", pattern="( COUNT | NUM | SOME ) fois par unit:UNIT", value=_every),
    Rule(name="often", gives="mention", pattern="unit:OFTEN", value=_every, unless_amid="( THE | un | au | du ) _"),
    Rule(name="vague", gives="mention", pattern="way:VAGUE", value=Vaguely),
    Rule(name="vague past", gives="mention", pattern="ces way:STEP UNIT", value=Vaguely),
    Rule(name="hour in a text", gives="mention", pattern="clock:<clock>",
         value=lambda clock: Away(count=0, unit="day", way=1, told="near", clock=clock)),
)  # fmt: skip

FRENCH_TEXT = text_language(FRENCH, VOCABULARY, ROWS)
