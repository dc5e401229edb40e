"""English, as the registry of languages names it."""

from timeline.said.en.calendar_rules import CALENDAR
from timeline.said.en.relative_rules import RELATIVE
from timeline.said.en.words import VOCABULARY
from timeline.said.languages import language

ENGLISH = language(VOCABULARY, (*CALENDAR, *RELATIVE))
