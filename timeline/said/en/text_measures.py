"""English rules for what tells the time by no date: numbers in words, lengths, what comes again, and vague times."""

from timeline.said import makers
from timeline.said.measures import Lasts, Vaguely
from timeline.said.patterns import same
from timeline.said.texts import rows
from timeline.said.values import Clock, Length, Unit, Value


def _in(length: Length, some: str = "", time: str = "") -> Value | None:
    """In two weeks, which is a length where nothing to come is told; in two weeks' time."""
    return (
        None if length.count is None else makers.some_time(length, 1, some=some, exact=True, ahead=not time)
    )


def _beside(
    way: int, length: Length | None = None, some: str = "", unit: Unit = "day", count: float = 0
) -> Value | None:
    """The last two weeks, the two previous years."""
    return makers.modified(some, makers.lasting(length or makers.length(count, unit), way=way))


def _one(unit: str, step: tuple[int, str]) -> Lasts:
    return Lasts(lengths=(Length(count=1, unit=unit),), way=step[0])  # type: ignore[arg-type]  # a class of units


def _hour(hour: int, minute: int = 0, half: int | None = None, side: int = 1, zone: str = "") -> Clock | None:
    """Ten past, a quarter to an hour."""
    hour, minute = (hour, minute) if side > 0 else (hour - 1, 60 - minute)
    return Clock(hour=hour, minute=minute, half=half, zone=zone) if hour < 24 and minute < 60 else None


_SUCH = "( SUCH _ | _ ^- )"

