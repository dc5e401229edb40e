"""English expressions of time: which words, in which order, and which resolver knows what they mean.

Rows are `resolver: patterns` (see `patterns.py`). `BASE` rows stand alone; `PREFIX` rows are followed by another
expression ("the end of" + "March 1981"), `SUFFIX` rows follow one ("Friday" + "morning"). The longest reading wins; of two
equally long the earlier row.
"""

FRAGMENTS = {
    "COUNT": "NUMERAL ( and a half )? | a few ( dozen )? | a couple ( of )? | couple ( of )? | few | several | many | half ( a | an ) | ( a | an ) ( single | full | whole | entire )? | numerous",
    "SOME": "( APPROXIMATE | more than | less than | fewer than | no more than | no less than | at least | at most | up to | well over | close to | as long as | as many as | under | just over | just under )",
    "NUMERAL": "DIGITS SCALE? | WORDNUM ( -? WORDNUM | and WORDNUM )? ( -? WORDNUM | and WORDNUM )? ( -? WORDNUM | and WORDNUM )? | a hundred | a dozen | a thousand",
    "ORD": "DIGIT_ORDINAL | ORDINAL | TENS -? ORDINAL",
    "DAYNUM": "DIGIT_ORDINAL | DAY ( st | nd | rd | th )? | ORDINAL | TENS -? ORDINAL",
    "DAYWORD": "DIGIT_ORDINAL | DAY ( st | nd | rd | th )? | ORDINAL | TENS -? ORDINAL | ONES | TENS ( -? ONES )?",
    "MONTHX": "ABBREVIATED . | ANYMONTH",
    "DAYX": "SHORT_WEEKDAY . | ANYDAY",
    "YEARX": "YEAR | SHORT_YEAR",
    "YEARS": "YEAR | SHORT_YEAR | ONES TENS ( -? ONES )? | ONES ONES | ONES hundred and? ( WORDNUM ( -? WORDNUM )? )? | ONES thousand and? ( WORDNUM ( -? WORDNUM )? )?",
    "TIMEX": "CLOCK ( + | - ) CLOCK4 | CLOCK ( MERIDIEM .? )? ( ZONE )? | HOUR MERIDIEM .? ( ZONE )? | DECIMAL MERIDIEM .? | ONES MERIDIEM .? ( ZONE )? | ( HOUR | ONES ) ( o'clock | oclock ) ( MERIDIEM .? )? | CLOCK4 hours? ( ZONE ) | CLOCK4 hours | noon | midnight",
    "LIKE": "THISLIKE | PREVIOUS | FOLLOWING",
    "LONG": "( straight | consecutive | full | whole | long | working | business | calendar | trading | school )?",
    "EDGEX": "( very? ( early | late | mid ) ( in | on | - )? the? | ( the very? ( early | late | earliest ) | the ) ( beginning | start | end | middle | close | turn | midpoint ) of the? ( month of )? | ( beginning | end | middle | start | close ) of the? | the ( early | late | mid ) -? | the ( early | late | later | latter | middle ) part of )",
}

