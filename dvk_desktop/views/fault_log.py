"""Where faults go: hooks first, the log file once there is time for it (nhật ký lỗi)."""

import faulthandler
import sys
import threading
from pathlib import Path
from types import TracebackType

_BYTES, _FILES = 1_000_000, 5


def catch_faults(log_file: Path) -> None:
    """Take all faults from now on; what explains them is loaded when the first one comes."""

    def explain(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        from dvk_desktop.views.crash_dialog import CrashHook  # noqa: PLC0415 -- slow import

        open_log(log_file)
        CrashHook(log_file).install()
        sys.excepthook(kind, error, trace)

    def note(fault: threading.ExceptHookArgs) -> None:
        import logging  # noqa: PLC0415 -- slow import

        open_log(log_file)
        error = fault.exc_value
        facts = None if error is None else (fault.exc_type, error, fault.exc_traceback)
        logging.getLogger(__name__).critical("fault in a thread", exc_info=facts)

    sys.excepthook = explain
    threading.excepthook = note


def open_log(log_file: Path) -> None:
    """Begin to write the log, unless it is being written; old parts are kept, five at most."""
    import logging  # noqa: PLC0415 -- slow import
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 -- slow import

    root = logging.getLogger()
    if any(isinstance(handler, RotatingFileHandler) for handler in root.handlers):
        return
    try:
        log_file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_file, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8"
        )
        # For faults below Python, where no logging is possible any more.
        faulthandler.enable(log_file.with_name("fault.log").open("a", encoding="utf-8"))
    except OSError:
        # A folder that cannot be written to is explained when the data is opened.
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
