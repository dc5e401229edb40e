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


def _on(side: Any) -> Any:
    return lambda base: Beside(side=side, base=base)


def _lasting(**ends: Any) -> Any:
    return lambda **got: Lasting(**ends, **got)


SPANS = (
    Rule("brackets", "when", "( [ value:<when> ] | \\( value:<when> \\) )", same,
         {"[ca. 1920]": "1920~", "[1920 or 1921]": "[1920,1921]", "(1946)": "1946"}),
    Rule("brackets with doubt", "when", "( [ value:<when> ] | \\( value:<when> \\) ) doubt:MARK", doubted,
         {"[1931 or 1932]?": "[1931?,1932?]"}),
    Rule("one date", "when", "value:<date>", same, {"2018/03/01": "2018-03-01"}),
    Rule("from to", "when", "FROM? start:<date> ( DASH | UPTO ) end:<date>", Lasting,
         {"from 2018 to 2020": "2018/2020", "1945 -- 1950": "1945/1950",
          "17 July-2 August 1945": "1945-07-17/1945-08-02", "2022-03-01 to 2022-03-21": "2022-03-01/2022-03-21"}),
    Rule("from on", "when", "( SINCE | FROM ) start:<date> ONWARDS?", _lasting(end=OPEN), {"since 2018": "2018/.."}),
    Rule("onwards", "when", "start:<date> ONWARDS", _lasting(end=OPEN), {"2014 onwards": "2014/.."}),
    Rule("to the present", "when", "FROM? start:<date> ( DASH | UPTO | / ) IDLE? OPEN", _lasting(end=OPEN),
         {"from 2018 to present": "2018/..", "1970-11/open": "1970-11/.."}),
    Rule("to nobody knows when", "when", "FROM? start:<date> ( DASH | UPTO | / ) UNKNOWN", _lasting(end=UNKNOWN),
         {"1985 – unknown": "1985/", "1945-?": "1945/"}),
    Rule("from nobody knows when", "when", "UNKNOWN ( DASH | UPTO | / ) end:<date>", _lasting(start=UNKNOWN),
         {"unknown – 1985": "/1985"}),
    Rule("until", "when", "UNTIL end:<date>", _lasting(start=OPEN), {"until 2018": "../2018"}),
    Rule("throughout", "when", "THROUGHOUT whole:<date>", lambda whole: Lasting(start=whole, end=whole),
         {"throughout 1985": "1985/1985"}),
    Rule("between", "when", "BETWEEN start:<date> ( AND | DASH | UPTO ) end:<date>", Between,
         {"between 2018 and 2020": "[2018..2020]", "between 1920-1925": "[1920..1925]", "between 1920 and 1925?": ""}),
    Rule("one moment from to", "when", "start:<date> x end:<date>", Between, {"1920 x 1925": "[1920..1925]"}),
    Rule("after and before", "when", "AFTER start:<date> ,? ( AND | BUT ) BEFORE end:<date>",
         lambda start, end: Between(start=start, end=end, inside=True),
         {"after 2018 but before 2021": "[2019..2020]"}),
    Rule("not before and not after", "when", "NOT_BEFORE start:<date> ,? ( AND | BUT | DASH | - )? BY end:<date>",
         Between, {"not before 1920 and no later than 1925": "[1920..1925]"}),
    Rule("before", "when", "BEFORE -? base:<date>", _on("before"), {"before 2018": "[..2017]"}),
    Rule("after", "when", "AFTER -? base:<date>", _on("after"), {"after 2018": "[2019..]", "post-1945": "[1946..]"}),
    Rule("by", "when", "BY base:<date>", _on("by"),
         {"by 2018": "[..2018]", "no later than 3 May 1945": "[..1945-05-03]"}),
    Rule("not before", "when", "NOT_BEFORE base:<date>", _on("not before"), {"not before 1945": "[1945..]"}),
    Rule("or later", "when", "base:<date> OR_LATER", _on("not before"), {"2018 or later": "[2018..]"}),
    Rule("or earlier", "when", "base:<date> OR_EARLIER", _on("by"), {"1945 or earlier": "[..1945]"}),
    Rule("with a stroke", "when", "first:<date> / second:<date>", _or_slash,
         {"May/June 1945": "[1945-05,1945-06]", "3/4 May 1945": "[1945-05-03,1945-05-04]", "2020/23 Sep": ""}),
    Rule("one of several", "when", "EITHER? first:<date> rest:<choices>", _listed(every=False),
         {"2018 or 2020": "[2018,2020]", "2018, 2019 or 2020": "[2018,2019,2020]"}),
    Rule("all of several", "when", "BOTH? first:<date> rest:<all>", _listed(every=True),
         {"2018 and 2020": "{2018,2020}"}),
    Rule("last choice", "choices", ",? OR last:<date>", lambda last: (last,),
         {"1 May 2021 or 2022": "[2021-05-01,2022]"}),
    Rule("more choices", "choices", "( , | OR ) first:<date> rest:<choices>", lambda first, rest: (first, *rest),
         {"2017 or 2018 or 2020": "[2017,2018,2020]"}),
    Rule("last of all", "all", ",? AND last:<date>", lambda last: (last,), {"2018, and 2020": "{2018,2020}"}),
    Rule("more of all", "all", "( , | AND ) first:<date> rest:<all>", lambda first, rest: (first, *rest),
         {"2017, 2018 and 2020": "{2017,2018,2020}"}),
    Rule("doubt about all of it", "when", "doubt:ABOUT value:<when>", doubted,
         {"probably between 2018 and 2020": "[2018?..2020?]"}),
    Rule("idle words before all of it", "when", "IDLE value:<when>", same,
         {"dated between 2018 and 2020": "[2018..2020]"}),
    Rule("phrase", "text", "value:<when>", same, {"2018.03.01": "2018-03-01"}),
    Rule("from to with two dots", "text", "start:<date> . . end:<date>", Lasting,
         {"2022-03-01..2022-03-21": "2022-03-01/2022-03-21", "[2022-01..2023]": ""}),
)  # fmt: skip
