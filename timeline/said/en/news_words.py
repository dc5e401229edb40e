"""The words of English news, by class (see `timeline.said.news`)."""

from timeline.said.patterns import Vocabulary

NEWS: Vocabulary = {
    "COMMON": {"": "the, of, to, and, that, with, by, at, from, be, has, said, were, had, its, he, for, is, it, have, a, an, in, on, as, was, are, not,"
        " will, who, they, this, their, his, her, she"},
    "AGENCY": {
        "": "tass, interfax, ria novosti, sputnik, reuters, ap, afp, upi, efe, ansa, dpa, kyodo, jiji, xinhua, yonhap, kcna, pti,"
        " irna, anadolu agency, bloomberg, ap news, kyodo news, un news, ria, isna, mehr, bernama, antara, petra, ukrinform,"
        " interfax-ukraine, belta, al jazeera"
    },
    "PUBLISHED": {
        "": "date, published, posted, updated, last updated, issued, released, dated, created, publication date, pubdate,"
        " published on, posted on, updated on, last updated on, issued on, released on, dated on, created on,"
        " published at, posted at, updated at, last updated at"
    },
    "SAYING": {
        "": "said, told, announced, stated, declared, added, noted, stressed, reported, confirmed, warned, claimed, argued, insisted,"
        " remarked, commented, explained, emphasized, emphasised, pointed, wrote, tweeted, spoke, recalled, replied, answered,"
        " asserted, vowed, denied, called, urged"
    },
    "SAYING_NOUN": {"": "statement, briefing, interview, conference, speech, address, remarks, comments"},
    "INSIDE": {"": "in, at, near, outside, across"},
    "HELPING": {"": "was, were, had, has, have, been"},
}  # fmt: skip
