"""Two values of one field, side by side, for a person to choose (mục Xung đột)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.exchange import ConflictRow
from dvk_desktop.views.counted_dialog import CountedDialog
from dvk_desktop.views.exchange.conflict_columns import (
    conflict_columns,
    heading_of,
    ours_in_words,
    package_choices,
    package_name,
    theirs_in_words,
    ways_out,
)
from dvk_desktop.views.exchange.desk import Desk, Panel
from dvk_desktop.views.exchange.other_value import OtherValue
from dvk_desktop.views.exchange.wording import when
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.theme import ROW_HEIGHT
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.empty_state import EmptyState
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.search_box import SearchBox

_SHOWN = 5


class ConflictsPanel(Panel):
    """Ours, theirs, another value, or later (xung đột)."""

    shows = Changes.PACKAGES | Changes.REGISTRATIONS | Changes.UNITS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: ConflictRow | None = None
        columns = conflict_columns()
        self._model = RecordTableModel(columns, self, identity=lambda row: str(row.id))
        self._proxy = SortFilterProxy(self._model, self)
        self.table = RecordTableView(
            "conflicts",
            self.tr("Xung đột chờ xử lý"),
            empty_text=self.tr("Không có xung đột nào như vậy."),
        )
        self.table.setModel(self._proxy)
        self.table.chosen.connect(self._show_chosen)
        self._ours = _Side(self.tr("Đang có ở đây"), self.tr("Giữ giá trị này"), self.take_ours)
        self._theirs = _Side(self.tr("Trong gói"), self.tr("Lấy giá trị này"), self.take_theirs)
        self.other = OtherValue()
        self._subject = text_label("", "heading")
        self._subject.setWordWrap(True)
        self._later = button(self.tr("Để sau"), self._next)
        self.search_box = SearchBox(self.tr("Tìm xung đột"))
        self.search_box.searched.connect(self._search)
        self.package_combo = ChoiceCombo()
        self.package_combo.setAccessibleName(self.tr("Gói mang xung đột tới"))
        self.package_combo.currentIndexChanged.connect(lambda _: self._filter())
        self.all_ours_button = button(
            self.tr("Giữ tất cả ở đây…"),
            lambda: self._ask_all("ours"),
            icon_name="list-check",
        )
        self.all_theirs_button = button(
            self.tr("Lấy tất cả trong gói…"),
            lambda: self._ask_all("theirs"),
            icon_name="list-check",
        )
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
        rows = self.desk.services.conflicts.open()
        self._model.replace(rows)
        self.package_combo.offer(package_choices(rows))
        self._stack.setCurrentIndex(0 if self.count else 1)
        self._filter()

    def take_ours(self) -> None:
        """Keep our value."""
        self._resolve("ours")

    def take_theirs(self) -> None:
        """Take the value of the package."""
        self._resolve("theirs")

    def take_other(self) -> None:
        """Take what was typed."""
        self._resolve("value", self.other.value())

    def shown(self) -> list[ConflictRow]:
        """Return the conflicts that search and package let through, from top to bottom."""
        rows = range(self._proxy.rowCount())
        sources = (self._proxy.mapToSource(self._proxy.index(row, 0)).row() for row in rows)
        return [self._model.record(row) for row in sources]

    def _search(self, words: str) -> None:
        self._proxy.set_query(words)
        self._fit()

    def _filter(self) -> None:
        package = self.package_combo.currentData() or ""
        self._proxy.set_condition((lambda row: row.package_id == package) if package else None)
        for each in (self.all_ours_button, self.all_theirs_button):
            each.setEnabled(bool(self._package()))
        self._fit()

    def _fit(self) -> None:
        """Give the list the height of what it shows, and look at one of these."""
        shown = max(self._proxy.rowCount(), 1)
        self.table.setFixedHeight(ROW_HEIGHT * (min(shown, _SHOWN) + 1) + 12)
        if self._proxy.rowCount() and self.table.current_record() is None:
            self.table.selectRow(0)
        self._show_chosen()

    def _package(self) -> str:
        """Return the package that is chosen, or the only one there is."""
        chosen = str(self.package_combo.currentData() or "")
        known = {row.package_id for row in self._model.records}
        return chosen if chosen or len(known) != 1 else next(iter(known))

    def _ask_all(self, take: str) -> None:
        """Ask before all conflicts of one package are settled alike; many want their number."""
        package = self._package()
        rows = [row for row in self._model.records if row.package_id == package]
        if not rows:
            return
        is_ours = take == "ours"
        question = (
            self.tr("{package}: giữ giá trị ở đây cho {count} xung đột?")
            if is_ours
            else self.tr("{package}: lấy giá trị trong gói cho {count} xung đột?")
        )
        dialog = CountedDialog(
            question.format(count=len(rows), package=package_name(rows[0])),
            [heading_of(row) for row in rows],
            self.tr("Giữ {count} giá trị") if is_ours else self.tr("Lấy {count} giá trị"),
            is_risky=True,
            parent=self,
        )
        dialog.act_button.setText(dialog.act_button.text().format(count=len(rows)))
        dialog.accepted.connect(lambda: self._settle_all(package, take))
        dialog.open()

    def _settle_all(self, package: str, take: str) -> None:
        conflicts = self.desk.services.conflicts

        def settled(result: tuple[int, Changes]) -> None:
            tell(self, self.tr("Đã xử lý {count} xung đột.").format(count=result[0]), Tone.SUCCESS)
            self.desk.bus.publish(result[1])

        self.desk.runner.start(
            lambda progress: conflicts.resolve_package(package, take),
            title=self.tr("Xử lý xung đột"),
            done=settled,
            failed=lambda error: show_error(self, error),
        )

    def _make_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self.search_box.setMaximumWidth(200)
        bar.addWidget(self.search_box, 1)
        bar.addWidget(self.package_combo, 2)
        bar.addWidget(self.all_ours_button)
        bar.addWidget(self.all_theirs_button)
        return bar

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
        layout.addLayout(self._make_bar())
        layout.addWidget(self.table)
        self._detail = QWidget()
        self._detail.setLayout(detail)
        detail.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._detail, 1)
        layout.addStretch()
        return page

    def _chosen(self) -> ConflictRow | None:
        row: ConflictRow | None = self.table.current_record()
        return row if self._proxy.rowCount() else None

    def _show_chosen(self) -> None:
        row = self._chosen()
        self._detail.setVisible(row is not None)
        if row is None:
            return
        names = self.desk.names()
        self._subject.setText(heading_of(row))
        ours, theirs = ours_in_words(row, names), theirs_in_words(row, names)
        for side, words in zip((self._ours, self._theirs), ways_out(row), strict=True):
            side.take.setText(words)
        author = row.our_author or self.tr("văn phòng này")
        who = self.tr("{name} sửa lúc {time}") if row.our_time else self.tr("{name}")
        self._ours.show_value(ours, who.format(name=author, time=when(row.our_time)))
        made = row.package_made or row.found_at
        sender = self.tr("{package}, ghi lúc {made}, nhập lúc {time}").format(
            package=package_name(row), made=when(made), time=when(row.found_at)
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
        self.table.selectRow(row if row < self._proxy.rowCount() else 0)


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
