"""What dates together say, in every language: from … to, since, until, between, before, one of several, in brackets.

The phrases are `when`; `text` is what the whole of a typed date may be.
"""

from typing import Any

from timeline.said.joins import doubted
from timeline.said.patterns import Rule, same
from timeline.said.values import Beside, Between, Edge, Fields, Lasting, Number, Several, Value

OPEN, UNKNOWN = Edge(open=True), Edge(open=False)


def _or_slash(first: Value, second: Value) -> Value | None:
    """A stroke is "or" between days and months that share what follows; between whole dates it is EDTF's interval."""
    if isinstance(first, Number) or (isinstance(first, Fields) and first.yearless):
        return Several(members=(first, second))
    whole = all(isinstance(each, Fields) and not each.yearless for each in (first, second))
    return Lasting(start=first, end=second) if whole else None


def _listed(*, every: bool) -> Any:
    return lambda first, rest=(): (
        None if isinstance(first, Edge) else Several(members=(first, *rest), every=every)
    )


def _until(end: Value) -> Value:
    return Lasting(start=OPEN, end=end)


SPANS = (
    Rule(
        name="brackets", gives="when", pattern="( [ value:<when> ] | \\( value:<when> \\) )", value=same,
        examples={"[ca. 1920]": "1920~", "[1920 or 1921]": "[1920,1921]", "(1946)": "1946"},
    ),
    Rule(
        name="brackets with doubt", gives="when", pattern="( [ value:<when> ] | \\( value:<when> \\) ) doubt:MARK",
        value=doubted, examples={"[1931 or 1932]?": "[1931?,1932?]"},
    ),
    Rule(name="one date", gives="when", pattern="value:<date>", value=same, examples={"2018/03/01": "2018-03-01"}),
    Rule(
        name="from to", gives="when", pattern="FROM? start:<date> ( DASH | UPTO ) end:<date>", value=Lasting,
        examples={"from 2018 to 2020": "2018/2020", "1945 -- 1950": "1945/1950",
                  "17 July-2 August 1945": "1945-07-17/1945-08-02", "2022-03-01 to 2022-03-21": "2022-03-01/2022-03-21"},
    ),
    Rule(
        name="from on", gives="when", pattern="( SINCE | FROM ) start:<date> ONWARDS?",
        value=lambda start: Lasting(start=start, end=OPEN), examples={"since 2018": "2018/.."},
    ),
    Rule(
        name="onwards", gives="when", pattern="start:<date> ONWARDS",
        value=lambda start: Lasting(start=start, end=OPEN), examples={"2014 onwards": "2014/.."},
    ),
    Rule(
        name="to the present", gives="when", pattern="FROM? start:<date> ( DASH | UPTO | / ) IDLE? OPEN",
        value=lambda start: Lasting(start=start, end=OPEN),
        examples={"from 2018 to present": "2018/..", "1970-11/open": "1970-11/.."},
    ),
    Rule(
        name="to nobody knows when", gives="when", pattern="FROM? start:<date> ( DASH | UPTO | / ) UNKNOWN",
        value=lambda start: Lasting(start=start, end=UNKNOWN), examples={"1985 – unknown": "1985/", "1945-?": "1945/"},
    ),
    Rule(
        name="from nobody knows when", gives="when", pattern="UNKNOWN ( DASH | UPTO | / ) end:<date>",
        value=lambda end: Lasting(start=UNKNOWN, end=end), examples={"unknown – 1985": "/1985"},
    ),
    Rule(name="until", gives="when", pattern="UNTIL end:<date>", value=_until, examples={"until 2018": "../2018"}),
    Rule(
        name="throughout", gives="when", pattern="THROUGHOUT whole:<date>",
        value=lambda whole: Lasting(start=whole, end=whole), examples={"throughout 1985": "1985/1985"},
    ),
    Rule(
        name="between", gives="when", pattern="BETWEEN start:<date> ( AND | DASH | UPTO ) end:<date>", value=Between,
        examples={"between 2018 and 2020": "[2018..2020]", "between 1920-1925": "[1920..1925]"},
        never={"between 1920 and 1925?": ""},
    ),
    Rule(
        name="one moment from to", gives="when", pattern="start:<date> x end:<date>", value=Between,
        examples={"1920 x 1925": "[1920..1925]"},
    ),
    Rule(
        name="after and before", gives="when", pattern="AFTER start:<date> ,? ( AND | BUT ) BEFORE end:<date>",
        value=lambda start, end: Between(start=start, end=end, inside=True),
        examples={"after 2018 but before 2021": "[2019..2020]"},
    ),
    Rule(
        name="not before and not after", gives="when",
        pattern="NOT_BEFORE start:<date> ,? ( AND | BUT | DASH | - )? BY end:<date>", value=Between,
        examples={"not before 1920 and no later than 1925": "[1920..1925]"},
    ),
    Rule(
        name="before", gives="when", pattern="BEFORE -? base:<date>",
        value=lambda base: Beside(side="before", base=base), examples={"before 2018": "[..2017]"},
    ),
    Rule(
        name="after", gives="when", pattern="AFTER -? base:<date>",
        value=lambda base: Beside(side="after", base=base),
        examples={"after 2018": "[2019..]", "post-1945": "[1946..]"},
    ),
    Rule(
        name="by", gives="when", pattern="BY base:<date>", value=lambda base: Beside(side="by", base=base),
        examples={"by 2018": "[..2018]", "no later than 3 May 1945": "[..1945-05-03]"},
    ),
    Rule(
        name="not before", gives="when", pattern="NOT_BEFORE base:<date>",
        value=lambda base: Beside(side="not before", base=base), examples={"not before 1945": "[1945..]"},
    ),
    Rule(
        name="or later", gives="when", pattern="base:<date> OR_LATER",
        value=lambda base: Beside(side="not before", base=base), examples={"2018 or later": "[2018..]"},
    ),
    Rule(
        name="or earlier", gives="when", pattern="base:<date> OR_EARLIER",
        value=lambda base: Beside(side="by", base=base), examples={"1945 or earlier": "[..1945]"},
    ),
    Rule(
        name="with a stroke", gives="when", pattern="first:<date> / second:<date>", value=_or_slash,
        examples={"May/June 1945": "[1945-05,1945-06]", "3/4 May 1945": "[1945-05-03,1945-05-04]"},
        never={"2020/23 Sep": ""},
    ),
    Rule(
        name="one of several", gives="when", pattern="EITHER? first:<date> rest:<choices>", value=_listed(every=False),
        examples={"2018 or 2020": "[2018,2020]", "2018, 2019 or 2020": "[2018,2019,2020]"},
    ),
    Rule(
        name="all of several", gives="when", pattern="BOTH? first:<date> rest:<all>", value=_listed(every=True),
        examples={"2018 and 2020": "{2018,2020}"},
    ),
    Rule(name="last choice", gives="choices", pattern=",? OR last:<date>", value=lambda last: (last,),
         examples={"1 May 2021 or 2022": "[2021-05-01,2022]"}),
    Rule(name="more choices", gives="choices", pattern="( , | OR ) first:<date> rest:<choices>",
         value=lambda first, rest: (first, *rest), examples={"2017 or 2018 or 2020": "[2017,2018,2020]"}),
    Rule(name="last of all", gives="all", pattern=",? AND last:<date>", value=lambda last: (last,),
         examples={"2018, and 2020": "{2018,2020}"}),
    Rule(name="more of all", gives="all", pattern="( , | AND ) first:<date> rest:<all>",
         value=lambda first, rest: (first, *rest), examples={"2017, 2018 and 2020": "{2017,2018,2020}"}),
    Rule(
        name="doubt about all of it", gives="when", pattern="doubt:ABOUT value:<when>", value=doubted,
        examples={"probably between 2018 and 2020": "[2018?..2020?]"},
    ),
    Rule(
        name="idle words before all of it", gives="when", pattern="IDLE value:<when>", value=same,
        examples={"dated between 2018 and 2020": "[2018..2020]"},
    ),
    Rule(name="phrase", gives="text", pattern="value:<when>", value=same, examples={"2018.03.01": "2018-03-01"}),
    Rule(
        name="from to with two dots", gives="text", pattern="start:<date> . . end:<date>", value=Lasting,
        examples={"2022-03-01..2022-03-21": "2022-03-01/2022-03-21"}, never={"[2022-01..2023]": ""},
    ),
)  # fmt: skip
