"""The check-up that support asks for (kiểm tra sức khỏe)."""

import platform
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import dvk_desktop
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.health import DoctorLine, Health
from dvk_desktop.domain.words import Wording
from dvk_desktop.services.keeping.audit import AuditService
from dvk_desktop.services.keeping.backups import BackupService
from dvk_desktop.storage.backup import first_problem
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.health import (
    disk_kind,
    missing_triggers,
    open_key_files,
    search_index_problem,
    sqlite_version,
)
from dvk_desktop.storage.queries.journal import recent_sets
from dvk_desktop.storage.unit_of_work import Database
from dvk_desktop.storage.upgrade import HEAD, schema_of

_LOW_SPACE = 500 << 20
_CLOCK_SLACK = timedelta(minutes=10)
_MIB = 1 << 20


class DoctorService:
    """Looks at everything and changes nothing."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._root = folder
        self._folder = DataFolder(folder)

    def check(self) -> tuple[DoctorLine, ...]:
        """Return one line for each point, each looked at even where another one is bad."""
        points: tuple[tuple[str, Callable[[], Iterator[DoctorLine]]], ...] = (
            ("VERSIONS", self._versions),
            ("DATABASE", self._soundness),
            ("SCHEMA", self._schema),
            ("SEARCH", self._search),
            ("JOURNAL", self._journal),
            ("SPACE", self._space),
            ("PLACE", self._place),
            ("BACKUP", self._backup),
            ("KEYS", self._keys),
            ("CLOCK", self._clock),
        )
        return tuple(line for code, point in points for line in _looked_at(code, point))

    def _versions(self) -> Iterator[DoctorLine]:
        facts = {
            "app": dvk_desktop.__version__,
            "python": platform.python_version(),
            "sqlite": sqlite_version(),
            "system": platform.platform(),
        }
        yield _ok(
            "VERSIONS", "Chương trình {app}, Python {python}, SQLite {sqlite}, {system}.", **facts
        )

    def _soundness(self) -> Iterator[DoctorLine]:
        with closing(sqlite3.connect(self._folder.database)) as connection:
            problem = first_problem(connection)
        if problem is None:
            yield _ok("DATABASE", "Tệp dữ liệu nguyên vẹn.")
        else:
            template = "Tệp dữ liệu hỏng: {problem}. Hãy khôi phục từ bản sao lưu gần nhất."
            yield _bad("DATABASE", template, problem=problem)

    def _schema(self) -> Iterator[DoctorLine]:
        found = schema_of(self._folder.database)
        if found == HEAD:
            yield _ok("SCHEMA", "Cấu trúc dữ liệu {found} đúng với chương trình.", found=found)
        else:
            template = (
                "Cấu trúc dữ liệu là {found}, chương trình cần {known}. Hãy mở lại chương trình."
            )
            yield _bad("SCHEMA", template, found=found, known=HEAD)

    def _search(self) -> Iterator[DoctorLine]:
        with closing(sqlite3.connect(self._folder.database)) as connection:
            missing = missing_triggers(connection)
        problem = ", ".join(sorted(missing)) or search_index_problem(self._folder.database)
        if problem is None:
            yield _ok("SEARCH", "Chỉ mục tìm kiếm khớp với dữ liệu.")
        else:
            template = (
                "Chỉ mục tìm kiếm không khớp ({problem}) nên tìm kiếm có thể sót."
                " Dữ liệu vẫn đủ; hãy báo bộ phận hỗ trợ dựng lại chỉ mục."
            )
            yield _bad("SEARCH", template, problem=problem)

    def _journal(self) -> Iterator[DoctorLine]:
        report = AuditService(self._database, self._root).verify()
        if report.problem is None:
            template = "Nhật ký nguyên vẹn: {sets} lần thay đổi."
            yield _ok("JOURNAL", template, sets=report.change_sets)
        else:
            yield DoctorLine("JOURNAL", Health.BAD, report.problem)

    def _space(self) -> Iterator[DoctorLine]:
        free = shutil.disk_usage(self._root).free
        wanted = max(_LOW_SPACE, 3 * self._folder.database.stat().st_size)
        if free >= wanted:
            yield _ok("SPACE", "Ổ đĩa còn trống {free} MiB.", free=free // _MIB)
        else:
            template = "Ổ đĩa chỉ còn trống {free} MiB. Hãy xóa bớt tệp không cần."
            yield _warn("SPACE", template, free=free // _MIB)

    def _place(self) -> Iterator[DoctorLine]:
        kind = disk_kind(self._root)
        if kind == "network":
            template = (
                "Thư mục dữ liệu nằm trên ổ mạng, dễ hỏng khi mất kết nối."
                " Hãy chuyển thư mục dữ liệu về ổ đĩa của máy này."
            )
            yield _bad("PLACE", template)
        elif kind == "removable":
            template = (
                "Thư mục dữ liệu nằm trên USB, dễ hỏng khi rút ra."
                " Hãy chuyển thư mục dữ liệu về ổ đĩa của máy này."
            )
            yield _warn("PLACE", template)
        else:
            yield _ok("PLACE", "Thư mục dữ liệu nằm trên ổ đĩa của máy.")

    def _backup(self) -> Iterator[DoctorLine]:
        age = BackupService(self._database, self._root).age()
        if age.last is None:
            template = "Chưa có bản sao lưu tốt nào. Hãy sao lưu ngay."
            yield DoctorLine("BACKUP", Health.WARN, Wording(template))
            return
        facts = {"days": age.days, "name": age.last.path.name}
        if age.is_old:
            template = "Bản sao lưu tốt gần nhất đã {days} ngày ({name}). Hãy sao lưu ngay."
            yield _warn("BACKUP", template, **facts)
        else:
            yield _ok("BACKUP", "Bản sao lưu tốt gần nhất: {days} ngày trước ({name}).", **facts)

    def _keys(self) -> Iterator[DoctorLine]:
        keys = self._folder.keys
        readable = open_key_files(keys)
        if not keys.is_dir() or not any(keys.iterdir()):
            template = (
                "Không thấy khóa của văn phòng nên không gửi được gói dữ liệu."
                " Hãy khôi phục thư mục khóa từ bản sao lưu."
            )
            yield _warn("KEYS", template)
        elif readable:
            template = "Người khác trên máy đọc được tệp khóa {names}. Hãy chỉ cho chủ tệp đọc."
            yield _warn("KEYS", template, names=", ".join(readable))
        else:
            yield _ok("KEYS", "Khóa của văn phòng chỉ chủ tệp đọc được.")

    def _clock(self) -> Iterator[DoctorLine]:
        now = self._database.clock()
        with self._database.reading() as work:
            moments = [row.happened_at for row in recent_sets(work, 50)]
        newest = max((datetime.fromisoformat(text) for text in moments), default=now)
        if newest > now + _CLOCK_SLACK:
            template = (
                "Đồng hồ máy ({now}) chậm hơn lần thay đổi mới nhất ({newest})."
                " Hãy chỉnh lại ngày giờ của máy."
            )
            yield _warn(
                "CLOCK", template, now=f"{now:%d/%m/%Y %H:%M}", newest=f"{newest:%d/%m/%Y %H:%M}"
            )
        else:
            yield _ok("CLOCK", "Đồng hồ máy: {now}.", now=f"{now:%d/%m/%Y %H:%M}")


def _looked_at(code: str, point: Callable[[], Iterator[DoctorLine]]) -> Iterator[DoctorLine]:
    """Yield the lines of one point; that it cannot be looked at is a finding too."""
    try:
        yield from point()
    except DvkError as error:
        yield DoctorLine(code, Health.BAD, error.wording)
    except (OSError, sqlite3.DatabaseError) as error:
        yield _bad(code, "Không kiểm tra được: {reason}.", reason=error)


def _ok(code: str, template: str, **facts: object) -> DoctorLine:
    return DoctorLine(code, Health.OK, Wording(template, facts))


def _warn(code: str, template: str, **facts: object) -> DoctorLine:
    return DoctorLine(code, Health.WARN, Wording(template, facts))


def _bad(code: str, template: str, **facts: object) -> DoctorLine:
    return DoctorLine(code, Health.BAD, Wording(template, facts))
