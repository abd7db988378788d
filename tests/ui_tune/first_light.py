"""Drives the real window with real clicks and keys, from an empty home to a reply of a new adapter.

Run by test_first_light_xserver.py in a process of its own: `first_light.py FOLDER_FOR_PICTURES`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from hone.bootstrap import build_services
from hone.domain.chat import MessageState, Role
from hone.domain.runs import RunState
from hone.storage.paths import Paths
from hone.ui.application import make_application, open_window

STEP_SECONDS = 240.0
FEW_EPOCHS = "0.06"


def main(pictures: Path) -> None:
    """Walk once through everything and print what came of it as JSON."""
    application = make_application(["hone"])
    services = build_services(Paths.of_user())
    window = open_window(services)
    driver = Driver(window, pictures)
    try:
        run_id = driver.train()
        run = services.runs.get(run_id)
        assert run.state is RunState.FINISHED, run
        reply = driver.chat(services)
        print(json.dumps({"steps": run.steps, "base": run.base.loss, "best": run.best.loss, **reply}))
    finally:
        driver.picture("last")
        window.close()
        services.close()
        application.quit()


class Driver:
    """Finds widgets by the names that a screen reader reads, and clicks on them."""

    def __init__(self, window: QWidget, pictures: Path) -> None:
        self._window = window
        self._pictures = pictures
        self._number = 0
        assert QTest.qWaitForWindowExposed(window, 20_000)

    def train(self) -> str:
        """Walk through the wizard with the embedded model and the sample; returns the run's id."""
        self.click("Tune")
        self.click("New run")
        self.click("Begin")
        self.click("Hone demo", QWidget)
        self.click("Continue")
        self.click("Use the sample tickets")
        page = self._window.page("tune")
        self.wait("the rows", lambda: page.session.plan.forecast is not None)
        self.wait("the preview", lambda: page.wizard.data.preview.view.shown is not None)
        self.picture("data")
        self.click("Continue")
        self.write_number("Epochs", FEW_EPOCHS)
        self.picture("method")
        self.wait("the plan", lambda: page.session.plan.plan().training.epochs < 1)
        self.click("Continue")
        self.wait("measuring", lambda: page.session.measurement.busy or page.session.measurement.result)
        self.picture("check")
        if page.session.measurement.busy:
            self.click("Cancel")
        self.click("Continue")
        self.write("Name of the run", "First light", QLineEdit)
        self.click("Start training")
        self.wait("the run's end", lambda: page.wizard.run_view is not None and not page.desk.busy)
        self.wait("the verdict", lambda: page.wizard.run_view.verdict.isVisible())
        self.picture("verdict")
        return page.wizard.run_view.run_id

    def chat(self, services) -> dict[str, str]:
        """Go on to the chat, send the proposed message and return the reply and whose it is."""
        self.click("Chat with it")
        self.wait("the chat page", lambda: self._window.current_key == "chat")
        page = self._window.page("chat")
        self.wait("the adapter", lambda: bool(page.desk.settings.adapter_id))
        edit = next(
            box for box in page.findChildren(QPlainTextEdit) if box.isVisible() and not box.isReadOnly()
        )
        QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton)
        self.wait("a proposed ticket", lambda: "ticket" in edit.toPlainText())
        QTest.keyClick(edit, Qt.Key.Key_Return)
        self.wait("the reply", lambda: bool(finished_replies(services)))
        self.picture("chat")
        message = finished_replies(services)[0]
        assert message.origin is not None
        return {"reply": message.text, "adapter": message.origin.adapter_name, "state": str(message.state)}

    def click(self, name: str, kind: type[QWidget] = QAbstractButton) -> None:
        """Click on the visible, enabled widget of this name, as soon as there is one."""
        found: list[QWidget] = []

        def there() -> bool:
            found[:] = [
                widget
                for widget in self._window.findChildren(kind)
                if widget.accessibleName() == name and widget.isVisible() and widget.isEnabled()
            ]
            return bool(found)

        self.wait(f"{name!r} to click on", there)
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def write(self, name: str, text: str, kind: type[QWidget]) -> None:
        """Replace the text of a field by typing."""
        self.click(name, kind)
        edit = self._window.focusWidget()
        QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(edit, text)

    def write_number(self, name: str, text: str) -> None:
        """Type into a number box."""
        from PySide6.QtWidgets import QAbstractSpinBox

        self.write(name, text, QAbstractSpinBox)
        QTest.keyClick(self._window.focusWidget(), Qt.Key.Key_Tab)

    def wait(self, what: str, condition: Callable[[], object]) -> None:
        """Let the window live until `condition` holds."""
        end = time.monotonic() + STEP_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(f"waited in vain for {what}")
            QTest.qWait(30)

    def picture(self, name: str) -> None:
        """Keep a picture of the window."""
        self._number += 1
        self._window.grab().save(str(self._pictures / f"{self._number:02}_{name}.png"))


def finished_replies(services) -> list:
    """Return the assistant messages of all conversations that have come to an end."""
    over = (MessageState.COMPLETE, MessageState.CUT, MessageState.FAILED, MessageState.INTERRUPTED)
    messages = [
        message
        for conversation in services.chat.conversations()
        for message in services.chat.messages(conversation.id)
    ]
    return [message for message in messages if message.role is Role.ASSISTANT and message.state in over]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
