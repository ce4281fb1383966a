"""Columns of lists of packages and offices (cột của các danh sách)."""

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.records.exchange import PackageRow
from dvk_desktop.domain.records.office import KnownOfficeRow
from dvk_desktop.services.exchange.packing import SENT
from dvk_desktop.views.exchange.wording import kind_name, package_counts, package_state, when
from dvk_desktop.views.icons import dot, icon
from dvk_desktop.views.item_models.columns import NUMBER, Column
from dvk_desktop.views.palettes import Tone


def package_columns(*, with_direction: bool) -> tuple[Column[PackageRow], ...]:
    """Return the columns of packages; sent ones alone need no direction."""
    columns = (_direction(), *_origin(), *_content())
    return columns if with_direction else columns[1:]


def _direction() -> Column[PackageRow]:
    return Column[PackageRow](
        "direction",
        QCoreApplication.translate("package_columns", "Chiều"),
        lambda row: (
            QCoreApplication.translate("package_columns", "Gửi đi")
            if row.direction == SENT
            else QCoreApplication.translate("package_columns", "Nhận về")
        ),
        decoration=lambda row: icon("upload" if row.direction == SENT else "download"),
        width=104,
    )


def _origin() -> tuple[Column[PackageRow], ...]:
    return (
        Column[PackageRow](
            "happened_at",
            QCoreApplication.translate("package_columns", "Lúc"),
            lambda row: when(row.happened_at),
            sort_key=lambda row: row.happened_at,
            width=142,
        ),
        Column[PackageRow](
            "peer",
            QCoreApplication.translate("package_columns", "Văn phòng"),
            lambda row: row.peer_name,
            width=160,
        ),
        Column[PackageRow](
            "kind",
            QCoreApplication.translate("package_columns", "Loại"),
            _kind,
            width=112,
        ),
        Column[PackageRow](
            "sequence",
            QCoreApplication.translate("package_columns", "Số"),
            lambda row: str(row.sequence),
            sort_key=lambda row: row.sequence,
            alignment=NUMBER,
            width=52,
            fold_below=740,
        ),
    )


def _kind(row: PackageRow) -> str:
    """Tell the kind, and which part of several it is."""
    if row.part_of == 1:
        return kind_name(row.kind)
    text = QCoreApplication.translate("package_columns", "{kind}, phần {number}/{of}")
    return text.format(kind=kind_name(row.kind), number=row.part_number, of=row.part_of)


def _content() -> tuple[Column[PackageRow], ...]:
    return (
        Column[PackageRow](
            "counts",
            QCoreApplication.translate("package_columns", "Nội dung"),
            package_counts,
            tool_tip=package_counts,
            stretch=True,
            fold_below=840,
        ),
        Column[PackageRow](
            "state",
            QCoreApplication.translate("package_columns", "Tình trạng"),
            lambda row: package_state(row)[0],
            decoration=lambda row: dot(package_state(row)[1]),
            width=236,
        ),
        Column[PackageRow](
            "file",
            QCoreApplication.translate("package_columns", "Tệp"),
            lambda row: row.file_name,
            is_hidden=True,
        ),
    )


def office_columns() -> tuple[Column[KnownOfficeRow], ...]:
    """Return the columns of known offices."""
    return (
        Column[KnownOfficeRow](
            "name",
            QCoreApplication.translate("package_columns", "Văn phòng"),
            lambda row: row.name,
            stretch=True,
        ),
        Column[KnownOfficeRow](
            "code",
            QCoreApplication.translate("package_columns", "Mã"),
            lambda row: row.code,
            width=90,
        ),
        Column[KnownOfficeRow](
            "trust",
            QCoreApplication.translate("package_columns", "Tin cậy"),
            lambda row: (
                QCoreApplication.translate("package_columns", "Đã xác nhận thẻ")
                if row.is_trusted
                else QCoreApplication.translate("package_columns", "Đã gỡ, không nhận gói")
            ),
            decoration=lambda row: dot(Tone.SUCCESS if row.is_trusted else Tone.DANGER),
            width=180,
        ),
        Column[KnownOfficeRow](
            "trusted_at",
            QCoreApplication.translate("package_columns", "Xác nhận lúc"),
            lambda row: when(row.trusted_at),
            sort_key=lambda row: row.trusted_at,
            width=150,
        ),
    )
