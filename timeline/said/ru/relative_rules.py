"""Russian rules that start from another date, or from today: назад, прошлый, начало, первый понедельник, в ночь на."""

from timeline.said import makers
from timeline.said.patterns import Rule, same
from timeline.said.values import (
    Away,
    Beside,
    Clock,
    Fields,
    Lasting,
    Length,
    Near,
    Night,
    Nth,
    Part,
    Several,
    SoFar,
    Untold,
    Value,
    WeekOf,
)


def _ten_days(number: int, base: Value) -> Part | None:
    """The first, second or third ten days of a month: the last has what is left."""
    is_month = isinstance(base, Fields) and base.month in range(1, 13) and base.day is None
    return (
        Part(which=number - 1 if number > 0 else 2, count=3, base=base) if is_month and number <= 3 else None
    )


def _month_of(number: int, base: Value) -> Nth | None:
    return (
        Nth(number=number, unit="month", base=base)
        if isinstance(base, Near) and base.unit == "year"
        else None
    )


def _day_of(day: int, base: Value) -> Nth | None:
    """The day of a month of a year that is told from today."""
    return (
        Nth(number=day, base=base)
        if isinstance(base, Nth) and base.unit == "month" and base.number <= 12
        else None
    )


def _night_on(base: Value) -> Night:
    """The night that ends on a day."""
    return Night(base=Several(members=(Away(count=1, unit="day", way=-1, base=base), base)))