BASE = (
    # --- the calendar, in full
    ("numeric", "( weekday:( DAYX ) ,? )? date:( ISO | COMPACT | SLASHED )"),
    (
        "numeric",
        "date:( YEAR - ANYMONTH - DAY | YEAR / ANYMONTH / DAY | ANYMONTH - DAY - YEAR | DAY - ANYMONTH - YEAR | DAY / ANYMONTH / YEAR )",
    ),
    ("numeric", "date:( MONTH_NUMBER / YEAR | MONTH_NUMBER - YEAR )"),
    (
        "calendar_day",
        "the? day:( DAYNUM ) ,? ( of the? | - )? month:( MONTHX ) ,? ( of | in | - )? ( the year )? year:( YEARX )",
    ),
    ("calendar_day", "the? day:( DAYNUM ) of? month:( MONTHX ) of year:( TWO )"),
    ("calendar_month", "month:( MONTHX ) of year:( TWO )"),
    ("calendar_day", "the? day:( DAYNUM ) of? month:( MONTHX ) ,? year:DIGITS era:( DOTTED_ERA . | ERA )"),
    ("calendar_day", "the? day:( DAYWORD ) of? month:( MONTHX ) ,? year:( YEARS )"),
    ("calendar_day", "month:( MONTHX ) the? day:( DAYNUM ) ,? ( of | in )? ( the year )? year:( YEARX )"),
    (
        "split_day",
        "month:( MONTHX ) the? day:( DAYNUM ) glue:( - | to | and | or | through ) the? day2:( DAYNUM ) ,? year:( YEARX )",
    ),
    ("calendar_day", "month:( MONTHX ) the? day:( DAYNUM ) ,? year:DIGITS era:( DOTTED_ERA . | ERA )"),
    ("calendar_day", "month:( MONTHX ) the? day:( DAYWORD ) ,? year:( YEARS )"),
    ("month_day", "the? day:( DAYNUM ) ( of the? )? month:( MONTHX )"),
    ("month_day", "month:( MONTHX ) the? day:( DAYNUM )"),
    ("month_day", "month:( ANYMONTH ) / day:DAY"),
    ("calendar_month", "month:( MONTHX ) ( ,? of? ( the year )? | - | / | in ) year:( YEARX )"),
    ("calendar_month", "month:( MONTHX ) ,? of? year:DIGITS era:( DOTTED_ERA . | ERA )"),
    ("calendar_month", "month:( MONTHX ) ,? of? year:( YEARS )"),
    ("bare_month", "( the month of )? month:( ABBREVIATED . | MONTH )"),
    ("bare_year", "year:( YEAR | SHORT_YEAR )"),
    ("spelled_alone", "year:( ONES TENS ( -? ONES )? | ONES thousand and? ( WORDNUM ( -? WORDNUM )? )? )"),
    ("said_year", "( the ( calendar )? year | year | calendar year ) year:( YEARS | THREE )"),
    (
        "fiscal_year",
        "( fiscal | financial | the fiscal | the financial ) year? year:( YEARX ) ( ( - | / ) TWO )?",
    ),
    ("fiscal_year", "( fiscal | financial | the fiscal | the financial ) year? year:YEAR ( - | / ) YEAR"),
    ("era_year", "year:( YEAR | THREE | TWO ) era:( DOTTED_ERA . | ERA )"),
    ("era_year", "era:( DOTTED_ERA . | ERA ) year:( YEAR | THREE | TWO )"),
    ("three_digit_year", "year:THREE"),
    ("calendar_decade", "the? decade:( DECADE | SHORT_DECADE | NINETIES )"),
    ("calendar_decade", "the? hundred:ONES -? decade:NINETIES"),
    ("calendar_century", "the? number:( ORD ) -? ( century | centuries ) era:( DOTTED_ERA . | ERA )?"),
    (
        "two_centuries",
        "the? number:( ORD ) - ? ( and | to | or ) the? second:( ORD ) -? ( century | centuries )",
    ),
    (
        "calendar_season",
        "the? season:ANYSEASON ( of | in | , )? ( the year )? year:( YEARX ) ( ( - | / ) ( TWO | YEAR ) )?",
    ),
    ("calendar_season", "the? year:YEAR - ? season:SEASON"),
    ("bare_season", "the? season:SEASON"),
    ("bare_season", "the season:FALL"),
    (
        "calendar_quarter",
        "the? number:( ORD | last | final ) ( fiscal | calendar | financial )? - ? quarter ( of | in | , )? the? ( fiscal | financial )? year? year:YEARX",
    ),
    (
        "calendar_quarter",
        "( code:ROMAN_QUARTER ( of | , | - | / )? year:YEARX | year2:YEARX ( - | / )? code2:ROMAN_QUARTER )",
    ),
    (
        "bare_quarter",
        "the? number:( ORD | last | final ) ( fiscal | calendar | financial )? - ? quarter ( of the year )?",
    ),
    ("bare_quarter", "code:ROMAN_QUARTER"),
    ("calendar_half", "the? number:( first | second | latter | former | last ) half of year:( YEAR )"),
    ("calendar_half", "( code:HALF_YEAR ( of | , | - )? year:YEARX | year2:YEARX -? code2:HALF_YEAR )"),
    ("bare_half", "the number:( first | second | latter | last ) half of the year"),
    ("numbered_week", "( the )? week number:DAY ( ( of | , | in )? year:YEARX )?"),
    (
        "numbered_day",
        "the number:( DIGIT_ORDINAL | ORDINAL ) ( of ( the | this | that ) month | this month )?",
    ),
    # --- leaning on today
    ("deictic", "word:DEICTIC"),
    ("deictic_far", "the? day ( before yesterday | after word:( tomorrow ) )"),
    (
        "this_unit",
        "( this | the current | the present ) ( very )? ( coming | calendar | working | fiscal | financial | past )? unit:UNIT",
    ),
    (
        "this_unit",
        "( current | coming | present ) unit:( quarter | week | month | year | weekend | decade | century | semester )",
    ),
    (
        "last_unit",
        "the? step:( last | previous | preceding | prior ) ( calendar | working | fiscal | financial )? unit:UNIT",
    ),
    ("last_unit", "past unit:( week | weekend | quarter | fortnight )"),
    ("past_unit", "( the | this ) past unit:UNIT"),
    (
        "next_unit",
        "the? step:( next | following | subsequent | ensuing | succeeding | coming | upcoming ) ( calendar | working | fiscal | financial )? unit:UNIT",
    ),
    (
        "next_unit",
        "the unit:UNIT step:( after next | following | after | before last | before | previous | preceding | prior | earlier | later )",
    ),
    ("same_unit", "( the same | that same | that very | that | the very same | the said ) unit:UNIT"),
    ("year_ago", "( the | a )? unit:( year | month | week | quarter ) - way:( ago | earlier )"),
    ("year_end", "unit:( year | month | quarter ) - end"),
    (
        "same_period",
        "the same unit:( period | time | month | quarter | day | week ) ( of | in )? ( step:( last year | a year ago | a year earlier | a year before | the year before | the previous year ) | year:YEAR )",
    ),
    ("the_unit", "the unit:( day | week | month | quarter | year | weekend | decade | century )"),
    ("the_unit", "unit:( weekend )"),
    ("shifted_month", "( the | this )? step:( LIKE | coming ) month:MONTH"),
    ("shifted_season", "( the | this | of )? step:( LIKE ) season:ANYSEASON"),
    ("shifted_season", "step:( that | that same | the same ) season:ANYSEASON"),
    ("shifted_month", "step:( that | the same ) month:MONTH"),
    (
        "shifted_weekday",
        "the? step:( this | this coming | this past | last | next | coming | upcoming | previous | preceding | prior | past | following | that | the same ) day:( DAYX )",
    ),
    ("bare_weekday", "day:( DAYX )"),
    ("weekday_number", "day:( DAYX ) ,? the number:( DIGIT_ORDINAL | ORDINAL | TENS -? ORDINAL )"),
    (
        "week_and_day",
        "( the )? step:( this | last | next | previous | following | coming ) ( week | working week ) 's? ( , )? ( on )? day:( DAYX )",
    ),
    (
        "week_and_day",
        "day:( DAYX ) ( of | , ) ( the )? step:( this | last | next | previous | following | coming | same | that ) week",
    ),
    ("week_and_day", "day:( DAYX ) step:( last | this | next ) week"),
    (
        "ago",
        "some:( SOME )? count:( COUNT ) - ? unit:( ANYUNIT | MOMENT ) ( and count2:( NUMERAL | a ) unit2:ANYUNIT )? way:( ago today | ago | earlier | later | before | after | afterwards | previously | hence | from now | from today | from tomorrow | from then | after that | before that | after this | before this | after today | before today | prior | in advance | beforehand | back | thereafter | on | from yesterday | before yesterday | after yesterday )",
    ),
    (
        "ago",
        "some:( SOME )? count:( COUNT ) unit:ANYUNIT ( and a half | , )? count2:( NUMERAL ) unit2:ANYUNIT ( ,? and? count3:( NUMERAL ) unit3:ANYUNIT )? way:( ago | earlier | later | before | from now )",
    ),
    (
        "loose_ago",
        "( just | only | some )? unit:( PLURAL ) way:( ago | earlier | later | before | after | afterwards | before that )",
    ),
    (
        "earlier_in",
        "( later | earlier ) ( in the | in that | that | this | on | in )? ( day | morning | evening )",
    ),
    # --- lengths
    (
        "length",
        "( the )? some:( SOME )? count:( COUNT ) - ? LONG unit:( ANYUNIT | MOMENT ) ( - ? ( old | long ) )? ( of age )?",
    ),
    (
        "length",
        "( the )? some:( SOME )? count:( COUNT ) unit:( ANYUNIT ) ( , | and | , and )? count2:( NUMERAL ) unit2:ANYUNIT",
    ),
    ("length", "count:( a | an | one ) unit:UNIT half:( and a half )"),
    ("length", "count:( a | an | NUMERAL ) unit:ANYUNIT and count2:( a | an ) unit2:UNIT"),
    ("length", "( a )? unit:UNIT half:( - and - a - half ) ( - ? long )?"),
    (
        "span_of",
        "( the | a | an | these | those )? way:( last | past | previous | preceding | next | coming | following | first | final | ensuing | subsequent | upcoming | other | recent ) ( some:( SOME )? count:( COUNT ) ) LONG unit:( ANYUNIT )",
    ),
    (
        "span_of",
        "( the ) count:( NUMERAL ) way:( last | past | previous | preceding | next | coming | following | first | final | ensuing | upcoming ) unit:( PLURAL )",
    ),
    (
        "loose_span",
        "( the )? ( past | last | next | coming | recent | following | previous | future ) unit:PLURAL",
    ),
    (
        "loose_length",
        "( many | the )? unit:( years | months | weeks | decades | centuries | days | hours | minutes )",
    ),
    ("loose_length", "unit:( year | day | week | month | hour | decade | century | night ) - ? ( long )"),
    (
        "loose_length",
        "unit:( years | months | weeks | decades | centuries | days | hours | minutes ) - ? ( long | old )",
    ),
    # --- again and again
    ("every", "EVERY ( other )? ( count:( NUMERAL ) )? unit:( ANYUNIT | ANYDAY | MONTH | ANYSEASON | PART )"),
    (
        "every",
        "( once | twice | ( NUMERAL | several | many ) times ) ( a | an | per | every | each ) ( count:( NUMERAL ) )? unit:ANYUNIT",
    ),
    ("often", "word:FREQUENCY"),
    ("weekdays", "day:WEEKDAYS"),
    # --- neither here nor there
    ("vague", "word:PRESENT"),
    ("vague", "word:PAST"),
    ("vague", "word:FUTURE"),
    ("former", "word:FORMER"),
    (
        "vague_present",
        "( the present ( day | time | moment )? | at present | this moment | these days | the moment | the time being | right now | at this time )",
    ),
    (
        "vague_past",
        "( the ( recent | distant | not too distant | more recent )? past | recent ( years | months | weeks | days | times | decades ) | the ( recent | past ) ( years | months | weeks | days | decades ) | the old days | the other day | not long ago | long ago | a long time ago | some time ago | a while ago | a short time ago | times past | earlier times | former times )",
    ),
    (
        "vague_future",
        "( the ( near | foreseeable | immediate | not too distant | distant | very near )? future | near future | future | the ( coming | next few | upcoming ) ( years | months | weeks | days | decades ) | coming ( years | months | weeks | days | decades ) )",
    ),
    (
        "vague_time",
        "( that time | the same time | this time | that moment | the same period | that point | this point | the same moment )",
    ),
    # --- the clock
    ("clock", "time:( TIMEX )"),
    ("clock", "time:( CLOCK )"),  # where what follows is no distance from UTC: 8:30 - 2018
    (
        "clock",
        "( half | minutes:( NUMERAL ) minutes | quarter | a quarter ) side:( past | to ) hour:( HOUR | ONES ) ( MERIDIEM .? )?",
    ),
    ("day_part", "word:( last night | tonight | overnight )"),
    (
        "day_part",
        "step:( this | that | the same | the next | the following | the previous | last | yesterday | tomorrow | today | next ) 's? edge:( early | late | mid - | mid )? part:PART",
    ),
    ("day_part", "edge:( early | late ) ( the | that | this ) step:( next | following | same ) part:PART"),
    ("loose_part", "( the )? edge:( EARLY_LATE -? )? part:PART"),
    ("loose_part", "( the ) edge:( early | late ) ( hours of the )? part:PART"),
    # --- feasts
    (
        "feast",
        "the? name:( christmas ( day | eve )? | new year ( 's )? ( day | eve )? | orthodox? easter ( sunday | monday )? | orthodox? good friday | halloween | thanksgiving ( day )? | labor day | labour day | memorial day | independence day | valentine ( 's )? day | ( st | saint ) .? patrick ( 's )? ( day )? | boxing day | epiphany | ash wednesday | orthodox? palm sunday | orthodox? pentecost | whit monday | ascension day | all saints ( ' )? day | bastille day | armistice day | remembrance day | veterans ( ' )? day | columbus day | martin luther king day | victory day | may day | martin luther king ( , )? jr .? day | black friday | cyber monday | earth day | april fools ( ' )? day | groundhog day | international women ( 's )? day | united nations day | human rights day | europe day | presidents ( ' )? day | mother 's day | father 's day | nowruz | maundy thursday | good friday | candlemas | michaelmas | national day ) ( ( of | , | in )? year:YEARX )?",
    ),
    ("feast", "the name:( ides ) of month:MONTH ( ( ,? of? ) year:( YEARX ) )?"),
    ("feast", "the name:( fourth | 4th ) of july ( ( ,? of? ) year:( YEARX ) )?"),
)

