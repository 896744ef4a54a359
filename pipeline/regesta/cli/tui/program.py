"""The full-screen review: keys in, a screen out. It keeps up with what is typed ahead, also over a slow line."""

from __future__ import annotations

import os
from functools import partial
from typing import Literal

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import ANSI, AnyFormattedText
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output import ColorDepth, Output

from regesta.cli.review_face import ASKS
from regesta.cli.tui.screen import Screen
from regesta.review.edges import Edge
from regesta.review.session import Session
from regesta.stages.reviewing import ReviewLog

#: The keys that move an edge of the words that are asked about, with the edge and the words that it goes on.
_EDGES: tuple[tuple[str, Edge, Literal[1, -1]], ...] = (
    ("right", "end", 1),
    ("]", "end", 1),
    ("left", "end", -1),
    ("}", "end", -1),
    ("s-left", "start", -1),
    ("[", "start", -1),
    ("s-right", "start", 1),
    ("{", "start", 1),
)


class Program:
    """A session on a screen, until somebody quits."""

    def __init__(
        self, session: Session, log: ReviewLog, *, keys_from: Input | None = None, screen_on: Output | None = None
    ) -> None:
        self.screen = Screen(session, log, self._size)
        self._asked = ""
        self._words = Buffer(multiline=False, accept_handler=self._answered)
        self._prompt = Window(
            BufferControl(self._words, input_processors=[BeforeInput(lambda: f"{self._asked}: ".removeprefix(": "))]),
            height=1,
        )
        self._item = Window(FormattedTextControl(self._page, focusable=True), always_hide_cursor=True)
        asking = Condition(lambda: self.asking)
        self.app: Application[None] = Application(
            layout=Layout(
                HSplit(
                    [
                        self._item,
                        Window(FormattedTextControl(self._status), height=1, style="reverse"),
                        ConditionalContainer(self._prompt, filter=asking),
                        ConditionalContainer(
                            Window(FormattedTextControl(lambda: self.screen.legend), height=1), filter=~asking
                        ),
                    ]
                ),
                focused_element=self._item,
            ),
            key_bindings=self._bindings(asking),
            full_screen=True,
            color_depth=ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None,
            input=keys_from,
            output=screen_on,
        )
        self.asking = False

    def run(self) -> None:
        """Shows the screen until it is left; what was answered is on disk before the next key is read."""
        self.app.run()

    def _size(self) -> tuple[int, int]:
        size = self.app.output.get_size()
        return size.rows, size.columns

    def _page(self) -> AnyFormattedText:
        return ANSI(self.screen.page())

    def _status(self) -> AnyFormattedText:
        return self.screen.status

    def _bindings(self, asking: Condition) -> KeyBindings:
        keys = KeyBindings()
        keys.add(Keys.Any, filter=~asking)(self._pressed)
        keys.add("pagedown", filter=~asking)(lambda _: self._scroll(1))
        keys.add("pageup", filter=~asking)(lambda _: self._scroll(-1))
        keys.add("down", filter=~asking)(lambda _: self._scroll(0, 1))
        keys.add("up", filter=~asking)(lambda _: self._scroll(0, -1))
        for name, edge, step in _EDGES:
            keys.add(name, filter=~asking)(partial(self._move, edge, step))
        keys.add("enter", filter=~asking)(lambda _: self._do("accept") if self.screen.span else None)
        keys.add("escape", filter=~asking, eager=True)(lambda _: self.screen.let_go())
        keys.add("escape", filter=asking, eager=True)(lambda _: self._give_up())
        keys.add("c-c")(lambda _: self.app.exit())
        keys.add("c-d")(lambda _: self.app.exit())
        return keys

    def _pressed(self, event: KeyPressEvent) -> None:
        """One key. What is pasted, and keys without a letter, are none: nobody decides by accident."""
        key = event.key_sequence[0].key
        if isinstance(key, Keys) or len(key) != 1 or not key.isprintable():
            return
        if key in ASKS:
            self._asked, self.asking = ASKS[key], True
            self.app.layout.focus(self._prompt)
        else:
            self._do(key)

    def _move(self, edge: Edge, step: Literal[1, -1], _: KeyPressEvent) -> None:
        self.screen.move(edge, step)

    def _answered(self, buffer: Buffer) -> bool:
        typed = buffer.text.strip()
        asked = self._asked
        self._give_up()
        if typed:
            self._do(f"{asked} {typed}".strip())
        return False

    def _give_up(self) -> None:
        self.asking = False
        self._words.reset()
        self.app.layout.focus(self._item)

    def _do(self, line: str) -> None:
        if not self.screen.press(line) and not self.app.is_done:
            self.app.exit()

    def _scroll(self, pages: int, rows: int = 0) -> None:
        self.screen.scroll += pages * max(1, self._size()[0] - 3) + rows
