"""Which registrations cannot be submitted yet, and what each of them lacks (còn thiếu mục)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.records.registration import RegistrationRow
from dvk_desktop.domain.registration_fields import FIELD_LABELS, REQUIRED_TO_SUBMIT
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.link_row import LinkRow
from dvk_desktop.views.widgets.scrolling import scrolling

_LISTED = 200


def missing_in(row: RegistrationRow) -> tuple[str, ...]:
    """Return the items without which a registration cannot be submitted."""
    return tuple(field for field in REQUIRED_TO_SUBMIT if not getattr(row, field))


class MissingItemsDialog(QDialog):
    """Each line leads to the item that is missing; the others may go now (còn thiếu mục).

    ``item_asked`` carries the registration and the missing item.
    """

    item_asked = Signal(str, str)

    def __init__(
        self, rows: Sequence[RegistrationRow], complete: int, parent: QWidget | None = None
    ) -> None:
        """Build it.

        Args:
            rows: The registrations that lack something.
            complete: How many others are complete.
            parent: The page.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("{count} đăng ký còn thiếu mục bắt buộc").format(count=len(rows))
        self.setWindowTitle(title)
        self.lines = tuple(
            self._line(number, row, field)
            for number, row in enumerate(rows[:_LISTED], start=1)
            for field in missing_in(row)
        )
        inside = QVBoxLayout()
        inside.setSpacing(2)
        for made in self.lines:
            inside.addWidget(made)
        if len(rows) > _LISTED:
            more = self.tr("… và {count} đăng ký khác").format(count=len(rows) - _LISTED)
            inside.addWidget(text_label(more, "muted"))
        inside.addStretch(1)
        self.submit_button = button(
            self.tr("Gửi {count} đăng ký đủ mục").format(count=complete),
            self.accept,
            kind="primary",
        )
        self.submit_button.setVisible(complete > 0)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(button(self.tr("Để sau"), self.reject))
        acts.addWidget(self.submit_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(text_label(title, "heading"))
        layout.addWidget(text_label(self.tr("Bấm vào một dòng để mở đúng mục còn thiếu."), "muted"))
        layout.addWidget(scrolling(inside), 1)
        layout.addLayout(acts)
        self.resize(640, 420)

    def _line(self, number: int, row: RegistrationRow, field: str) -> LinkRow:
        text = self.tr("Thiếu {item} – {name} ({unit})")
        text = text.format(name=row.name, unit=row.unit_name, item=worded(FIELD_LABELS[field]))
        made = LinkRow(str(number), text)
        made.setToolTip(text)
        made.clicked.connect(partial(self._go, row.id, field))
        return made

    def _go(self, record_id: str, field: str) -> None:
        self.reject()
        self.item_asked.emit(record_id, field)
