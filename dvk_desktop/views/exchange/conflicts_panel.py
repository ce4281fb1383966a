"""Two values of one field, side by side, for a person to choose (mục Xung đột)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.record_labels import record_label
from dvk_desktop.domain.records.exchange import ConflictRow
from dvk_desktop.views.exchange.desk import Desk, Panel
from dvk_desktop.views.exchange.other_value import OtherValue
from dvk_desktop.views.exchange.wording import field_name, shown_value, when
from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.theme import ROW_HEIGHT
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.empty_state import EmptyState
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView

_SHOWN = 5


def _columns() -> tuple[Column[ConflictRow], ...]:
    return (
        Column[ConflictRow](
            "label",
            QCoreApplication.translate("conflict_columns", "Bản ghi"),
            lambda row: row.label,
            tool_tip=lambda row: row.label,
            stretch=True,
        ),
        Column[ConflictRow](
            "type",
            QCoreApplication.translate("conflict_columns", "Loại"),
            lambda row: worded(record_label(row.record_type)),
            width=130,
            fold_below=860,
        ),
        Column[ConflictRow](
            "unit",
            QCoreApplication.translate("conflict_columns", "Đơn vị"),
            lambda row: row.unit_name,
            width=150,
        ),
        Column[ConflictRow](
            "field",
            QCoreApplication.translate("conflict_columns", "Mục"),
            lambda row: field_name(row.field),
            width=170,
        ),
        Column[ConflictRow](
            "found_at",
            QCoreApplication.translate("conflict_columns", "Thấy lúc"),
            lambda row: when(row.found_at),
            sort_key=lambda row: row.found_at,
            width=134,
            fold_below=760,
        ),
    )


class ConflictsPanel(Panel):
    """Ours, theirs, another value, or later (xung đột)."""

    shows = Changes.PACKAGES | Changes.REGISTRATIONS | Changes.UNITS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: ConflictRow | None = None
        self._model = RecordTableModel(_columns(), self, identity=lambda row: str(row.id))
        self.table = RecordTableView("conflicts", self.tr("Xung đột chờ xử lý"))
        self.table.setModel(self._model)
        self.table.chosen.connect(self._show_chosen)
        self._ours = _Side(self.tr("Đang có ở đây"), self.tr("Giữ giá trị này"), self.take_ours)
        self._theirs = _Side(self.tr("Trong gói"), self.tr("Lấy giá trị này"), self.take_theirs)
        self.other = OtherValue()
        self._subject = text_label("", "heading")
        self._subject.setWordWrap(True)
        self._later = button(self.tr("Để sau"), self._next)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_list())
        self._stack.addWidget(
            EmptyState(
                "circle-check",
                self.tr("Không có xung đột"),
                self.tr(
                    "Khi hai văn phòng cùng sửa một mục theo hai cách, cả hai giá trị được giữ lại"
                    " và chờ bạn chọn ở đây. Không giá trị nào bị ghi đè."
                ),
            )
        )
        self.body.addWidget(self._stack, 1)

    @property
    def count(self) -> int:
        """How many conflicts wait."""
        return self._model.row_total()

    def refresh(self) -> None:
        """Read the open conflicts again and keep the one that is looked at."""
        self._model.replace(self.desk.services.conflicts.open())
        self._stack.setCurrentIndex(0 if self.count else 1)
        self.table.setFixedHeight(ROW_HEIGHT * (min(self.count, _SHOWN) + 1) + 12)
        if self.count and self.table.current_record() is None:
            self.table.selectRow(0)
        self._show_chosen()

    def take_ours(self) -> None:
        """Keep our value."""
        self._resolve("ours")

    def take_theirs(self) -> None:
        """Take the value of the package."""
        self._resolve("theirs")

    def take_other(self) -> None:
        """Take what was typed."""
        self._resolve("value", self.other.value())

    def _make_list(self) -> QWidget:
        detail = QVBoxLayout()
        detail.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self._subject, 1)
        head.addWidget(self._later)
        detail.addLayout(head)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self._ours, 1)
        sides.addWidget(self._theirs, 1)
        detail.addLayout(sides)
        third = Card(self.tr("Hoặc ghi giá trị khác"))
        third.body.addWidget(self.other)
        self.other_button = button(self.tr("Dùng giá trị vừa ghi"), self.take_other)
        row = QHBoxLayout()
        row.addWidget(self.other_button)
        row.addStretch(1)
        third.body.addLayout(row)
        self._third = third
        detail.addWidget(third)
        detail.addStretch(1)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        hint = self.tr(
            "Hai nơi đã sửa cùng một mục. Mô hình còn xung đột chưa ra quyết định và chưa in giấy"
            " được. Chọn xong, các văn phòng khác không phải chọn lại."
        )
        layout.addWidget(text_label(hint, "muted"))
        layout.addWidget(self.table)
        layout.addLayout(detail, 1)
        return page

    def _chosen(self) -> ConflictRow | None:
        row: ConflictRow | None = self.table.current_record()
        return row

    def _show_chosen(self) -> None:
        row = self._chosen()
        if row is None:
            return
        names = self.desk.names()
        self._subject.setText(f"{row.label}: {field_name(row.field)}")
        ours = shown_value(row.record_type, row.field, row.ours, names)
        theirs = shown_value(row.record_type, row.field, row.theirs, names)
        author = row.our_author or self.tr("văn phòng này")
        who = self.tr("{name} sửa lúc {time}") if row.our_time else self.tr("{name}")
        self._ours.show_value(ours, who.format(name=author, time=when(row.our_time)))
        sender = self.tr("{name}, đến lúc {time}, gói {package}").format(
            name=row.sender_name, time=when(row.found_at), package=row.package_id[-8:]
        )
        self._theirs.show_value(theirs, sender)
        # What is being typed stays, whatever else is read again.
        if self._shown != row:
            self._shown = row
            self._third.setVisible(self.other.ask_for(row.record_type, row.field, row.ours))

    def _resolve(self, take: str, value: Any = None) -> None:
        row = self._chosen()
        if row is None:
            return
        try:
            changes = self.desk.services.conflicts.resolve(row.id, take, value)
        except DvkError as error:
            show_error(self, error)
            return
        tell(self, self.tr("Đã xử lý xung đột ở “{name}”.").format(name=row.label), Tone.SUCCESS)
        self.desk.bus.publish(changes)

    def _next(self) -> None:
        """Leave this one as it is and look at the next."""
        row = self.table.currentIndex().row() + 1
        self.table.selectRow(row if row < self.count else 0)


class _Side(Card):
    """One of the two values, who wrote it, and the button that takes it (một bên)."""

    def __init__(self, title: str, action: str, taken: Callable[[], object]) -> None:
        super().__init__(title)
        self._value: QLabel = text_label("")
        self._who: QLabel = text_label("", "muted")
        self.take: QPushButton = button(action, taken, icon_name="check")
        self.body.addWidget(self._value)
        self.body.addWidget(self._who)
        self.body.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_value(self, value: str, who: str) -> None:
        """Show a value with its origin."""
        self._value.setText(value)
        self._who.setText(who)