RELATIVE = (
    Rule("number below a hundred", "small", "( tens:TENS number:COUNT? | number:COUNT )", makers.tens,
         {"двадцать пять лет назад": "1998", "сорок лет назад": "1983"}),
    Rule("length", "length", "( count:NUM | count:<small> )? unit:UNIT",
         lambda unit, count=1: Length(count=count, unit=unit),
         {"3 недели назад": "2023-01-20", "неделю тому назад": "2023-02-03", "год назад": "2022",
          "пять лет назад": "2018"}),
    Rule("half a year", "length", "полгода", lambda: Length(count=6, unit="month"), {"полгода назад": "2022-08"}),
    Rule("beside a date", "point", "way:NEIGHBOUR base:<date>", makers.beside,
         {"накануне 9 мая 1945": "1945-05-08", "на следующий день после 9 мая 1945 г.": "1945-05-10"}),
    Rule("last, this, next period", "point", "step:STEP unit:PERIOD", makers.near,
         {"в прошлом месяце": "2023-01", "на следующей неделе": "[2023-02-13..2023-02-19]",
          "этот квартал": "2023-33"}),
    Rule("the one before last", "point", "step:BEFORE_LAST unit:PERIOD", makers.near,
         {"в позапрошлом месяце": "2022-12"}),
    Rule("this year in letters", "point", "step:STEP_YEAR", lambda step: Near(step=step, unit="year"),
         {"в 2019-м и с. г.": "{2019,2023}"}),
    Rule("month of a near year", "point", "( number:MONTH | number:<part> ) base:<point>", _month_of,
         {"в марте прошлого года": "2022-03", "летом этого года": "2023-22", "IV квартал прошлого года": "2022-36"}),
    Rule("day of a near year", "point", "day:<day> base:<point>", _day_of,
         {"7 мая с. г.": "2023-05-07", "31 апреля прошлого года": ""}),
    Rule("weekday of a week", "point", "weekday:WEEKDAY на step:STEP WEEK",
         lambda weekday, step: Nth(number=1, weekday=weekday, base=Near(step=step, unit="week")),
         {"во вторник на прошлой неделе": "2023-01-31", "вторник на следующей неделе": "2023-02-14"}),
    Rule("half or quarter of", "date", "( number:<numeral> | number:LAST ) count:HALVES base:<date>", makers.part,
         {"вторая половина XIX века": "[1850..1899]", "в первой половине марта 2022": "[2022-03-01..2022-03-15]"}),
    Rule("ten days of a month", "date", "( number:<numeral> | number:LAST ) TEN_DAYS base:<point>", _ten_days,
         {"вторая декада марта 2024": "[2024-03-11..2024-03-20]", "первая декада 2024": ""}),
    Rule("earlier or later in", "point", "side:EARLIER в base:<point>",
         lambda side, base: SoFar(side=side, base=base) if isinstance(base, Near) and base.step == 0 else None,
         {"ранее в этом месяце": "[2023-02-01..2023-02-10]", "ранее в 2018 году": "[..2017]"}),
    Rule("day or week of a month in the genitive", "point", "( number:<nth> | number:LAST ) unit:PERIOD base:<point>",
         makers.nth,
         {"первая неделя мая 1945": "[1945-05-01..1945-05-07]", "последний день 2021 года": "2021-12-31"}),
    Rule("day of this month", "point", "( number:<nth> DAY_NUMBER? | number:D12 DAY_NUMBER ) base:<point>",
         lambda number, base: Nth(number=number, base=base) if isinstance(base, Near) else None,
         {"2-го числа этого месяца": "2023-02-02", "5 числа прошлого месяца": "2023-01-05"}),
    Rule("week from", "point", "WEEK FROM base:<date>", lambda base: WeekOf(base=base, begins=True),
         {"неделя с 5 мая 2021": "[2021-05-05..2021-05-11]"}),
    Rule("night on", "date", "NIGHT_ON base:<date>", _night_on,
         {"в ночь на 14 февраля 1945": "[1945-02-13..1945-02-14]", "в ночь на март 1945": ""}),
    Rule("night between", "date", "NIGHT_FROM first:<date> ( DASH | / | на ) second:<date>", makers.night,
         {"в ночь с 13 на 14 февраля 1945 года": "[1945-02-13..1945-02-14]",
          "ночь 13/14 февраля 1945": "[1945-02-13..1945-02-14]", "ночь 13–15 февраля 1945": ""}),
    Rule("to the end of", "when", "до конца base:<date>", lambda base: Beside(side="by", base=base),
         {"до конца марта 2024": "[..2024-03]"}),
    Rule("to a day and on it", "when", "до base:<date> ,? INCLUSIVE", lambda base: Beside(side="by", base=base),
         {"до 9 мая 1945 г. включительно": "[..1945-05-09]"}),
    Rule("both ends are in it", "text", "value:<when> ,? INCLUSIVE",
         lambda value: value if isinstance(value, Lasting) else None,
         {"с 1 по 9 мая 1945 включительно": "1945-05-01/1945-05-09", "9 мая 1945 включительно": ""}),
    Rule("some day or month in", "date", "unit:UNTOLD base:<date>", Untold,
         {"в один из дней марта 2022": "2022-03-XX"}),
    Rule("hour", "clock", "hour:D12 ( HOURS ( minute:D12 MINUTES )? half:HALF? | half:HALF ) zone:<zone>?", Clock,
         {"24 февраля 2022 г. в 5 часов утра по московскому времени": "2022-02-24T05:00:00+03:00",
          "3 мая 1945 в 15 ч. 30 мин.": "1945-05-03T15:30:00"}),
    Rule("hour of the night", "clock", "hour:D12 ( HOURS | ^: ^minute:D2 )? ночи zone:<zone>?",
         lambda hour, minute=0, zone="": (
             Clock(hour=hour, minute=minute, half=0, zone=zone) if hour in (12, 1, 2, 3, 4, 5) else None
         ),
         {"22 июня 1941 г. в 4 часа ночи": "1941-06-22T04:00:00", "22 июня 1941 в 10 часов ночи": ""}),
    Rule("time of a city", "zone", "zone:CITY_TIME", same,
         {"10 февраля 2023 в 15:00 мск": "2023-02-10T15:00:00+03:00"}),
)  # fmt: skip
