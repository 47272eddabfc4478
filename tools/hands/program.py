"""The real program on a virtual screen, and a person's hands and eyes before it.

Keys and mouse are events of the X server (xdotool). Where something is, and whether the program still works,
is asked of `hook.py` inside the process; nothing waits for seconds.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parent.parent.parent
_QUIET = 4  # so often in a row nothing was waiting
_LOOK_S = 0.06
_LIMIT_S = 25.0
_PATIENT_S = 120.0


class NotThereError(Exception):
    """Something is not on the screen that ought to be."""


class Screen:
    """A virtual screen of a size."""

    def __init__(self, number: int, size: str) -> None:
        self.name, self.size = f":{number}", size
        self._process = subprocess.Popen(
            ["Xvfb", self.name, "-screen", "0", f"{size}x24", "-nolisten", "tcp"], stderr=subprocess.DEVNULL
        )
        for _ in range(100):
            if Path(f"/tmp/.X11-unix/X{number}").exists():  # noqa: S108 - where X servers listen
                return
            time.sleep(0.1)
        sys.exit("Xvfb did not start")

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()


class Program:
    """main.py before a person."""

    def __init__(
        self,
        screen: Screen,
        data: Path,
        pictures: Path,
        *,
        language: str = "en",
        first: int = 0,
        days: int = 0,
        arguments: Sequence[str] = (),
    ) -> None:
        self.pictures, self.shot, self.faults = pictures, first, []
        self.size = screen.size
        self._socket = str(data.parent / f"ears-{screen.size}-{language}-{days}")
        Path(self._socket).unlink(missing_ok=True)
        self.env = {**os.environ, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
        hook = [sys.executable, str(Path(__file__).with_name("hook.py")), self._socket, str(days)]
        usual = ["--data-dir", str(data), "--fullscreen", "--lang", language]
        self.process = subprocess.Popen([*hook, *usual, *arguments], env=self.env, cwd=ROOT)
        self._line: Any = None
        self._connect()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and self.process.poll() is None:
            self.picture("where-it-failed")
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)

    def _connect(self) -> None:
        for _ in range(600):
            if self.process.poll() is not None:
                sys.exit(f"the program ended with {self.process.returncode}")
            try:
                door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
                door.connect(self._socket)
            except OSError:
                time.sleep(0.1)
            else:
                self._line = door.makefile("rw", encoding="utf-8")
                return
        sys.exit("the program does not listen")

    def ask(self, do: str, **words: Any) -> Any:
        self._line.write(json.dumps({"do": do, **words}) + "\n")
        self._line.flush()
        answer = json.loads(self._line.readline())
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("found", answer)

    # --- waiting ---

    def settle(self) -> None:
        """Until nothing is being asked any more."""
        quiet, until = 0, time.monotonic() + _LIMIT_S
        while quiet < _QUIET and time.monotonic() < until:
            time.sleep(_LOOK_S)
            quiet = 0 if self.ask("look")["busy"] else quiet + 1

    def wait(self, text: str, *, part: bool = True, kind: str = "") -> dict[str, Any]:
        """Until it stands on the screen."""
        until = time.monotonic() + _LIMIT_S
        while time.monotonic() < until:
            found = self.ask("find", text=text, part=part, kind=kind) or self.ask("row", text=text)
            if found and not self.ask("look")["busy"]:
                return dict(found[0])
            time.sleep(_LOOK_S * 2)
        raise NotThereError(f"{text!r} is not on the screen; there are {self.said()[:60]}")

    def wait_gone(self, text: str) -> None:
        """Until it stands there no more."""
        until = time.monotonic() + _PATIENT_S
        while time.monotonic() < until and self.sees(text):
            time.sleep(_LOOK_S * 2)

    def sees(self, text: str) -> bool:
        """Whether it stands on the screen now."""
        return bool(self.ask("find", text=text, part=True) or self.ask("row", text=text))

    def said(self) -> list[str]:
        """All words on the screen."""
        return [word for found in self.ask("texts") for word in found["said"]]

    # --- hands ---

    def do(self, *words: str) -> None:
        done = subprocess.run(["xdotool", *words], env=self.env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"xdotool {words}: {done.stderr}")

    def key(self, *names: str) -> None:
        for name in names:
            self.do("key", name)
            self.settle()

    def type(self, text: str) -> None:
        """A person's fingers: slower than any scanner."""
        self.do("type", "--delay", "70", text)
        self.settle()

    def scan(self, code: str, times: int = 1) -> None:
        """A keyboard wedge: a burst that ends in Enter."""
        for _ in range(times):
            self.do("type", "--delay", "3", code + "\n")
            self.settle()
            self._finish_burst(code)

    def _finish_burst(self, code: str) -> None:
        """On a machine that is out of breath a burst comes in pieces, as typing: wait, then finish it."""
        for look in range(40):
            typed = next((w for w in self.ask("look")["focus"][1:] if w and code.startswith(w)), "")
            if not typed:
                return
            time.sleep(_LOOK_S)
            if typed == code and look > 10:
                self.key("Return")

    def click(self, text: str, *, part: bool = False, kind: str = "") -> None:
        """Tap what says this."""
        self._tap(self._found("find", text=text, part=part, kind=kind))

    def click_row(self, text: str, *, table: str = "", column: int = 0, twice: bool = False) -> None:
        """Tap the row that holds this."""
        self._tap(self._found("row", text=text, table=table, column=column), twice=twice)

    def fill(self, name: str, text: str, *, kind: str = "QLineEdit") -> None:
        """Click into a field, replace what stands there."""
        self.click(name, kind=kind)
        self.do("key", "ctrl+a")
        if text:
            self.type(text)
        else:
            self.key("Delete")

    def scroll_down(self, over: str, turns: int = 12) -> None:
        """Turn the wheel over what says this: the fields below come into sight."""
        place = self._found("find", text=over)
        self.do("mousemove", str(place["x"] + 5), str(place["y"] + place["h"] // 2))
        self.do("click", "--repeat", str(turns), "--delay", "30", "5")
        self.settle()

    def choose(self, name: str, text: str) -> None:
        """Choose of a list that drops down."""
        self.click(name, kind="QComboBox")
        self.type(text)
        self.key("Return")

    def open_file(self, path: Path) -> None:
        """In the dialog that asks for a file."""
        self.wait("File name", part=True)
        self.type(str(path))
        self.key("Return")

    def patient(self, text: str) -> None:
        """Until what takes long has let this be pressed: the first check by the official rules."""
        for _ in range(int(_PATIENT_S / _LOOK_S)):
            found = self.ask("find", text=text)
            if found and found[0]["enabled"]:
                return
            time.sleep(_LOOK_S)
        raise NotThereError(f"{text!r} stays switched off")

    def _found(self, do: str, **words: Any) -> dict[str, Any]:
        until = time.monotonic() + _LIMIT_S
        while time.monotonic() < until:
            found = self.ask(do, **words)
            if found and found[0]["enabled"]:
                return dict(found[0])
            time.sleep(_LOOK_S * 2)
        raise NotThereError(f"{words} is not on the screen or off; there are {self.said()[:60]}")

    def _tap(self, place: dict[str, Any], *, twice: bool = False) -> None:
        x, y = place["x"] + place["w"] // 2, place["y"] + place["h"] // 2
        again = ["--repeat", "2", "--delay", "60"] if twice else []
        self.do("mousemove", str(x), str(y), "click", *again, "1")
        self.settle()

    def draw(self, name: str) -> None:
        """A signature with the mouse."""
        place = self._found("find", text=name, kind="SignaturePad")
        x, y = place["x"] + 30, place["y"] + place["h"] // 2
        steps = [
            (x, y),
            (x + 20, y - 25),
            (x + 45, y + 20),
            (x + 70, y - 22),
            (x + 95, y + 15),
            (x + 150, y - 4),
        ]
        self.do("mousemove", str(x), str(y), "mousedown", "1")
        for across, down in steps[1:]:
            self.do("mousemove", str(across), str(down))
            time.sleep(_LOOK_S)
        self.do("mouseup", "1")
        self.settle()

    # --- the story of the tools ---

    def sign_in(self, name: str, pin: str) -> None:
        """Choose the person, type the PIN."""
        self.click(name, part=True)
        self.type(pin)
        self.key("Return")

    def change_person(
        self, name: str, pin: str, *, question: str = "Who are you?", office: str = "Back office,"
    ) -> None:
        """Out of the office, out of the till, in as somebody else, and into the office."""
        while not self.sees(question):
            self.key("Escape")
        self.sign_in(name, pin)
        if not self.sees(office):
            self.key("ctrl+b")

    def page(self, name: str) -> None:
        """A page of the office, by Ctrl+K."""
        self.settle()
        self.key("ctrl+k")
        self.type(name)
        self.key("Return")

    def picture(self, name: str) -> None:
        """What is on the screen, and what does not fit there."""
        self.shot += 1
        target = self.pictures / f"{self.shot:02d}-{name}.png"
        subprocess.run(["import", "-window", "root", str(target)], env=self.env, check=True)
        self.faults += [f"{target.stem}: {fault}" for fault in self.ask("faults")]


def album(data: Path, pictures: Path, first: int, who: tuple[str, str], numbers: Sequence[str]) -> list[str]:
    """The pages of documents at 1024x768 in German, light and dark; what does not fit there."""
    screen = Screen(93, "1024x768")
    try:
        with Program(screen, data, pictures, language="de", first=first) as window:
            window.change_person(*who, question="Wer sind Sie?", office="Büro,")
            for theme in ("light", "dark"):
                for number in numbers:
                    window.page(number)
                    window.picture(f"{number}-de-{theme}")
                window.click("Hell oder dunkel")
            return window.faults
    finally:
        screen.close()
