"""The words of French news, by class (see `timeline.said.news`)."""

from timeline.said.patterns import Vocabulary

NEWS: Vocabulary = {
    "COMMON": {
        "": "le, la, les, de, des, du, et, à, que, qui, dans, pour, par, sur, au, aux, un, une, est, ont, été, il, elle, ne, pas, se, ce,"
        " son, sa, ses, avec, plus, leur, l, d, en"
    },
    "AGENCY": {
        "": "afp, reuters, ap, tass, ria novosti, interfax, xinhua, chine nouvelle, belga, ats, keystone-ats, kyodo, efe, ansa, dpa,"
        " aps, tap, map"
    },
    "PUBLISHED": {
        "": "date, publié, publiée, paru, mis en ligne, mis à jour, mise à jour, dernière mise à jour, modifié, créé, diffusé,"
        " publié le, publiée le, paru le, mis en ligne le, mis à jour le, modifié le, date de publication"
    },
    "SAYING": {
        "": "dit, déclaré, déclarait, annoncé, affirmé, indiqué, souligné, précisé, confirmé, ajouté, assuré, expliqué, estimé, rappelé,"
        " répondu, rapporté, démenti, averti, insisté, martelé, prévenu, écrit, tweeté, noté, répété, rétorqué, commenté, appelé,"
        " exhorté, dénoncé"
    },
    "SAYING_NOUN": {
        "": "communiqué, déclaration, presse, entretien, interview, discours, allocution, propos"
    },
    "INSIDE": {"": "en, au, aux, à, dans, chez, vers"},
    "HELPING": {"": "a, ont, est, sont, était, étaient, avait, avaient, été, fut, furent"},
}  # fmt: skip
