"""A page of HTML: the picture, and below it every event in a real list or table, with its sources and their words.

It needs no network and runs nothing; what an event says is text.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from xml.sax.saxutils import escape, quoteattr

from timeline.model import Event, Source
from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.colours import Colours
from timeline.views.paper.drawing import PAPER, svg_pages
from timeline.views.paper.notes import notes_of
from timeline.views.paper.pen import FONT, Sheet, address, plain
from timeline.views.paper.tables import event_table
from timeline.views.words import date_words, narrowed_beside, source_words, tag_words

_STYLE = """\
:root {{ color-scheme: {scheme}; }}
body {{ margin: 2rem auto; max-width: {width}px; padding: 0 1rem; background: {paper}; color: {ink};
  font: 1rem/1.5 {font}; }}
figure {{ margin: 1rem -24px; overflow-x: auto; }}
ol {{ padding-left: 2.5rem; }}
li {{ margin: 0 0 1rem; }}
li p, li ul {{ margin: .2rem 0; }}
time, .about, .caption, footer {{ color: {muted}; }}
a {{ color: {link}; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid {rule}; }}
@media print {{ body {{ margin: 0; max-width: none; }} li, tr {{ break-inside: avoid; }} }}
"""


def html_page(view: str, shown: Sequence[Shown], options: ViewOptions, sheet: Sheet) -> str:
    """The events as a page: a table for the view of that name, else their list, under the picture where there is one."""
    style = _style(sheet.colours, sheet)
    title = plain(sheet.title) or "Timeline"
    policy = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
    parts = [f"<h1>{escape(title)}</h1>"] if sheet.title else []
    parts += [f'<p class="caption">{escape(plain(sheet.caption))}</p>'] if sheet.caption else []
    if view in PAPER and view not in ("table", "list"):
        drawn = svg_pages(view, shown, options, replace(sheet, title="", caption="", height=None))
        parts.append(f"<figure>{''.join(drawn)}</figure>")
    parts += _table(shown, options, sheet) if view == "table" else _list(shown)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content={quoteattr(policy)}>\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n<main>\n{chr(10).join(parts)}\n</main>\n</body>\n</html>\n"
    )


def _style(colours: Colours, sheet: Sheet) -> str:
    return "\n" + _STYLE.format(
        scheme="dark" if sheet.dark else "light",
        width=sheet.width,
        font=FONT,
        link=colours.inks[0],
        paper=colours.paper,
        ink=colours.ink,
        muted=colours.muted,
        rule=colours.rule,
    )


def _table(shown: Sequence[Shown], options: ViewOptions, sheet: Sheet) -> Iterator[str]:
    table = event_table(shown, options, sheet)
    heads = "".join(f'<th scope="col">{escape(plain(head))}</th>' for head in table.heads)
    yield f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>"
    at = table.heads.index("title") if "title" in table.heads else 0
    for row, link in zip(table.rows, table.links, strict=True):
        cells = [escape(plain(cell)) for cell in row]
        if link:
            cells[at] = _linked(cells[at], link)
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    yield f"</tbody>\n</table>\n<p class='about'>{escape(table.total)}</p>"


def _list(shown: Sequence[Shown]) -> Iterator[str]:
    """The events in their order, each with what is known of it."""
    yield "<ol>"
    for one in shown:
        event = one.event
        notes = "".join(f" [{note}]" for note in notes_of(one))
        narrowed = narrowed_beside(event.date, one.limits)
        yield f"<li><time>{escape(plain(date_words(event.date)))}</time>{escape(narrowed)} <strong>{escape(plain(event.title))}</strong>{escape(plain(notes))}"
        if event.summary:
            yield f"<p>{escape(plain(' '.join(event.summary.split())))}</p>"
        if about := _about(event):
            yield f'<p class="about">{escape(about)}</p>'
        if event.sources:
            yield "<ul>"
            yield from (f"<li>{_source(source)}</li>" for source in event.sources)
            yield "</ul>"
        yield "</li>"
    yield "</ol>"


def _about(event: Event) -> str:
    tags = " ".join(map(tag_words, event.tags))
    return plain(" · ".join(filter(None, (event.kind, ", ".join(event.actors), event.place, tags))))


def _source(source: Source) -> str:
    """A source: who and when, its title as a link, the date that it gives, its words, its copy."""
    who = source_words(source)
    titled = source.title if source.title and not who.startswith(source.title) else ""
    parts = [escape(plain(who))] if titled and who else []
    parts.append(_linked(escape(plain(titled or who or source.url)), address(source.url)))
    if source.event_date is not None:
        parts.append(f"gives the date {escape(plain(date_words(source.event_date)))}")
    words = ", ".join(filter(None, parts))
    if source.quote:
        words += f": <q>{escape(plain(' '.join(source.quote.split())))}</q>"
    copy = address(source.archived)
    return f"{words} ({_linked('archived copy', copy)})" if copy else words


def _linked(words: str, link: str) -> str:
    return f'<a href={quoteattr(link)} rel="noopener">{words or escape(link)}</a>' if link else words
