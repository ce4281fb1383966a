"""The office itself: its name on papers, what it is known by (văn phòng)."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.exchange.fingerprint import FingerprintLabel
from dvk_desktop.views.messages import tell
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


class OfficeSection(Section):
    """Renames the office; code and level are what others know it by (văn phòng)."""

    shows = Changes.SETTINGS | Changes.UNITS

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self.name_it(
            self.tr("Văn phòng"), self.tr("Tên này đứng trên giấy tờ và trên các gói gửi đi.")
        )
        self.name_edit = QLineEdit()
        self._code, self._level = QLineEdit(), QLineEdit()
        self._mark = FingerprintLabel(per_line=4)
        for edit in (self._code, self._level):
            edit.setReadOnly(True)
        self._form = LabelledForm(columns=2)
        self._form.add("name", self.tr("Tên văn phòng"), self.name_edit, is_required=True, span=2)
        self.upper_edit, self.place_edit = QLineEdit(), QLineEdit()
        self._form.add(
            "upper_office",
            self.tr("Cơ quan cấp trên"),
            self.upper_edit,
            hint=self.tr("Dòng đầu của giấy tờ, ví dụ: Huyện ủy Yên Mô"),
        )
        self._form.add(
            "place",
            self.tr("Địa danh"),
            self.place_edit,
            hint=self.tr("Đứng trước ngày tháng, ví dụ: Yên Mô"),
        )
        self._form.add("code", self.tr("Mã"), self._code)
        self._form.add("level", self.tr("Cấp"), self._level)
        self._form.add(
            "fingerprint",
            self.tr("Dấu vân tay của văn phòng này"),
            self._mark,
            span=2,
            hint=self.tr(
                "Đọc dãy này qua điện thoại khi văn phòng khác nhập thẻ của mình, để họ biết thẻ"
                " là thật."
            ),
        )
        buttons = QHBoxLayout()
        self.save_button = button(
            self.tr("Lưu"), self._save, icon_name="device-floppy", kind="primary"
        )
        buttons.addWidget(self.save_button)
        buttons.addWidget(button(self.tr("Sao chép dấu vân tay"), self._copy, icon_name="copy"))
        buttons.addStretch(1)
        self.add_narrow(self._form)
        self.body.addLayout(buttons)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Read the office again."""
        office = self.services.office.office()
        self.name_edit.setText(office.name)
        self.upper_edit.setText(str(self.services.office.setting("upper_office", "")))
        self.place_edit.setText(str(self.services.office.setting("place", "")))
        self._code.setText(office.code)
        self._level.setText(office.level_name)
        self._mark.show_fingerprint(self.services.trust.fingerprint())

    def _save(self) -> None:
        name = clean_line(self.name_edit.text())
        faults = {} if name else {"name": self.tr("Cần điền tên văn phòng.")}
        self._form.show_faults(faults)
        if name:
            self.do(lambda: self._store(name), self.tr("Đã lưu văn phòng."))

    def _store(self, name: str) -> Changes:
        office = self.services.office
        changes = Changes.NOTHING
        if name != office.office().name:
            changes |= office.rename(name)
        typed = {
            "upper_office": clean_line(self.upper_edit.text()),
            "place": clean_line(self.place_edit.text()),
        }
        if any(value != office.setting(key, "") for key, value in typed.items()):
            changes |= office.put_settings(typed)
        return changes

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._mark.text())
        tell(self, self.tr("Đã sao chép dấu vân tay."))
