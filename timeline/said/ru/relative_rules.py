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
    Rule(name="number below a hundred", gives="small", pattern="( tens:TENS number:COUNT? | number:COUNT )",
         value=lambda tens=0, number=0: None if tens and number > 9 else tens + number,
         examples={"двадцать пять лет назад": "1998", "сорок лет назад": "1983"}),
    Rule(name="length", gives="length", pattern="( count:NUM | count:<small> )? unit:UNIT",
         value=lambda unit, count=1: Length(count=count, unit=unit),
         examples={"3 недели назад": "2023-01-20", "неделю тому назад": "2023-02-03", "год назад": "2022",
                   "пять лет назад": "2018"}),
    Rule(name="half a year", gives="length", pattern="полгода", value=lambda: Length(count=6, unit="month"),
         examples={"полгода назад": "2022-08"}),
    Rule(name="ago", gives="point", pattern="length:<length> way:AGO", value=makers.ago,
         examples={"2 месяца назад": "2022-12", "два десятилетия назад": "2003~"}),
    Rule(name="in a while", gives="point", pattern="через length:<length>",
         value=lambda length: makers.ago(length, 1), examples={"через 3 недели": "2023-03-03"}),
    Rule(name="away from a date", gives="point", pattern="( через | за | спустя )? length:<length> way:AWAY base:<date>",
         value=makers.away, examples={"через две недели после 5 мая 2022": "2022-05-19", "за день до 21 марта 2022": "2022-03-20"},
         never={"через 3 дня после марта 2022": ""}),
    Rule(name="beside a date", gives="point", pattern="way:NEIGHBOUR base:<date>",
         value=lambda way, base: Away(count=1, unit="day", way=way, base=base),
         examples={"накануне 9 мая 1945": "1945-05-08", "на следующий день после 9 мая 1945 г.": "1945-05-10"}),
    Rule(name="near today", gives="point", pattern="days:NEARBY", value=makers.nearby,
         examples={"сегодня": "2023-02-10", "вчера": "2023-02-09", "послезавтра": "2023-02-12"}),
    Rule(name="last, this, next period", gives="point", pattern="step:STEP unit:PERIOD", value=makers.near,
         examples={"в прошлом месяце": "2023-01", "на следующей неделе": "[2023-02-13..2023-02-19]", "этот квартал": "2023-33"}),
    Rule(name="the one before last", gives="point", pattern="step:BEFORE_LAST unit:PERIOD", value=makers.near,
         examples={"в позапрошлом месяце": "2022-12"}),
    Rule(name="this year in letters", gives="point", pattern="step:STEP_YEAR",
         value=lambda step: Near(step=step, unit="year"), examples={"в 2019-м и с. г.": "{2019,2023}"}),
    Rule(name="month of a near year", gives="point", pattern="( number:MONTH | number:<part> ) base:<point>", value=_month_of,
         examples={"в марте прошлого года": "2022-03", "летом этого года": "2023-22", "IV квартал прошлого года": "2022-36"}),
    Rule(name="day of a near year", gives="point", pattern="day:<day> base:<point>", value=_day_of,
         examples={"7 мая с. г.": "2023-05-07"}, never={"31 апреля прошлого года": ""}),
    Rule(name="last, this, next weekday", gives="point", pattern="step:STEP weekday:WEEKDAY", value=Near,
         examples={"в прошлую пятницу": "2023-02-03"}, never={"в следующую пятницу": "", "в этот вторник": ""}),
    Rule(name="last, this, next month", gives="point", pattern="step:STEP ( month:MONTH | month:SEASON )", value=Near,
         examples={"в прошлом марте": "2022-03", "прошлым летом": "2022-22"}, never={"в следующем марте": ""}),
    Rule(name="weekday", gives="point", pattern="weekday:WEEKDAY", value=Near,
         examples={"во вторник": "2023-02-07", "с пятницы по понедельник": "2023-02-03/2023-02-06"}),
    Rule(name="weekday of a week", gives="point", pattern="weekday:WEEKDAY на step:STEP WEEK",
         value=lambda weekday, step: Nth(number=1, weekday=weekday, base=Near(step=step, unit="week")),
         examples={"во вторник на прошлой неделе": "2023-01-31", "вторник на следующей неделе": "2023-02-14"}),
    Rule(name="beginning, middle, end", gives="date", pattern="which:EDGE base:<date>",
         value=lambda which, base: Part(which=which, count=3, base=base),
         examples={"начало марта 2024": "[2024-03-01..2024-03-10]", "в середине XX века": "1950~",
                   "конец 1990-х": "[1997..1999]"}, never={"начало 10 февраля 2023": ""}),
    Rule(name="half or quarter of", gives="date", pattern="( number:<numeral> | number:LAST ) count:HALVES base:<date>",
         value=makers.part, examples={"вторая половина XIX века": "[1850..1899]",
                                      "в первой половине марта 2022": "[2022-03-01..2022-03-15]"}),
    Rule(name="ten days of a month", gives="date", pattern="( number:<numeral> | number:LAST ) TEN_DAYS base:<point>",
         value=_ten_days, examples={"вторая декада марта 2024": "[2024-03-11..2024-03-20]"}, never={"первая декада 2024": ""}),
    Rule(name="earlier or later in", gives="point", pattern="side:EARLIER в base:<point>",
         value=lambda side, base: SoFar(side=side, base=base) if isinstance(base, Near) and base.step == 0 else None,
         examples={"ранее в этом месяце": "[2023-02-01..2023-02-10]"}, never={"ранее в 2018 году": "[..2017]"}),
    Rule(name="weekday of a month", gives="point", pattern="( number:<nth> | number:LAST ) weekday:WEEKDAY в? base:<point>",
         value=Nth, examples={"первый понедельник мая 2021": "2021-05-03", "в последнюю пятницу марта 2022": "2022-03-25"},
         never={"пятый понедельник июня 2021": ""}),
    Rule(name="day or week of a month", gives="point", pattern="( number:<nth> | number:LAST ) unit:PERIOD base:<point>",
         value=lambda number, unit, base: (
             Nth(number=number, unit=unit, base=base) if unit in ("day", "week") else None
         ),
         examples={"первая неделя мая 1945": "[1945-05-01..1945-05-07]", "последний день 2021 года": "2021-12-31"}),
    Rule(name="day of this month", gives="point", pattern="( number:<nth> DAY_NUMBER? | number:D12 DAY_NUMBER ) base:<point>",
         value=lambda number, base: Nth(number=number, base=base) if isinstance(base, Near) else None,
         examples={"2-го числа этого месяца": "2023-02-02", "5 числа прошлого месяца": "2023-01-05"}),
    Rule(name="week from", gives="point", pattern="WEEK FROM base:<date>",
         value=lambda base: WeekOf(base=base, begins=True), examples={"неделя с 5 мая 2021": "[2021-05-05..2021-05-11]"}),
    Rule(name="night on", gives="date", pattern="NIGHT_ON base:<date>", value=_night_on,
         examples={"в ночь на 14 февраля 1945": "[1945-02-13..1945-02-14]"}, never={"в ночь на март 1945": ""}),
    Rule(name="night between", gives="date", pattern="NIGHT_FROM first:<date> ( DASH | / | на ) second:<date>",
         value=makers.night, examples={"в ночь с 13 на 14 февраля 1945 года": "[1945-02-13..1945-02-14]",
                                       "ночь 13/14 февраля 1945": "[1945-02-13..1945-02-14]"},
         never={"ночь 13–15 февраля 1945": ""}),
    Rule(name="to the end of", gives="when", pattern="до конца base:<date>",
         value=lambda base: Beside(side="by", base=base), examples={"до конца марта 2024": "[..2024-03]"}),
    Rule(name="to a day and on it", gives="when", pattern="до base:<date> ,? INCLUSIVE",
         value=lambda base: Beside(side="by", base=base), examples={"до 9 мая 1945 г. включительно": "[..1945-05-09]"}),
    Rule(name="both ends are in it", gives="text", pattern="value:<when> ,? INCLUSIVE",
         value=lambda value: value if isinstance(value, Lasting) else None,
         examples={"с 1 по 9 мая 1945 включительно": "1945-05-01/1945-05-09"}, never={"9 мая 1945 включительно": ""}),
    Rule(name="part of the day behind", gives="timed", pattern="value:<point> ,? ( \\( part:PART_OF_DAY \\) | part:PART_OF_DAY )",
         value=makers.in_part, examples={"вчера вечером": "2023-02-09"}),
    Rule(name="some day or month in", gives="date", pattern="unit:UNTOLD base:<date>", value=Untold,
         examples={"в один из дней марта 2022": "2022-03-XX"}),
    Rule(name="hour", gives="clock",
         pattern="hour:D12 ( HOURS ( minute:D12 MINUTES )? half:HALF? | half:HALF ) zone:<zone>?", value=Clock,
         examples={"24 февраля 2022 г. в 5 часов утра по московскому времени": "2022-02-24T05:00:00+03:00",
                   "3 мая 1945 в 15 ч. 30 мин.": "1945-05-03T15:30:00"}),
    Rule(name="hour of the night", gives="clock", pattern="hour:D12 ( HOURS | ^: ^minute:D2 )? ночи zone:<zone>?",
         value=lambda hour, minute=0, zone="": (
             Clock(hour=hour, minute=minute, half=0, zone=zone) if hour in (12, 1, 2, 3, 4, 5) else None
         ),
         examples={"22 июня 1941 г. в 4 часа ночи": "1941-06-22T04:00:00"}, never={"22 июня 1941 в 10 часов ночи": ""}),
    Rule(name="noon", gives="clock", pattern="полдень", value=lambda: Clock(hour=12),
         examples={"22 июня 1941, полдень": "1941-06-22T12:00:00"}),
    Rule(name="time of a city", gives="zone", pattern="zone:CITY_TIME", value=same,
         examples={"10 февраля 2023 в 15:00 мск": "2023-02-10T15:00:00+03:00"}),
)  # fmt: skip
