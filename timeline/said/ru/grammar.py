"""Russian, as the registry of languages names it."""

from timeline.said.languages import language
from timeline.said.ru.calendar_rules import CALENDAR
from timeline.said.ru.relative_rules import RELATIVE
from timeline.said.ru.words import VOCABULARY

RUSSIAN = language(VOCABULARY, (*CALENDAR, *RELATIVE))
