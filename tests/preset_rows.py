"""Rows as the data sets of the presets have them, with what is made of them; the words in them are ours."""

from collections.abc import Mapping as Columns

from timeline.formats.preset import SHIPPED, read_preset
from timeline.record import Value


def gdelt_event(version: str) -> Columns[str, Value]:
    """The event of that row."""
    return {
        "date": "2018-01-01",
        "title": "Japan – Make a visit – Russia",
        "actors": ["Japan", "Russia"],
        "kind": "cameo:042",
        "place": "Moscow, Russia",
        "place_precision": "city",
        "status": "draft",
        "sources": [{"url": "https://www.example.org/a", "publisher": "example.org", "date": "2018-01-02"}],
        "imported": {"id": "5", "from": f"GDELT {version}", "event": "2018-01-01:JPN:RUS:042"},
    }


def gdelt(preset: str) -> str:
    """A row of GDELT."""
    said = {
        "GLOBALEVENTID": "5",
        "SQLDATE": "20180101",
        "Actor1CountryCode": "JPN",
        "Actor2CountryCode": "RUS",
        "EventCode": "042",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Moscow, Russia",
        "DATEADDED": "20180102001500" if preset == "gdelt2" else "20180102",
        "SOURCEURL": "https://www.example.org/a",
    }
    names = read_preset(SHIPPED / f"{preset}.toml").columns
    return "\t".join(said.get(name, "") for name in names) + "\n"


