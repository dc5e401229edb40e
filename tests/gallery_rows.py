"""The gallery of what `timeline check` finds: a code, the file events.yaml, and what is printed of it on 10 February 2023."""

from typing import NamedTuple


class Checked(NamedTuple):
    """A code, the file events.yaml, and what `timeline check` prints of it."""

    code: str
    text: str | bytes
    told: str


CHECKED = (
    Checked(
        "E101",
        "- date: 2022\n  title: Talks: halted\n",
        'events.yaml:2: E101 not YAML: a second ": " in one value, or a line indented too far\n'
        '  hint: put a text that contains ": " in double quotes\n',
    ),
    Checked(
        "E101",
        "- date: 2022\n\ttitle: Talks\n",
        "events.yaml:2: E101 not YAML: a tab indents this line\n  hint: indent with spaces\n",
    ),
    Checked(
        "E101",
        '- date: 2022\n  title: "Talks\n',
        "events.yaml:2: E101 not YAML: a quotation that does not end\n  hint: close the quotation mark\n",
    ),
    Checked(
        "E101",
        "- date: 2022\n  title: @Talks\n",
        "events.yaml:2: E101 not YAML: a character that cannot begin a value\n"
        "  hint: put the text in double quotes\n",
    ),
    Checked(
        "E102",
        "just a text\n",
        "events.yaml:1: E102 a collection is a list of records, and this is none\n"
        '  hint: a record begins with a line like "- date: 2022-03-21", and its fields stand below "date"\n',
    ),
    Checked(
        "E102",
        "- one\n- date: 2022\n  title: Talks\n",
        "events.yaml:1: E102 a collection is a list of records, and this is none\n"
        '  hint: a record begins with a line like "- date: 2022-03-21", and its fields stand below "date"\n',
    ),
    Checked(
        "E102",
        "- date: 2022\n  title: Talks\n  [a, b]: c\n",
        "events.yaml:3: E102 the name of a field must be text\n"
        "  hint: quote a name that begins with [ or {\n",
    ),
    Checked(
        "E201",
        "name: mine\nevent:\n- date: 2022\n  title: Talks\n",
        "events.yaml:1: E201 date is missing\n"
        "  hint: a list of records stands under events: and not event:\n"
        "events.yaml:1: E201 title is missing\n"
        '  hint: add a line like "title: what happened"\n',
    ),
    Checked(
        "E102",
        "title: My list\nevents: none yet\n",
        'events.yaml:2: E102 under "events:" stands no list of records\n'
        '  hint: begin each record there with "- ", or add a "date" if this is one record\n',
    ),
    Checked(
        "E103",
        "- date: 2022\n  title: !!python/object:os.system Talks\n",
        'events.yaml:2: E103 the YAML tag "!!python/object:os.system" is refused: a collection holds text, lists and mappings\n'
        '  hint: take the tag out, or quote a text that begins with "!"\n',
    ),
    Checked(
        "E104",
        "- date: 2022\n  title: Talks\n  title: Rally\n",
        'events.yaml:3: E104 "title" stands twice here\n  hint: keep one of the two\n',
    ),
    Checked(
        "E105",
        "- date: 2022\n  title: Talks\n---\n- date: 2023\n  title: Rally\n",
        "events.yaml:3: E105 a second YAML document begins here\n"
        '  hint: take the "---" line out, or put the documents into files of their own\n',
    ),
    Checked(
        "E106",
        "- date: 2022\n  title: *talks\n",
        'events.yaml:2: E106 "*talks" has no anchor "&talks" above it\n'
        '  hint: quote a text that begins with "*"\n',
    ),
    Checked(
        "E106",
        "- date: 2022\n  title: Talks\n  <<: text\n",
        'events.yaml:3: E106 "<<" merges mappings, and this is none\n'
        '  hint: write "<<: *name", where "&name" stands before a mapping\n',
    ),
    Checked(
        "E106",
        '- date: 2022\n  title: Talks\n  x: &x ["aaa"]\n  y: &y {x: *y}\n',
        'events.yaml:4: E106 "*y" stands inside of what it repeats\n  hint: write what it stands for\n',
    ),
    Checked(
        "E107",
        "- date: 2022\n  title: Talks\n  deep: " + "[" * 101 + "]" * 101 + "\n",
        "events.yaml:3: E107 nested deeper than 100\n  hint: write it as one text, or as fewer levels\n",
    ),
    Checked(
        "E108",
        b"- date: 2022\n  title: Caf\xe9\n",
        "events.yaml:2: E108 byte 0xe9 is not UTF-8\n"
        "  hint: save the file as UTF-8, for instance with: iconv -f LATIN1 -t UTF-8\n",
    ),
    Checked(
        "E108",
        "- date: 2022\n  title: a\x00b\n",
        "events.yaml:2: E108 a NUL byte cannot stand in YAML\n"
        '  hint: write it as an escape in double quotes: "\\u0000"\n',
    ),
    Checked(
        "E108",
        "- date: 2022\n  title: a\x1bb\n",
        'events.yaml:2: E108 the control character "\\x1b" cannot stand in YAML\n'
        '  hint: write it as an escape in double quotes: "\\u001b"\n',
    ),
    Checked(
        "E201",
        "- title: Talks\n",
        'events.yaml:1: E201 date is missing\n  hint: add a line like "date: 2022-03-21" (EDTF)\n',
    ),
    Checked(
        "E201",
        '- date: 2022\n  title: " "\n',
        'events.yaml:2: E201 title is missing\n  hint: add a line like "title: what happened"\n',
    ),
    Checked(
        "E202",
        "- date: 2022\n  title: [Talks, Rally]\n",
        "events.yaml:2: E202 title must be text, not a list\n"
        "  hint: only actors, tags, after, before, related and sources hold lists\n",
    ),
    Checked(
        "E202",
        "- date: 2022\n  title: Talks\n  actors: {state: Japan}\n",
        "events.yaml:3: E202 actors must be a list of text, not a mapping\n"
        "  hint: write actors: [one, two]\n",
    ),
    Checked(
        "E202",
        '- date: 2022\n  title: Talks\n  tags:\n    - wording: "illegal"\n',
        "events.yaml:4: E202 tags item 1 must be text, not a mapping\n"
        '  hint: quote a text that contains ": "\n',
    ),
    Checked(
        "E202",
        "- date: 2022\n  title: Talks\n  sources:\n    TASS: bulletin\n    Kyodo: wire\n",
        "events.yaml:3: E202 sources must be a list of sources, not a mapping of names\n"
        '  hint: begin each source with "- ", as in "- title: TASS"\n',
    ),
    Checked(
        "E202",
        "- date: 2022\n  title: Talks\n  sources:\n    title: TASS\n",
        "events.yaml:3: E202 sources must be a list of sources, not one mapping\n"
        '  hint: put "- " before its first field: "- title: …"\n',
    ),
    Checked(
        "E202",
        "- date: [2021..2022]\n  title: Talks\n",
        'events.yaml:1: E202 date must be text, not a list\n  hint: quote it: date: "[2021..2022]"\n',
    ),
    Checked(
        "E202",
        "- date: 2022\n  title: Talks\n  sources:\n    - https://example.org/a\n    - [TASS]\n",
        "events.yaml:5: E202 sources item 2 must be a source, not a list\n"
        "  hint: a source is an address, a title, or a mapping with title, publisher, url, quote …\n",
    ),
    Checked(
        "E203",
        "- date: 2022-13-01\n  title: Talks\n",
        'events.yaml:1: E203 date "2022-13-01" is not a calendar date\n  hint: months go from 01 to 12\n',
    ),
    Checked(
        "E203",
        "- date: 29 February 2023\n  title: Talks\n",
        'events.yaml:1: E203 date "29 February 2023" is not an EDTF date\n'
        '  hint: dates look like "2018", "2022-03", "2023-02-10", "1950~", "2018/2020"\n',
    ),
    Checked(
        "E203",
        "- date: 2023-02-29\n  title: Talks\n",
        'events.yaml:1: E203 date "2023-02-29" is not a calendar date\n  hint: February 2023 has 28 days\n',
    ),
    Checked(
        "E203",
        "- date: 2022/2018\n  title: Talks\n",
        'events.yaml:1: E203 date "2022/2018" ends before it starts\n'
        '  hint: exchange the ends: "2018/2022"\n',
    ),
    Checked(
        "E203",
        "- date: 2022\n  title: Talks\n  sources:\n    - {title: T, date: soon}\n",
        'events.yaml:4: E203 sources.1.date "soon" is not an EDTF date\n'
        '  hint: dates look like "2018", "2022-03", "2023-02-10", "1950~", "2018/2020"\n',
    ),
    Checked(
        "E204",
        "- id: Talks end\n  date: 2022\n  title: Talks\n",
        'events.yaml:1: E204 id "Talks end" is not a slug\n'
        "  hint: an id has a-z, 0-9 and : . _ - only, and begins with a letter or digit\n",
    ),
    Checked(
        "E205",
        "- date: 2022\n  title: |\n    Talks\n    end\n",
        'events.yaml:2: E205 title "Talks\\nend" has more than one line\n  hint: put the rest into summary\n',
    ),
    Checked(
        "E206",
        "- date: 2022\n  title: Talks\n  status: final\n",
        'events.yaml:3: E206 status "final" is not known\n'
        "  hint: one of: draft, reported, confirmed, disputed\n",
    ),
    Checked(
        "E206",
        "- date: 2022\n  title: Talks\n  place_precision: town\n",
        'events.yaml:3: E206 place_precision "town" is not known\n'
        "  hint: one of: exact, city, region, country\n",
    ),
    Checked(
        "E207",
        "- date: 2022\n  title: Talks\n  lat: 91\n  lon: 1,5\n",
        'events.yaml:3: E207 lat "91" is not a number from -90 to 90\n'
        "  hint: write degrees: 43.06\n"
        'events.yaml:4: E207 lon "1,5" is not a number from -180 to 180\n'
        "  hint: write degrees: 43.06\n",
    ),
    Checked(
        "E208",
        '- date: 2022\n  title: Talks\n  actors: [Japan, ""]\n',
        'events.yaml:3: E208 actors item 2 is empty\n  hint: take it out; quote a name that is "null" or "~"\n',
    ),
    Checked(
        "E301",
        "- {id: a, date: 2022, title: Talks}\n- {id: a, date: 2018, title: Rally}\n",
        'events.yaml:2: E301 id "a" is in use at events.yaml:1\n  hint: give one of the two another id\n',
    ),
    Checked(
        "E302",
        "- {id: talks, date: 2022, title: Talks}\n- {id: b, date: 2018, title: Rally, related: [talk]}\n",
        'events.yaml:2: E302 related "talk" is no event\'s id\n  hint: did you mean talks?\n',
    ),
    Checked(
        "E302",
        "- {id: b, date: 2018, title: Rally, after: [a]}\n",
        'events.yaml:1: E302 after "a" is no event\'s id\n'
        "  hint: look for the id with timeline show --view card\n",
    ),
    Checked(
        "E303",
        "- {id: a, date: 2022, title: Talks}\n- {id: b, date: 2018, title: Rally, after: [a]}\n",
        'events.yaml:2: E303 after "a" contradicts the dates: 2018 ends before 2022 begins\n'
        "  hint: look at both dates, and at events.yaml:1\n",
    ),
    Checked(
        "E304",
        "- {id: a, date: 2022, title: Talks, after: [b]}\n- {id: b, date: 2022, title: Rally, after: [a]}\n",
        'events.yaml:2: E304 after and before form a circle: "a" before "b" before "a"\n'
        "  hint: take one of these references out\n",
    ),
    Checked(
        "W401",
        "- date: 2022\n  titel: Talks\n  title: Talks\n",
        'events.yaml:2: W401 field "titel" is not known\n  hint: title is there too; rename or remove one\n',
    ),
    Checked(
        "W401",
        "- date: 2022\n  title: Talks\n  Actors: [Japan]\n",
        'events.yaml:3: W401 field "Actors" is not known\n  hint: did you mean actors?\n',
    ),
    Checked(
        "W401",
        "- date: 2022\n  title: Talks\n  sources:\n    - title: T\n      publischer: TASS\n",
        'events.yaml:5: W401 field "sources.1.publischer" is not known\n  hint: did you mean publisher?\n',
    ),
    Checked(
        "W402",
        "- date: 2022\n  title: Talks\n  url: https://example.org/a\n",
        'events.yaml:3: W402 field "url" belongs to a source\n'
        '  hint: write it under "sources:", as in "- url: …"\n',
    ),
    Checked(
        "W403",
        "- date: 2022\n  title: Talks\n  actors: Japan\n",
        "events.yaml:3: W403 actors is one text, and a list is meant\n  hint: write actors: [Japan]\n",
    ),
    Checked(
        "W403",
        "- date: 2022\n  title: Talks\n  actors: Russia, Japan\n",
        'events.yaml:3: W403 actors "Russia, Japan" looks like 2 items, and is read as one\n'
        "  hint: write actors: [Russia, Japan]\n",
    ),
    Checked(
        "W404",
        "- date: 2022\n  title: Talks\n  sources:\n    - publisher: TASS\n",
        "events.yaml:4: W404 sources.1 has neither title nor url\n  hint: add its title or its url\n",
    ),
    Checked(
        "W405",
        "- date: 2022-03-21\n  title: Talks\n  sources:\n    - title: T\n      date: 2022-03-20\n",
        'events.yaml:5: W405 source "2022-03-20" is published before the event of "2022-03-21"\n'
        "  hint: look at both dates; what was only announced is status: draft\n",
    ),
    Checked(
        "W406",
        "- date: 2022-03-21\n  title: Talks\n  sources:\n    - title: T\n      event_date: 2022-04\n",
        'events.yaml:5: W406 event_date "2022-04" cannot be the event\'s date, "2022-03-21"\n'
        "  hint: widen the date so that it holds both, or set status: disputed\n",
    ),
    Checked(
        "W407",
        "- date: 2022\n  title: Talks\n  status: draft\n",
        "events.yaml:3: W407 a draft is left in\n  hint: vouch for it with status: reported, or remove it\n",
    ),
    Checked(
        "W408",
        "- date: 2022-03\n  title: Talks end in Moscow\n- date: 2022-03-21\n  title: Talks end in Moskow\n",
        'events.yaml:4: W408 looks the same as events.yaml:1: Mar 2022, "Talks end in Moscow"\n'
        "  hint: remove one, or say in the titles what differs\n",
    ),
    Checked(
        "W409",
        '- date: 2022\n  title: "Talks \\u202e end"\n',
        'events.yaml:2: W409 "title" holds U+202E, which turns the direction of text\n'
        "  hint: take it out: it is shown as an escape, never obeyed\n",
    ),
    Checked(
        "W409",
        '- date: 2022\n  title: Talks\n  summary: "a\\e[2Jb"\n',
        'events.yaml:3: W409 "summary" holds U+001B, which is a control character\n'
        "  hint: take it out: it is shown as an escape, never obeyed\n",
    ),
    Checked(
        "W409",
        '- date: 2022\n  title: Talks\n  "a\\u0007": b\n',
        "events.yaml:3: W409 the name of a field holds U+0007, which is a control character\n"
        "  hint: take it out: it is shown as an escape, never obeyed\n",
    ),
    Checked(
        "W410",
        "- date: 2021\n"
        "  title: Talks\n"
        "  actors: [Russia]\n"
        "- date: 2022\n"
        "  title: Rally\n"
        "  actors: [Russian Federation]\n",
        'events.yaml:6: W410 actor "Russian Federation" (once) looks like "Russia" (once): both are Russia\n'
        '  hint: write "Russia", or leave two who are two\n',
    ),
    Checked(
        "W410",
        "- date: 2021\n"
        "  title: Talks\n"
        "  actors: [Kremlin press office]\n"
        "- date: 2022\n"
        "  title: Rally\n"
        "  actors: [Kremlin pres office, kremlin Press Office]\n",
        'events.yaml:6: W410 actor "kremlin Press Office" (once) looks like "Kremlin press office" (once): they differ in case, accents or marks only\n'
        '  hint: write "Kremlin press office", or leave two who are two\n',
    ),
    Checked(
        "W410",
        "- date: 2021\n"
        "  title: Talks\n"
        "  actors: [Foreign Ministry]\n"
        "- date: 2022\n"
        "  title: Rally\n"
        "  actors: [Foreign Ministy]\n",
        'events.yaml:6: W410 actor "Foreign Ministy" (once) looks like "Foreign Ministry" (once): they are one letter apart\n'
        '  hint: write "Foreign Ministry", or leave two who are two\n',
    ),
    Checked(
        "W411",
        "- date: 2023-02-11\n  title: Talks\n  sources:\n    - title: T\n      date: 2024\n",
        'events.yaml:1: W411 date "2023-02-11" is in the future\n'
        "  hint: look at the year; what is only planned is status: draft\n"
        'events.yaml:5: W411 sources.1.date "2024" is in the future\n'
        "  hint: look at the year\n",
    ),
    Checked(
        "W412",
        "- {id: a, date: 2022-03, title: Talks}\n- {id: b, date: 2021/2023, title: Rally, after: [a]}\n",
        'events.yaml:2: W412 after "a" may contradict the dates: 2021/2023 begins before 2022-03 does\n'
        "  hint: look at both dates, and at events.yaml:1\n",
    ),
    Checked(
        "W413",
        "- {id: a, date: 2022, title: Talks, related: [a]}\n",
        'events.yaml:1: W413 related "a" is the event itself\n  hint: take it out\n',
    ),
    Checked(
        "W414",
        "- date: 2022\n  title: Talks\n  tags: [rally, rally]\n",
        'events.yaml:3: W414 tags names "rally" twice\n  hint: take one out\n',
    ),
    Checked(
        "W415",
        "- date: 2022\n  title: Talks\n  lat: 43\n",
        "events.yaml:3: W415 lat stands without lon\n  hint: add lon, or take lat out\n",
    ),
    Checked(
        "W417",
        "- date: 2022\n  title: Talks\n  place: null\n  summary: ~\n  kind: 'null'\n  null: x\n",
        "events.yaml:3: W417 a plain null stands for nothing, and is read as an absent value\n"
        '  hint: quote it if it is a name: "null"; the first release read it as text\n'
        "events.yaml:4: W417 a plain ~ stands for nothing, and is read as an absent value\n"
        '  hint: quote it if it is a name: "~"; the first release read it as text\n',
    ),
    Checked(
        "W418",
        "- date: 2022  # from the letter\n  title: Talks #5 end\n  place: #Tokyo\n  kind: 'talks' #5\n",
        'events.yaml:2: W418 the text ends before "#5 end", which YAML takes for a comment\n'
        '  hint: quote the whole: "Talks #5 end"; or set the # of a comment apart: # …\n'
        'events.yaml:3: W418 the text ends before "#Tokyo", which YAML takes for a comment\n'
        '  hint: quote the whole: "#Tokyo"; or set the # of a comment apart: # …\n',
    ),
    Checked(
        "W419",
        '- date: 2022\n  title: Talks\n  actors: ["\\u200b", Japan]\n  place: " "\n',
        "events.yaml:3: W419 of actors.1 nothing can be seen: it is U+200B\n"
        "  hint: write what is meant, or take it out\n"
        "events.yaml:4: W419 of place nothing can be seen: it is U+0020\n"
        "  hint: write what is meant, or take it out\n",
    ),
    Checked(
        "W422",
        "- date: 1855-02-07\n  title: Talks\n  status: disputed\n  sources: [A letter]\n",
        "events.yaml:3: W422 the event is disputed, and no source gives another date\n"
        "  hint: add the event_date that a source gives instead, or say what is disputed in the summary\n",
    ),
    Checked(
        "W423",
        "- date: 1855-02-07\n  title: Talks\n  sources: [{title: T, date: 2022-03, file: a.txt, sha256: 1a, "
        "retrieved: 2021}]\n",
        "events.yaml:3: W423 sources.1.retrieved: the copy is of 2021, and its source of Mar 2022\n"
        "  hint: take a copy of the source as it now is, or correct a date\n",
    ),
    Checked(
        "W424",
        "- date: 1855-02-07\n  title: Talks\n  sources: [{title: T, file: a.txt}]\n",
        "events.yaml:3: W424 sources.1.file has no sha256 beside it\n"
        "  hint: timeline edit ID --source 1 --source-file FILE writes it\n",
    ),
)
