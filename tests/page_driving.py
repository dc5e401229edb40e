"""What tests ask of a page that is open in a browser."""

from browser import Browser

SHOWN = (
    "[...document.querySelectorAll('#_list > ol > li')].filter((item) => !item.hidden).map((item) => item.id)"
)
OPENED = "document.querySelector('dialog').open && document.getElementById('_title').textContent"
DRAWN = "JSON.stringify(picture.layout.items.map((item) => [item.event.id, item.lane]))"


def search(page: Browser, text: str) -> list[str]:
    page.run(f"page.find.value = {text!r}; page.find.dispatchEvent(new Event('input', {{ bubbles: true }}))")
    found: list[str] = page.run(SHOWN)
    return found


def told(page: Browser) -> str:
    words: str = page.run("page.told.textContent")
    return words
