"""A second start brings the first window to the front (một cửa sổ cho một thư mục)."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 500
"""Milliseconds to wait for the other program."""


def _channel(folder: Path) -> str:
    return "dan-van-kheo-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]


def raise_other(folder: Path) -> bool:
    """Ask the program that owns ``folder`` to come to the front; say whether it heard."""
    socket = QLocalSocket()
    socket.connectToServer(_channel(folder))
    heard = socket.waitForConnected(_PATIENCE)
    socket.abort()
    return heard


class FrontDesk(QObject):
    """Hears the second starts; ``called`` asks for the window to come to the front."""

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _channel(folder)
        # What a crash left behind; the lock of the folder says that nobody else is there.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
        self.called.emit()
