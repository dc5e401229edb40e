"""What people call the columns of a table of events, in the languages that dates are read in, and in some that many tables are in."""

from collections.abc import Mapping, Sequence

from timeline.formats.recipe import key
from timeline.mapping import END, LISTS, SOURCE, TARGETS, Recipes

# In the order in which they are tried: the first name that a table has is the field's. Case, accents, and whether words
# are parted by a blank, a hyphen or a low line do not count. English, then French, Russian, German, Spanish, Italian,
# Portuguese, Ukrainian, Chinese and Japanese; what two of them share stands where it is first.
SYNONYMS: Mapping[str, str] = {
    "id": "event id, identifier, identifiant, идентификатор",
    "date": "event date, eventdate, date of event, start date, startdate, date start, start, begin, begins, begin date, datetime, timestamp, when; "
    "date de l'événement, date de début, début, quand; дата, дата события, дата начала, начало, когда; datum, startdatum, beginn, anfang; fecha, fecha de inicio, inicio; data inizio, inizio; data de início; дата початку, початок; 日期, 开始日期, 开始时间; 日付, 年月日, 開始日",
    END: "end date, enddate, date end, ends, finish, until, to date; date de fin, fin; дата окончания, конец, окончание; enddatum, ende, bis; fecha de fin, fecha final; data fine; data de fim, fim; дата закінчення, кінець; 结束日期, 结束时间; 終了日",
    "date_as_written": "date as written, display date; date affichée; дата в источнике",
    "title": "headline, event, event title, event name, name, what, subject, heading; titre, événement, intitulé, objet, nom; "
    "название, заголовок, событие, наименование; titel, ereignis, bezeichnung; título, evento, suceso; titolo; acontecimento; назва, подія; 标题, 事件, 名称; タイトル, 件名, 出来事, 題名",
    "summary": "description, details, text, body, abstract; résumé, texte, détails; описание, текст, содержание; beschreibung, zusammenfassung; descripción, resumen; descrizione, riassunto; descrição, resumo; опис; 描述, 内容, 摘要; 説明, 概要",
    "actors": "actor, participants, participant, parties, party, who, countries; "
    "acteurs, acteur, pays, parties prenantes, qui; участники, участник, стороны, страны, кто; akteure, akteur, teilnehmer, beteiligte, länder; actores, participantes, países; attori, partecipanti, paesi; atores; учасники, сторони, країни; 参与者, 参加者, 国家; 国",
    "place": "location, where, venue, city, site, town; lieu, ville, endroit, où; место, город, место проведения, где; ort, stadt; lugar, ciudad, ubicación; luogo, città; local, cidade; місце; 地点, 城市; 場所, 都市",
    "lat": "latitude; широта",
    "lon": "lng, long, longitude; долгота",
    "kind": "type, event type, category; genre, catégorie, type d'événement; тип, вид, категория; typ, kategorie; tipo, categoría; categoria; 类型; 種類",
    "tags": "tag, keywords, keyword, labels, topics, themes; mots-clés, étiquettes, thèmes; теги, метки, ключевые слова; schlagwörter, stichwörter; etiquetas, palabras clave; etichette, parole chiave; palavras-chave; 标签; タグ",
    "status": "statut; статус",
    "sources": "source, citations, citation, references, reference; références; источник, источники, ссылки; quelle, quellen; fuente, fuentes; fonte, fonti; fontes; джерело, джерела; 来源; 出典",
    "source.title": "source headline, article title, article",
    "source.publisher": "publisher, outlet, newspaper, agency; éditeur, journal, agence; издание, издатель, агентство",
    "source.author": "author, byline, journalist; auteur, journaliste; автор",
    "source.date": "published, publication date, date published, pub date; date de publication, publié le; дата публикации",
    "source.url": "url, link, source link, href; lien; ссылка; enlace; посилання; 链接; リンク",
    "source.archived": "archive, archive url, archived url, archive link, archived; archive du lien; архив",
    "source.quote": "quote, quotation; citation exacte, extrait; цитата",
    "related": "related events, see also; voir aussi; связанные события",
}

# The columns of a date that stands in several: all that are there, in this order, the first of which must be.
DATE_PARTS: Mapping[str, Sequence[str]] = {
    "date": (
        "year, yr, start year, begin year; année, an; год; jahr; año; anno; ano; рік; 年; data",
        "month, mo, start month; mois; месяц; monat; mes; mese; mês; місяць; 月",
        "day, dy, start day; jour; день; día; giorno; dia; 日",
    ),
    END: (
        "end year; année de fin; год окончания",
        "end month; mois de fin; месяц окончания",
        "end day; jour de fin; день окончания",
    ),
}


def names_of(texts: str) -> list[str]:
    """The names of a row, as they are compared."""
    return [key(name) for language in texts.split(";") for name in language.split(",")]


def own_names(target: str) -> list[str]:
    """How a field is called by us: in a record, in our CSV, and in an option.

    >>> own_names("source.url"), own_names("actors")
    (['source url', 'source.url'], ['actors'])
    """
    return list(dict.fromkeys([key(target.replace(SOURCE, "source ")), key(target)]))


def guessed(columns: Sequence[str], asked: Recipes, taken: Sequence[str] = ()) -> dict[str, tuple[str, ...]]:
    """Recipes for the fields that none is asked for, by the names of the columns that are not taken already."""
    free: dict[str, str] = {}
    for name in columns:
        if name not in taken:
            free.setdefault(key(name), name)
    found: dict[str, tuple[str, ...]] = {}
    for ours in (True, False):  # our own names first: what is called so is nothing else
        for target in TARGETS:
            if target in asked or target in found:
                continue
            names = own_names(target) if ours else names_of(SYNONYMS.get(target, ""))
            recipes = _one(names, free)
            if not recipes and not ours:
                recipes = _otherwise(target, names, free)
            for name in (one for recipe in recipes for one in recipe.split("+")):
                free.pop(key(name), None)
            if recipes:
                found[target] = recipes
    return {target: found[target] for target in TARGETS if target in found}


def _one(names: Sequence[str], free: Mapping[str, str]) -> tuple[str, ...]:
    return next(((free[name],) for name in names if name in free), ())


def _otherwise(target: str, names: Sequence[str], free: Mapping[str, str]) -> tuple[str, ...]:
    """The columns of a field that is not one column, and a description for a title where there is none."""
    if target in DATE_PARTS:
        return _parts(target, free)
    if target in LISTS:
        return _numbered(names, free)
    return _one([*names_of(SYNONYMS["summary"]), "message"], free) if target == "title" else ()


def _parts(target: str, free: Mapping[str, str]) -> tuple[str, ...]:
    """The columns of a year, a month and a day."""
    parts: list[str] = []
    for texts in DATE_PARTS[target]:
        one = _one(names_of(texts), free)
        if not one:
            break
        parts += one
    return ("+".join(parts),) if parts else ()


def _numbered(names: Sequence[str], free: Mapping[str, str]) -> tuple[str, ...]:
    """Columns that one name numbers: `Actor 1`, `Actor 2`; `actor1`, `actor2`."""
    for name in names:
        found: list[str] = []
        while one := _one([f"{name} {len(found) + 1}", f"{name}{len(found) + 1}"], free):
            found += one
        if found:
            return tuple(found)
    return ()