ROWS: list[tuple[str, str, list[Columns[str, Value]]]] = [
    (
        "wikidata",
        "item,itemLabel,date,precision\n"
        "http://www.wikidata.org/entity/Q1,Treaty of Shimoda,1855-02-07T00:00:00Z,11\n",
        [
            {
                "date": "1855-02-07",
                "title": "Treaty of Shimoda",
                "status": "draft",
                "sources": [{"url": "http://www.wikidata.org/entity/Q1", "publisher": "wikidata.org"}],
                "imported": {"id": "Q1", "from": "Wikidata"},
            }
        ],
    ),
    (
        "timelinejs-sheet",
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Group\n"
        "1956,10,,,1956,12,,,autumn 1956,Talks,Long,https://example.org/,Treaties\n",
        [
            {
                "date": "1956-10/1956-12",
                "date_as_written": "autumn 1956",
                "title": "Talks",
                "summary": "Long",
                "tags": ["Treaties"],
                "sources": [{"url": "https://example.org/"}],
            }
        ],
    ),
    (
        "icews",
        "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Country"
        "\tStory ID\tSentence Number\tPublisher\tCity\tProvince\tCountry\tLatitude\tLongitude\n"
        '7\t2018-06-01\tMinister "A"\tJapan\tConsult\t040\t1\tNA\tRussia\t9\t2\tKyodo\tNA\tTokyo\tJapan\t35.7\t139.7\n',
        [
            {
                "date": "2018-06-01",
                "title": "Japan – Consult – Russia",
                "actors": ["Japan", "Russia"],
                "place": "Tokyo, Japan",
                "lat": "35.7",
                "lon": "139.7",
                "kind": "cameo:040",
                "status": "draft",
                "sources": [{"title": "story 9, sentence 2", "publisher": "Kyodo"}],
                "imported": {
                    "id": "7:2018-06-01",
                    "source": 'Minister "A"',
                    "intensity": "1",
                    "from": "ICEWS",
                    "event": "2018-06-01:Japan:Russia:040",
                },
            }
        ],
    ),
    (
        "icews",
        "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tTarget Name\tTarget Country\n"
        "8\t2017-01-02\tA\tJapan\tMake a visit\tB\tRussia\n",
        [
            {
                "date": "2017-01-02",
                "title": "Japan – Make a visit – Russia",
                "actors": ["Japan", "Russia"],
                "status": "draft",
                "imported": {
                    "id": "8:2017-01-02",
                    "source": "A",
                    "target": "B",
                    "from": "ICEWS",
                    "event": "2017-01-02:Japan:Russia:Make a visit",
                },
            }
        ],
    ),
    (
        "ucdp-ged",
        "id,type_of_violence,conflict_name,side_a,side_b,source_article,source_headline,where_prec,where_coordinates"
        ",where_description,latitude,longitude,country,event_clarity,date_prec,date_start,date_end"
        ",deaths_civilians,best,high,low\n"
        "9,1,A: Government,Government of A,Rebels,Agency 1;Agency 2,Clash,3,Town,near it,1.5,2.5,A,2,4,2001-03-01,2001-03-31"
        ",1,4,6,3\n",
        [
            {
                "date": "[2001-03-01..2001-03-31]",
                "title": "Government of A – State-based violence – Rebels",
                "summary": "Clash",
                "actors": ["Government of A", "Rebels"],
                "place": "Town, A",
                "lat": "1.5",
                "lon": "2.5",
                "place_precision": "region",
                "kind": "ucdp:1",
                "tags": ["clarity:2", "A: Government"],
                "status": "draft",
                "sources": ["Agency 1", "Agency 2"],
                "imported": {
                    "id": "9",
                    "best": "4",
                    "high": "6",
                    "low": "3",
                    "civilians": "1",
                    "where": "near it",
                    "from": "UCDP GED",
                },
            }
        ],
    ),
    *((f"gdelt{name}", gdelt(f"gdelt{name}"), [gdelt_event(name)]) for name in "12"),
    (
        "acled",
        "event_id_cnty,event_date,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,actor2"
        ",assoc_actor_2,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities,tags,timestamp\n"
        "X1,16 May 2025,2,Disorder,Type,Subtype,Group A,Group B; Group C,Group D,,Land,Province,Town,1.5,2.5,1"
        ",Paper 1; Paper 2,A note,0,size=none,1\n",
        [
            {
                "date": "2025-05-16~",
                "title": "Group A – Subtype – Group D",
                "summary": "A note",
                "actors": ["Group A", "Group B", "Group C", "Group D"],
                "place": "Town, Province, Land",
                "lat": "1.5",
                "lon": "2.5",
                "place_precision": "city",
                "kind": "acled:Subtype",
                "tags": ["Disorder", "Type", "size=none"],
                "status": "draft",
                "sources": [{"publisher": "Paper 1"}, {"publisher": "Paper 2"}],
                "imported": {"id": "X1", "fatalities": "0", "timestamp": "1", "from": "ACLED"},
            }
        ],
    ),
    (
        "polecat",
        "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country"
        "\tRecipient Name\tRecipient Country\tCity\tProvince\tCountry\tLatitude\tLongitude\tSource\tPublication Date"
        "\tVersion\tSurplus\t\n"
        "7\t2018-01-05\tCONSULT\tvisit\t1.9\tVERBAL\tdiplomatic; economic\tA Minister\tJPN\tNone\tRUS; KAZ\tMoscow\tNone"
        "\tRUS\t55.75\t37.6\tAgency\t2018-01-02\t1\n",
        [
            {
                "date": "2018-01-05?",
                "title": "Japan – Consult: visit – Russia; Kazakhstan",
                "actors": ["Japan", "Russia", "Kazakhstan"],
                "place": "Moscow, Russia",
                "lat": "55.75",
                "lon": "37.6",
                "kind": "plover:CONSULT/visit",
                "tags": ["ctx:diplomatic", "ctx:economic"],
                "status": "draft",
                "sources": [{"publisher": "Agency", "date": "2018-01-02"}],
                "imported": {
                    "id": "7",
                    "source": "A Minister",
                    "quad": "VERBAL",
                    "intensity": "1.9",
                    "from": "POLECAT",
                    "event": "2018-01-05:JPN:RUS; KAZ:CONSULT/visit",
                },
            }
        ],
    ),
    (
        "mid",
        "disno,statea,namea,stateb,nameb,strtday,strtmnth,strtyr,endday,endmnth,endyear,outcome,settlmnt,fatlev,highact"
        ",hihost,ongo2014\n"
        "2,2,USA,200,UKG,-9,5,1902,25,1,1903,6,1,0,7,3,0\n"
        "9,710,CHN,740,JPN,1,5,2013,-9,-9,-9,-9,-9,0,17,4,1\n",
        [
            {
                "date": "1902-05/1903-01-25",
                "title": "United States – Show of force – United Kingdom (dispute 2)",
                "actors": ["United States", "United Kingdom"],
                "kind": "mid:7",
                "tags": ["hostility:3"],
                "status": "draft",
                "imported": {
                    "id": "2:USA:UKG",
                    "outcome": "6",
                    "settlement": "1",
                    "fatalities": "0",
                    "from": "COW MID",
                },
            },
            {
                "date": "2013-05-01/..",
                "title": "China – Clash – Japan (dispute 9)",
                "actors": ["China", "Japan"],
                "kind": "mid:17",
                "tags": ["hostility:4"],
                "status": "draft",
                "imported": {"id": "9:CHN:JPN", "fatalities": "0", "from": "COW MID"},
            },
        ],
    ),
    (
        "mid",
        "dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,hiact,hostlev\n"
        "2,-9,5,1902,-9,-9,1903,6,1,0,7,3\n",
        [
            {
                "date": "1902-05/1903",
                "title": "Show of force (dispute 2)",
                "kind": "mid:7",
                "tags": ["hostility:3"],
                "status": "draft",
                "imported": {
                    "id": "2",
                    "outcome": "6",
                    "settlement": "1",
                    "fatalities": "0",
                    "from": "COW MID",
                },
            }
        ],
    ),
    (
        "manytreaties",
        "treatyID,Title,Begin,Signature,Force,End\nT1,Treaty of A,2012,2012-01-01..2012-02-22,2013~,NA\n",
        [
            {
                "date": date,
                "title": f"Treaty of A: {said}",
                "kind": kind,
                "tags": ["treaty"],
                "status": "draft",
                "imported": {"treaty": "T1", "id": f"T1 {word}", "from": "manytreaties"},
            }
            for date, said, kind, word in [
                ("[2012-01-01..2012-02-22]", "signed", "signature", "signature"),
                ("2013~", "in force", "entry into force", "force"),
            ]
        ],
    ),
    (
        "manytreaties",
        "stateID,treatyID,Title,stateSignature,stateRat,stateForce,stateEnd\nJPN,T1,Treaty of A,NA,2012-03,NA,NA\n",
        [
            {
                "date": "2012-03",
                "title": "Treaty of A: ratified by Japan",
                "actors": ["Japan"],
                "kind": "ratification",
                "tags": ["treaty"],
                "status": "draft",
                "imported": {"treaty": "T1", "id": "T1 JPN ratification", "from": "manytreaties"},
            }
        ],
    ),
    (
        "un-votes",
        "rcid,Country,session,vote,date,unres,short,descr\n"
        "3,USA,1,1,1946-01-01,R/1/66,COUNCILS,To elect\n"
        "4,USA,1,2,1946-01-02,R/1/79,TRUSTS,\n"
        "3,CAN,1,3,1946-01-01,R/1/66,COUNCILS,To elect\n"
        "3,CUB,1,1\n"
        "3,HAI,1,9,1946-01-01,R/1/66,COUNCILS,To elect\n",
        [
            {
                "date": date,
                "title": title,
                "summary": summary,
                "actors": ["UN General Assembly"],
                "kind": "un:vote",
                "status": "draft",
                "imported": {"id": number, "session": "1", "from": "UN General Assembly votes"},
            }
            for number, date, title, summary in [
                ("3", "1946-01-01", "R/1/66: COUNCILS", "To elect (yes 2, no 1)"),
                ("4", "1946-01-02", "R/1/79: TRUSTS", "abstain 1"),
            ]
        ],
    ),
    (
        "zotero",
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","Url","Abstract Note","Date"'
        ',"Access Date","Manual Tags","Automatic Tags"\n'
        '"K1","journalArticle","2019","Doe, Jane","On talks","Journal of Talks","https://example.org/t","Talks","2019-05"'
        ',"2020-01-01","talks; Japan",""\n',
        [
            {
                "date": "2019-05",
                "title": "Doe, Jane: On talks",
                "summary": "Talks",
                "kind": "journalArticle",
                "tags": ["talks", "Japan"],
                "status": "draft",
                "sources": [
                    {
                        "title": "On talks",
                        "author": "Doe, Jane",
                        "publisher": "Journal of Talks",
                        "date": "2019-05",
                        "url": "https://example.org/t",
                        "retrieved": "2020-01-01",
                    }
                ],
                "imported": {"id": "K1", "from": "Zotero"},
            }
        ],
    ),
    (
        "timesketch",
        "message,datetime,timestamp_desc,host\nTalks begin,2018-01-02T03:04:05+00:00,Event Start,a\n",
        [
            {
                "host": "a",
                "date": "2018-01-02T03:04:05+00:00",
                "title": "Talks begin",
                "kind": "event start",
                "status": "draft",
            }
        ],
    ),
    (
        "gdelt-mentions",
        "5\t20180101\t20180101001500\t1\texample.org\thttps://example.org/a\t1\t-1\t2\t3\t1\t50\t999\t-4.5\t\t\n",
        [
            {
                "sources": [
                    {
                        "url": "https://example.org/a",
                        "publisher": "example.org",
                        "date": "2018-01-01",
                        "confidence": "50",
                        "tone": "-4.5",
                    }
                ],
                "imported": {"id": "5", "from": "GDELT 2"},
            }
        ],
    ),
    (
        "auto-archiver",
        "Link,Archive Status,Archive Location,Archive Date,Hash\n"
        f"https://example.org/a,done,https://archive.example/a,2022-03-03T12:00:00+00:00,SHA-256:{'0F' * 32}\n",
        [
            {
                "sources": [
                    {
                        "url": "https://example.org/a",
                        "archived": "https://archive.example/a",
                        "retrieved": "2022-03-03T12:00:00+00:00",
                        "sha256": "0f" * 32,
                    }
                ]
            }
        ],
    ),
]
