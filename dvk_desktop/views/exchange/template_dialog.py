"""Writes the workbooks on which units register, one for each (hộp tạo tệp mẫu)."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.unit import UnitRow
from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.desk import Desk
from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.messages import confirm, show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.search_box import SearchBox
from dvk_desktop.views.widgets.section_header import SectionHeader

if TYPE_CHECKING:
    from dvk_desktop.services.intake.templates import WrittenTemplate
    from dvk_desktop.services.services import Services

PURPOSE = "templates"


class TemplateDialog(QDialog):
    """Asks for which units and where, then writes (tạo tệp mẫu)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Tạo tệp mẫu cho đơn vị"))
        self._desk = desk
        self.folder = desk.files.folder(PURPOSE)
        self.model = RecordTableModel(_unit_columns(), self, checkable=True)
        self.model.replace(_asked_units(desk))
        self.proxy = SortFilterProxy(self.model, self)
        self.table = RecordTableView(
            "template_units",
            self.tr("Các đơn vị"),
            empty_text=self.tr("Không có đơn vị nào như vậy."),
        )
        self.table.setModel(self.proxy)
        self.search = SearchBox(self.tr("Tìm đơn vị"))
        self.search.searched.connect(self.proxy.set_query)
        self.search.searched.connect(lambda _: self._count())
        self.all_button = button("", self._turn_all, kind="link")
        self._where = ElidedLabel()
        self.write_button = button("", self.write, icon_name="file-spreadsheet", kind="primary")
        self.model.checked_changed.connect(self._count)
        self._lay_out()
        self._show_folder(self.folder)
        self._count()

    def write(self) -> None:
        """Write one workbook for each ticked unit; asks before files are replaced."""
        year = self._year()
        ticked = set(self.model.checked_ids())
        targets = {
            unit.id: self.folder / template_name(unit, year)
            for unit in self.model.records
            if unit.id in ticked
        }
        there = sum(path.exists() for path in targets.values())
        if there and not self._may_replace(there):
            return
        services, campaign = self._desk.services, self._desk.campaign_id
        self.write_button.setEnabled(False)
        self._desk.runner.start(
            lambda progress: write_templates(services, campaign, targets, progress),
            title=self.tr("Ghi {count} tệp mẫu").format(count=len(targets)),
            done=self._written,
            failed=self._not_written,
        )

    def choose_folder(self) -> None:
        """Ask where the files go."""
        chosen = file_choice.ask_folder(self, self.tr("Chọn thư mục ghi tệp mẫu"), self.folder)
        if chosen is not None:
            self._desk.files.remember(PURPOSE, chosen)
            self._show_folder(chosen)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.search, 1)
        above.addWidget(self.all_button)
        where = QHBoxLayout()
        where.setSpacing(8)
        caption = text_label(self.tr("Ghi vào"), "label")
        caption.setWordWrap(False)
        where.addWidget(caption)
        where.addWidget(self._where, 1)
        where.addWidget(button(self.tr("Chọn thư mục…"), self.choose_folder, icon_name="folder"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Đóng"), self.reject))
        buttons.addWidget(self.write_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(
            SectionHeader(
                self.tr("Tạo tệp mẫu cho đơn vị"),
                self.tr(
                    "Mỗi đơn vị một tệp Excel có sẵn danh mục để chọn, mô hình năm trước và đăng ký"
                    " đã có. Tệp gửi về được nhận chắc chắn, không phải đoán."
                ),
            )
        )
        layout.addLayout(above)
        layout.addWidget(self.table, 1)
        layout.addLayout(where)
        layout.addLayout(buttons)
        self.resize(640, 520)

    def _year(self) -> int:
        campaigns = self._desk.services.campaigns.campaigns()
        return next(row.year_from for row in campaigns if row.id == self._desk.campaign_id)

    def _may_replace(self, count: int) -> bool:
        return confirm(
            self,
            self.tr("{count} tệp đã có trong thư mục").format(count=count),
            self.tr(
                "Ghi lại thì tệp cũ mất, kể cả những gì đã ghi vào đó. Nếu đơn vị đã điền, hãy nhập"
                " các tệp ấy trước, hoặc chọn thư mục khác."
            ),
            self.tr("Ghi lại {count} tệp").format(count=count),
            is_risky=True,
        )

    def _show_folder(self, folder: Path) -> None:
        self.folder = folder
        self._where.setText(str(folder))

    def _count(self) -> None:
        count, shown = len(self.model.checked_ids()), self._shown()
        self.write_button.setEnabled(count > 0)
        text = self.tr("Ghi {count} tệp mẫu") if count else self.tr("Chọn đơn vị")
        self.write_button.setText(text.format(count=count))
        turn = self.tr("Bỏ chọn hết") if self._is_full() else self.tr("Chọn hết ({count})")
        self.all_button.setText(turn.format(count=len(shown)))
        self.all_button.setEnabled(bool(shown))

    def _turn_all(self) -> None:
        ticked, shown = set(self.model.checked_ids()), set(self._shown())
        self.model.check(ticked - shown if self._is_full() else ticked | shown)

    def _shown(self) -> list[str]:
        """Return the units that the search leaves."""
        rows = (self.proxy.index(row, 0) for row in range(self.proxy.rowCount()))
        return [self.model.records[self.proxy.mapToSource(one).row()].id for one in rows]

    def _is_full(self) -> bool:
        shown = self._shown()
        return bool(shown) and set(shown) <= set(self.model.checked_ids())

    def _written(self, written: "tuple[WrittenTemplate, ...]") -> None:
        text = self.tr("Đã ghi {count} tệp mẫu vào “{folder}”.")
        tell(self, text.format(count=len(written), folder=self.folder), Tone.SUCCESS)
        file_choice.show_in_system(self.folder)
        self.accept()

    def _not_written(self, error: DvkError) -> None:
        show_error(self, error)
        self._count()


def template_name(unit: UnitRow, year: int) -> str:
    """Return what the file of a unit is called: plain letters travel through every mail."""
    words = ("".join(filter(str.isalnum, word)) for word in fold(unit.name).split())
    code = "".join(filter(str.isalnum, unit.code))
    return "-".join(["dang-ky", str(year), *words, code]) + ".xlsx"


def write_templates(
    services: "Services", campaign_id: str, targets: Mapping[str, Path], progress: Progress
) -> "tuple[WrittenTemplate, ...]":
    """Write the template of each unit to its path."""
    written = []
    for done, (unit_id, path) in enumerate(targets.items(), start=1):
        written.append(services.templates.write(unit_id, campaign_id, path))
        progress.step(done, len(targets), path.name)
    return tuple(written)


def _asked_units(desk: Desk) -> list[UnitRow]:
    """Return the units that are asked to register: not this office, none that is gone."""
    own = desk.services.office.office().unit_id
    units = desk.services.units.units()
    return [u for u in units if u.id != own and not u.owes_nothing and u.valid_to is None]


def _unit_columns() -> tuple[Column[UnitRow], ...]:
    return (
        Column[UnitRow](
            "name",
            QCoreApplication.translate("template_units", "Tên đơn vị"),
            lambda unit: unit.name,
            stretch=True,
        ),
        Column[UnitRow](
            "code",
            QCoreApplication.translate("template_units", "Mã"),
            lambda unit: unit.code,
            width=90,
        ),
        Column[UnitRow](
            "level",
            QCoreApplication.translate("template_units", "Cấp"),
            lambda unit: unit.level_name,
            width=120,
        ),
    )