PREFIX = (
    ("edge", "edge:( EDGEX )"),
    ("edge", "way:( later | earlier ) ( in | on )? ( the )?"),
    ("edge", "way:( late | later | early | earlier )"),
    ("half_of", "the? number:( first | second | latter | former | last ) half of the?"),
    ("quarter_of", "the? number:( ORD | last | final ) quarter of the?"),
    (
        "nth_of",
        "the? number:( ORD | last | final ) unit:( day | week | month | weekend | decade | year ) of the?",
    ),
    (
        "days_of",
        "the way:( first | last | final | opening | closing ) ( count:( NUMERAL | few | several | couple of ) )? unit:PLURAL of the?",
    ),
    ("approximately", "( APPROXIMATE .? | sometime in | sometime around | sometime )"),
    ("weekday_and", "day:( DAYX ) ,? ( the )?"),
    ("weekday_and", "day:( DAYX ) ( on | of )"),
    ("month_of", "month:( MONTHX ) ( ,? of | , | in )?"),
    (
        "month_day_of",
        "( month:( MONTHX ) the? day:( DAYNUM ) | the? day2:( DAYNUM ) of? month2:( MONTHX ) ) ( ,? of | , )?",
    ),
    ("season_of", "the? season:ANYSEASON ( of )"),
    ("numbered_day_of", "the number:( DIGIT_ORDINAL ) of"),
    ("part_of", "( the )? edge:( early | late )? part:PART ( of | on | ,? ) ( the )?"),
    ("eve_of", "( the | on the )? eve of the?"),
    ("time_of", "time:( TIMEX ) ( on | , | of | on the )?"),
    (
        "offset",
        "some:( SOME )? ( count:( COUNT ) | the ) LONG unit:ANYUNIT ( and a half )? way:( after | before | from | following | prior to | since | later than )",
    ),
    ("paired_day", "day:( DAYNUM ) glue:( - | to | and | until | or | through | till )"),
    ("paired_day", "day:( DAYNUM ) , day2:( DAYNUM ) glue:( and | or | to )"),
    ("paired_era", "year:( TWO | THREE | YEAR ) glue:( - | to | and | until | or )"),
    ("paired_month", "month:( MONTHX ) glue:( - | to | and | until | or | through | till | / )"),
    ("paired_month_day", "month:( MONTHX ) the? day:( DAYNUM ) glue:( - | to | and | until | or | through )"),
    (
        "paired_month_day",
        "the? day2:( DAYNUM ) of? month2:( MONTHX ) glue:( - | to | and | until | or | through )",
    ),
    ("paired_season", "the? season:ANYSEASON glue:( - | to | and | or | / )"),
    ("paired_edge", "edge:( early | late | mid | mid - ) glue:( to | - | or ) "),
)

