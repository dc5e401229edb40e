"""English rules of the calendar: days, months, seasons, years, decades and centuries, and other people's calendars."""

from timeline.said import makers
from timeline.said.patterns import Rule, same
from timeline.said.values import Feast, Fields

CALENDAR = (
    # --- numbers
    Rule("ordinal in digits", "nth", "number:NUM ^TH", same, {"19th century": "18XX"}),
    Rule("ordinal in two words", "nth", "tens:TENS -? number:ORDINAL", makers.tens, {"twenty-first century": "20XX"}),
    Rule("day", "day", "day:D12", same, {"21 March 2022": "2022-03-21", "May 3 pm": ""},
         unless="_ ( ^: | HALF | ^. D2 HALF )"),
    Rule("day by its place", "day", "the? day:<nth> ( day of | day )?", same,
         {"the 5th of March 2022": "2022-03-05", "the twenty-first day of March 2022": "2022-03-21"}),
    Rule("year", "year", "number:D34", makers.era, {"March 750": "0750-03"}),
    Rule("year and era", "year", "number:NUM era:CHRIST", makers.era,
         {"15 March 44 BC": "-0043-03-15", "79 AD": "0079", "10,000 BC": "-9999", "0 BC": ""}),
    Rule("era and year", "year", "era:AD number:NUM", makers.era, {"24 August AD 79": "0079-08-24"}),
    # --- days and months
    Rule("month, day, year", "point", "month:MONTH ( the | ^SEP )? day:<day> ( ,? of? | ^SEP )? year:<year>", Fields,
         {"Mar 21, 2022": "2022-03-21", "Sep-23-2020": "2020-09-23", "May eighth, 2010": "2010-05-08"}),
    Rule("year, month, day", "point", "year:<year> ( , | ^SEP )? month:MONTH ^SEP? day:<day>", Fields,
         {"1939, September 1": "1939-09-01", "2021-May-03": "2021-05-03", "2014 July 12-14": "2014-07-12/2014-07-14"},
         amid={"on 2020/Sep/23": "2020-09-23"}),
    Rule("day, month, year of two digits", "point",
         "day:<day> ( of the? | ^SEP )? month:MONTH ( , | ^SEP )? '? two:D2", makers.short,
         {"24-Feb-22": "", "5 March 22": "", "5 March 44 BC": "-0043-03-05"}, unless="_ ( ^: | HALF | CHRIST | ^TH )",
         unless_amid="_"),
    Rule("month, day, year of two digits", "point", "month:MONTH day:<day> ( , ' | , | ' ) two:D2", makers.short,
         {"Mar 5, 22": "", "Mar 5, 44 BC": "-0043-03-05"}, unless="_ ( ^: | HALF | CHRIST | ^TH )", unless_amid="_"),
    Rule("month and year of two digits", "point", "month:MONTH ^-? ' two:D2", makers.short, {"Mar '22": ""}),
    Rule("year of two digits", "point", "' two:D2", makers.short, {"'22": ""}, unless="_ ^s"),
    Rule("month and day", "point", "month:MONTH ( the | ^SEP )? day:<day>", Fields,
         {"September 11": "2022-09-11", "March 22": "2022-03-22"}, unless_amid="_ SHARE",
         amid={"on September 11": "2022-09-11", "in March 5 percent fell": "2022-03"}),
    Rule("day of the month", "point", "the? number:<nth>", makers.numbered,
         {"25th": "2023-01-25", "the 3rd or 4th of May 2021": "[2021-05-03,2021-05-04]"}),
    # --- parts of a year
    Rule("quarter", "part", "q ^number:D1", makers.part_of_year(33, 4), {"Q3 2021": "2021-35"}),
    Rule("half", "part", "h ^number:D1", makers.part_of_year(40, 2), {"2021-H1": "2021-40"}),
    Rule("quarter or half in words", "part", "( number:<nth> | number:LAST ) count:HALVES", makers.halves,
         {"3rd quarter 2021": "2021-35", "1st half 2021": "2021-40", "last quarter of 2022": "2022-36"}),
    # --- longer periods
    Rule("decade", "point", "'? number:NUM ^'? ^s era:CHRIST?", makers.decade,
         {"1950s": "195X", "1880's": "188X", "1950s BC": "[-1958..-1949]", "'60s": "196X", "1900s": "", "'20s": "",
          "1955s": ""}),
    Rule("decade in a word", "point", "the? hundred:ONES? -? number:DECADE", makers.decade_in_words,
         {"the sixties": "196X"}, unless_amid="( his _ | her _ | their _ | my _ )",
         amid={"in the nineteen-nineties": "199", "He is in his sixties.": ""}),
    Rule("century", "point", "the? number:<nth> -? size:CENTURY era:CHRIST?", makers.run,
         {"19th century": "18XX", "3rd century BC": "-02XX", "1st century BC": "[-0099..0000]",
          "2nd millennium BC": "-1XXX"}, amid={"in the first century BC": "BC00"}),
    Rule("centuries from to", "when", "IDLE? first:<nth> ( - | DASH | UPTO ) number:<nth> -? size:CENTURY era:CHRIST?",
         makers.runs, {"18th-19th century": "17XX/18XX", "the fifth to fourth centuries BC": "-04XX/-03XX"}),
    # --- feasts and other calendars
    Rule("feast", "point", "the? name:FEAST ( ( ,? of? | in )? year:<year> )?", Feast,
         {"Easter 1916": "1916-04-23", "Christmas": "2022-12-25", "New Year's Day 1959": "1959-01-01"}),
)  # fmt: skip
