"""French, as the registry of languages names it."""

from timeline.said.fr.calendar_rules import CALENDAR
from timeline.said.fr.relative_rules import RELATIVE
from timeline.said.fr.words import VOCABULARY
from timeline.said.languages import language

FRENCH = language(VOCABULARY, (*CALENDAR, *RELATIVE))