SUFFIX = (
    ("at_clock", ",? ( at | around | about | from | by )? time:( TIMEX )"),
    ("at_clock", ",? ( at | around | about | from | by )? time:( CLOCK )"),
    ("and_part", "( edge:( early | late ) )? part:PART"),
    ("and_part", "( in the | at ) ( edge:( early | late ) )? part:PART"),
    ("and_day", "glue:( - | to | and | or | through ) the? day:( DAYNUM )"),
    ("and_short_year", "glue:( - | / ) year:TWO"),
    (
        "of_year",
        "( ,? of )? ( the )? step:( this | that | last | next | following | previous | same | that same | preceding | succeeding ) year",
    ),
    ("possessed", "'s number:( ORD | last | final ) piece:( quarter | half )"),
    ("possessed_edge", "'s edge:( end | start | beginning | close )"),
    ("eve_weekend", "weekend"),
)


def words() -> frozenset[str]:
    """Every word that a rule names itself, rather than by its class."""
    rows = (*FRAGMENTS.values(), *(text for _, text in BASE + PREFIX + SUFFIX))
    items = {item.rpartition(":")[2] for text in rows for item in text.translate(_MARKS).split()}
    return frozenset(item for item in items if item and not item.isupper())


_MARKS = str.maketrans("?()|", "    ")
