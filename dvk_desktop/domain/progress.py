"""How long work reports itself and is stopped (tiến độ)."""

from typing import Protocol


class Progress(Protocol):
    """Receives the steps of long work; may raise ``Cancelled`` to stop it."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say that ``done`` of ``total`` steps are finished; ``text`` names the current one.

        Raises:
            Cancelled: The person pressed "Dừng"; the caller's transaction rolls back.
        """


class Silent:
    """Takes the steps and says nothing."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Ignore the step."""


SILENT = Silent()
