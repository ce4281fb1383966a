"""Identifiers of records and packages: UUID version 7 of RFC 9562 (mã định danh)."""

import os
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """Return a fresh UUIDv7 as text; later calls in one process always sort after earlier ones.

    A clock that runs backwards does not disturb the order: the stamp then counts on from the
    last one given out.
    """
    global _last
    with _lock:
        # 48 bits of milliseconds and 12 bits of counter form one growing number.
        stamp = max(time.time_ns() // 1_000_000 << 12, _last + 1)
        _last = stamp
    value = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64
    value |= 0b10 << 62 | int.from_bytes(os.urandom(8), "big") >> 2
    return str(UUID(int=value))
