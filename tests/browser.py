"""A real browser without a head, driven by its DevTools protocol through two pipes; where there is none, tests skip."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-extensions"),
    *("--disable-background-networking", "--disable-dev-shm-usage", "--force-color-profile=srgb", "--remote-debugging-pipe"),
)  # fmt: skip


class Browser:
    """One tab of a browser. What it says, asks for and pops up is kept: `said`, `requests`, `dialogs`."""

    def __init__(self, program: str, profile: Path) -> None:
        ours, theirs = os.pipe(), os.pipe()
        pipes = f'exec "$@" 3<&{ours[0]} 4>&{theirs[1]}'
        words = ["bash", "-c", pipes, "bash", program, *_OPTIONS, f"--user-data-dir={profile}", "about:blank"]
        self.process = subprocess.Popen(
            words, pass_fds=(ours[0], theirs[1]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(ours[0])
        os.close(theirs[1])
        self._to, self._from = os.fdopen(ours[1], "wb", 0), os.fdopen(theirs[0], "rb", 0)
        self._rest, self._number, self._session = b"", 0, ""
        self.said: list[str] = []
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self._happened: list[str] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "DOM"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The answer to one command of the protocol."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._to.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._from.fileno(), 1 << 20)
            assert more, "the browser has gone away"
            self._rest += more
        text, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(text)
        if method := answer.get("method"):
            self._note(method, answer["params"])
        return answer

    def _note(self, method: str, told: dict[str, Any]) -> None:
        self._happened.append(method)
        if method == "Runtime.consoleAPICalled":
            self.said.append(" ".join(str(one.get("value", one.get("description"))) for one in told["args"]))
        elif method == "Runtime.exceptionThrown":
            details = told["exceptionDetails"]
            self.said.append(str(details.get("exception", details).get("description", details["text"])))
        elif method == "Log.entryAdded":
            self.said.append(told["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif method == "Page.javascriptDialogOpening":
            self.dialogs.append(told["message"])

    def open(self, path: Path, hash_: str = "") -> None:
        """Go to a file, and wait until it is there whole."""
        self._happened.clear()
        self.said.clear()
        self.requests.clear()
        self.ask("Page.navigate", url="about:blank")
        self._wait("Page.loadEventFired")
        self._happened.clear()
        self.ask("Page.navigate", url=path.as_uri() + hash_)
        self._wait("Page.loadEventFired")
        self.requests.remove(path.as_uri())

    def _wait(self, method: str) -> None:
        while method not in self._happened:
            self._next()

    def run(self, script: str) -> Any:
        """What an expression in the page is worth; a promise is waited for."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        details = answer.get("exceptionDetails", {})
        assert not details, details.get("exception", details).get("description", details)
        return answer["result"].get("value")

    def text(self) -> str:
        """What is seen of the page as text, by the tree of accessibility, which needs no script."""
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        return "\n".join(
            str(node.get("name", {}).get("value", "")) for node in nodes if not node.get("ignored")
        )

    def until(self, script: str, seconds: float = 10) -> Any:
        """What an expression is worth as soon as that is anything."""
        end = time.monotonic() + seconds
        while not (found := self.run(script)):
            assert time.monotonic() < end, f"never: {script}"
            time.sleep(0.02)
        return found

    def settled(self) -> None:
        """Wait until two frames have been drawn."""
        self.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def key(self, *names: str) -> None:
        """Press keys, by their names."""
        codes = {
            "Enter": 13,
            "Escape": 27,
            "Tab": 9,
            "ArrowLeft": 37,
            "ArrowRight": 39,
            "Home": 36,
            "End": 35,
            " ": 32,
        }
        for name in names:
            text = {"Enter": "\r"}.get(name, name if len(name) == 1 else "")
            about: dict[str, Any] = {
                "key": name,
                "windowsVirtualKeyCode": codes.get(name, ord(name[0].upper())),
            }
            self.ask("Input.dispatchKeyEvent", type="keyDown", text=text, **about)
            self.ask("Input.dispatchKeyEvent", type="keyUp", **about)
        self.settled()

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        self.ask("Input.insertText", text=text)
        self.settled()

    def mouse(self, kind: str, x: float, y: float, **more: Any) -> None:
        """Move, press, release or turn the wheel of a mouse."""
        self.ask("Input.dispatchMouseEvent", type=f"mouse{kind}", x=x, y=y, **more)

    def click(self, x: float, y: float) -> None:
        """Click somewhere."""
        for kind in ("Moved", "Pressed", "Released"):
            self.mouse(kind, x, y, button="left", clickCount=1)
        self.settled()

    def emulate(self, *, width: int = 1280, height: int = 900, dark: bool = False, scale: float = 1) -> None:
        """A screen of a size, in light or dark."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=scale,
            mobile=width < 600,
        )
        scheme = "dark" if dark else "light"
        self.ask(
            "Emulation.setEmulatedMedia",
            media="",
            features=[{"name": "prefers-color-scheme", "value": scheme}],
        )

    def picture(self, path: Path) -> None:
        """Keep what is seen as a PNG."""
        self.settled()
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def printed(self) -> bytes:
        """The page as PDF."""
        return base64.b64decode(
            self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        )

    def close(self) -> None:
        """End the browser."""
        self.process.terminate()
        self.process.wait()
        self._to.close()
        self._from.close()


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser, where one is installed."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium is installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        one = Browser(program, Path(profile))
        try:
            yield one
        finally:
            one.close()