MEASURES = (
    # --- numbers
    *rows("small", ("number below a hundred", "( tens:TENS ( -? number:ONES )? | number:ONES )",
                    makers.tens, {"twenty-five years": "P25Y"})),
    *rows(
        "cardinal",
        ("number in words", "number:<small>", same, {"twenty years": "P20Y"}),
        ("number in figures", "number:NUM ( ^. ^tenths:NUM )?", lambda number, tenths=0: float(f"{number}.{tenths}"),
         {"2.5 years": "P2.5Y", "It lost $5 days later.": "XXXX-XX-XX"}, "( MONEY ^_ | . ^_ )"),
        ("hundreds and thousands", "( number:<small> | number:NUM | a )? size:SCALE size2:SCALE? ( and? rest:<cardinal> )?",
         lambda size, number=1, size2=1, rest=0: number * size * size2 + rest,
         {"two hundred and six days": "P206D", "a dozen years": "P12Y"}),
    ),
    *rows(
        "count",
        ("counted", "number:<cardinal> half:AND_A_HALF?", lambda number, half=0: number + half,
         {"three days": "P3D", "two and a half years": "P2.5Y"}),
        ("hardly counted", "number:MANY", same, {"several weeks": "PXW", "a couple of days": "P2D"}),
    ),
    # --- lengths
    *rows(
        "counted",
        ("counted length", "count:<count> -? KIND? unit:UNIT", makers.length, {"three consecutive days": "P3D"}),
        ("length of quarters", "count:<count> -? KIND? quarters", lambda count: makers.length(count, "quarter"),
         {"two consecutive quarters": "P2Q", "three quarters of it": ""}, "( _ of | _ million | _ billion )"),
        ("length and a half", "number:ONE unit:UNIT half:AND_A_HALF", lambda number, unit, half: makers.length(number + half, unit),
         {"a year and a half": "P1.5Y"}),
    ),
    *rows(
        "length",
        ("length", "length:<counted>", same, {"They met three days ago.": "2023-02-07"}),
        ("one of a unit", "count:ONE unit:UNIT", makers.length, {"They met a week ago.": "2023-W05"}),
    ),
    *rows(
        "lasting",
        ("so long", "first:<counted> ( -? AGED )?", makers.lasting, {"a 45-year-old man": "P45Y"}),
        ("the so long", "the count:<count> KIND? unit:PLURAL", lambda count, unit: makers.lasting(makers.length(count, unit)),
         {"the three days": "P3D", "the three-year plan": "P3Y", "the two years Paris starved": "P2Y"}, "_ NAME"),
        ("so long and more", "first:<length> ( , | ,? and )? second:<length>", makers.lasting,
         {"two years and six months": "P2Y6M", "a year and a day": "P1Y1D"}),
        ("one unit long", "count:ONE unit:A_UNIT ( -? AGED )?", lambda count, unit: makers.lasting(makers.length(count, unit)),
         {"It took a week.": "P1W", "twice a week": "P1W", "such a year": ""}, _SUCH),
        ("one day long", "count:ONE day ( -? AGED )?", lambda count: makers.lasting(makers.length(count, "day")),
         {"It stood for a day.": "P1D", "It was a day to remember.": ""}, "( !in !for TOKEN _ | _ ^- )"),
        ("units long", "( unit:A_UNIT count:LENGTHY | unit:PLURAL -? AGED )", lambda unit, count=0: makers.lasting(makers.length(count, unit)),
         {"the year-long siege": "P1Y", "a months-long siege": "PXM"}),
        ("units and a half", "a? unit:A_UNIT - and - a - half ( -? long )?", lambda unit: makers.lasting(makers.length(1.5, unit)),
         {"a year-and-a-half": "P1.5Y"}),
        ("uncounted", "unit:PLURAL", lambda unit: makers.lasting(makers.length(0, unit)),
         {"It went on for years.": "PXY", "He told of years of war.": "", "in days of old": ""},
         "( !FOR TOKEN _ | OVER _ of | of _ of | in _ of | in _ to )"),
        ("more or less so long", "the? some:SOME value:<lasting>", makers.modified, {"more than two weeks": "P2W"}),
    ),
    *rows(
        "mention",
        ("so long on one side", "( LED? way:WAY some:SOME? length:<counted> | the count:<cardinal> way:WAY unit:PLURAL )", _beside,
         {"in the last two weeks": "P2W", "for the next six months": "P6M", "the two previous years": "P2Y"}),
        ("uncounted on one side", "the? ( next | following | previous | last ) unit:PLURAL", lambda unit: makers.lasting(makers.length(0, unit)),
         {"in the following years": "PXY"}),
        ("so long in a period", "the way:FIRST_LAST ( count:<count> )? unit:PLURAL of the? base:<date>",
         lambda way, unit, base, count=0: makers.lasting(makers.length(count, unit), way=way, base=base),
         {"in the first two weeks of 2021": "P2W"}),
        ("over the next period", "OVER value:<span>", same, {"for the next year": "P1Y"}),
        ("the past period", "( ( the | this ) past unit:PERIOD | the last unit:A_UNIT )", lambda unit: _one(unit, (-1, "")),
         {"in the past year": "P1Y", "in the last year": "P1Y"}),
        ("the last period of", "the? last unit:PERIOD", lambda unit: _one(unit, (-1, "")), {"the last day of the war": "P1D", "They met last week.": "2023-W05"}, "_ !of"),
    ),
    *rows("span", ("the next period", "the step:STEP unit:A_UNIT", _one, {"for the next year": "P1Y", "over the next day": "2023-02-11"})),
    # --- so long ago
    *rows(
        "point",
        ("ago", "some:SOME? length:<length> ( ( , | and )? second:<counted> )? ( ( , | and )? third:<counted> )? way:AGO", makers.some_time,
         {"two weeks ago": "2023-W04", "more than a year ago": "2022", "several days ago": "XXXX-XX-XX"}),
        ("ago today", "length:<length> ago today", lambda length: makers.some_time(length, -1, exact=True), {"A year ago today": "2022-02-10"}),
        ("so long later", "some:SOME? length:<length> ( ( , | and )? second:<counted> )? ( ( , | and )? third:<counted> )? ( way:TOLD_AGO | way:ASIDE !<going> )", makers.then,
         {"On 3 May 2021 it began. Two days later it ended.": "2021-05-03, 2021-05-05", "In 1955 he left, two years after.": "1955, 1957",
          "two years after the war": "P2Y"}),
        ("away from a date", "some:SOME? length:<length> way:AWAY the? base:<date>",
         makers.some_time,
         {"two weeks after 5 May 2022": "2022-05-19", "two days from tomorrow": "2023-02-13",
          "several days before 20 June 2021": "XXXX-XX-XX",
          "64 days from 1 May 2022 to 3 July 2022": "P64D, 2022-05-01, 2022-07-03"}, "( _ UPTO | _ ,? NUM )"),
        ("next to a date", "the unit:PERIOD way:AWAY the? base:<date>",
         makers.beside, {"the day before 21 March 2022": "2022-03-20"}),
    ),
    *rows(
        "vague",
        ("units ago", "( just | only | some )? PLURAL ago", lambda: Vaguely(way=-1), {"It began years ago.": "PAST_REF"}),
        ("units later", "( just | only | some )? unit:PLURAL ( way:TOLD_AGO | way:ASIDE !<going> )",
         lambda unit, way: Vaguely(way=way, unit=unit, told="last"),
         {"It ended years later.": "XXXX", "for months before that": "PXM", "It ended months after.": "XXXX-XX",
          "It ended months after the war.": ""}, "for _"),
        ("now", "( now | current )", lambda: Vaguely(way=0), {"It is now over.": "PRESENT_REF", "the now-empty port": ""}, "( - _ | _ - )"),
        ("one vague word", "way:VAGUE_WORD", lambda way: Vaguely(way=way), {"It was recently won.": "PAST_REF", "as recently as 1999": "1999"},
         "( as _ | _ as | too _ | how _ )"),
        ("soon", "soon", lambda: Vaguely(way=1, told="last"), {"They will meet soon.": "FUTURE_REF", "soon after that": ""},
         "( as _ | _ as | too _ | how _ | _ after | _ became | _ before )"),
        ("vague words", "way:VAGUE", lambda way: Vaguely(way=way), {"in recent years": "PAST_REF", "in the near future": "FUTURE_REF"}),
        ("at the moment", "the moment", lambda: Vaguely(way=0), {"at the moment": "PRESENT_REF", "He seized the moment.": ""}, "!at !for TOKEN _"),
        ("the present", "the present", lambda: Vaguely(way=0), {"up to the present.": "PRESENT_REF", "the present king": ""}, "( _ ANYWORD | _ - )"),
        ("to date", "( to | till ) date", lambda: Vaguely(way=0), {"It is the largest to date.": "PRESENT_REF", "They seem to date from 1950.": "1950"},
         "_ ( from | back | to | the )"),
        ("the past", "the past", lambda: Vaguely(way=-1), {"in the past": "PAST_REF", "They lost the past glory.": ""},
         "!in TOKEN _ !and !as !have !has !was !when !but !we !that !to ANYWORD"),
        ("former", "former", lambda: Vaguely(way=-1, former=True), {"the former king": "", "the former and the latter": ""}, "( _ and | _ of | _ or | _ was | _ were | _ , | _ . )"),
    ),
    *rows("point", ("in a while", "in value:<while>", same, {"They will meet in two weeks.": "2023-02-24", "It took in two weeks.": "P2W"})),
    *rows("while", ("in so long", "some:SOME? length:<length>", _in, {"They will meet in two weeks.": "2023-02-24", "They will meet in two days of talks.": "P2D"}, "( _ of | _ ' | _ - )"),
          ("in so long a time", "some:SOME? length:<length> ( ' s? time:TIME )", _in, {"in two weeks' time": "2023-02-24"})),
    # --- again and again
    *rows(
        "often",
        ("every", ("every:EVERY ( unit:A_UNIT | unit:PERIOD | count:<cardinal> unit:UNIT | weekday:WEEKDAY | month:CAPITAL_MONTH | month:SEASON"
         " | part:PART_OF_DAY )"), makers.each,
         {"each day": "P1D", "every other week": "P2W", "every two years": "P2Y", "every Monday": "XXXX-WXX-1", "every May": "XXXX-05",
          "every morning": "XXXX-XX-XXTMO"}),
        ("so many times in", "( once | twice | <count> times ) PER count:<cardinal>? ( unit:A_UNIT | unit:PERIOD )",
         lambda unit, count=1: makers.each(1, unit, count), {"twice a week": "P1W"}),
        ("often in a word", "!Daily often:OFTEN", lambda often: makers.each(*often), {"a daily report": "P1D", "the Daily Mail": ""}),
        ("weekdays", "weekday:WEEKDAYS", lambda weekday: makers.each(1, weekday=weekday), {"on Mondays": "XXXX-WXX-1", "the Mondays' guests": ""}, "_ '"),
    ),
    # --- hours
    *rows(
        "clock",
        ("hour by the clock", "( ( hour:D12 | hour:ONES ) OCLOCK half:HALF? | hour:ONES half:HALF ) zone:<zone>?", _hour,
         {"at three o'clock": "2023-02-10T03:00", "at ten a.m.": "2023-02-10T10:00"}),
        ("hour and minutes in one", "number:D4 ( hours | zone:ZONE )", lambda number, zone="": _hour(number // 100, number % 100, zone=zone),
         {"at 0800 hours": "2023-02-10T08:00"}),
        ("minutes before or after the hour", "( a? minute:FRACTION | minute:<cardinal> minutes ) side:PAST_TO ( hour:D12 | hour:ONES ) half:HALF?",
         lambda hour, minute, side, half=None: _hour(hour, int(minute), half, side), {"at half past three": "2023-02-10T03:30"}),
        ("hour in a part of a day", "( hour:D12 | hour:ONES ) ( ^: ^minute:D2 )? in the half:HALF_OF_DAY", _hour,
         {"at eight in the evening": "2023-02-10T20:00", "at 9:15 in the morning": "2023-02-10T09:15"}),
        ("midnight", "midnight", lambda: Clock(hour=24), {"at midnight": "2023-02-10T24:00"}),
    ),
)  # fmt: skip
