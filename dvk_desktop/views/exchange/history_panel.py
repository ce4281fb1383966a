"""All packages sent and received (mục Lịch sử)."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.exchange import PackageRow
from dvk_desktop.domain.records.package import PackageKind
from dvk_desktop.services.exchange.packing import SENT
from dvk_desktop.views.exchange.desk import Desk, Panel, Rest
from dvk_desktop.views.exchange.package_columns import package_columns
from dvk_desktop.views.exchange.slip_printing import print_slips
from dvk_desktop.views.exchange.wording import kind_name, merge_counts, package_state, when
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.search_box import SearchBox

_LISTED = 6


class HistoryPanel(Panel):
    """What went out and came in, with receipts and undo (lịch sử)."""

    shows = Changes.PACKAGES

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._undone: frozenset[str] = frozenset()
        self._model = RecordTableModel(
            package_columns(with_direction=True),
            self,
            identity=lambda row: f"{row.direction} {row.package_id}",
        )
        self._proxy = SortFilterProxy(self._model, self)
        self.table = RecordTableView(
            "packages",
            self.tr("Các gói đã gửi, đã nhận"),
            empty_text=self.tr("Chưa gửi và chưa nhận gói nào."),
        )
        self.table.setModel(self._proxy)
        self.table.chosen.connect(self._show_chosen)
        search = SearchBox(self.tr("Lọc theo văn phòng, loại, tệp"))
        search.setMaximumWidth(360)
        search.searched.connect(self._proxy.set_query)
        bar = QHBoxLayout()
        bar.addWidget(search, 1)
        bar.addStretch(1)
        self.body.addLayout(bar)
        self.body.addWidget(Rest(self.table, 150), 1)
        self._card = Card(" ")
        self._text = text_label("")
        self._card.body.addWidget(self._text)
        self.undo_button = button(
            self.tr("Hoàn tác lần nhập này"), self._undo, icon_name="arrow-back-up", kind="danger"
        )
        self.slip_button = button(
            self.tr("In phiếu bàn giao…"), self._print_slip, icon_name="printer"
        )
        self._card.header.add_action(self.slip_button)
        self._card.header.add_action(self.undo_button)
        self.body.addWidget(self._card)
        self._show_chosen()

    def refresh(self) -> None:
        """Read the packages again."""
        services = self.desk.services
        self._undone = frozenset(row.id for row in services.history.recent(1000) if row.undone)
        self._model.replace(services.receiving.history())
        self._show_chosen()

    def search(self, text: str) -> None:
        """Show only packages that contain the words of ``text``."""
        self._proxy.set_query(text)

    def show_package(self, package_id: str) -> None:
        """Select a package that came in."""
        self._proxy.set_query("")
        self.table.select_id(f"in {package_id}")

    def _show_chosen(self) -> None:
        row: PackageRow | None = self.table.current_record()
        self._card.setVisible(row is not None)
        if row is None:
            return
        title = self.tr("{kind} số {number}, {name}").format(
            kind=kind_name(row.kind), number=row.sequence, name=row.peer_name
        )
        self._card.header.set_title(title)
        self._text.setText("\n".join(self._lines(row)))
        self.undo_button.setVisible(self._can_undo(row))
        self.slip_button.setVisible(row.direction == SENT and row.kind != PackageKind.RECEIPT)

    def _lines(self, row: PackageRow) -> list[str]:
        lines = [
            self.tr("Tệp {file}, {time}. {state}.").format(
                file=row.file_name, time=when(row.happened_at), state=package_state(row)[0]
            )
        ]
        if row.batch in self._undone:
            lines.append(self.tr("Lần nhập này đã được hoàn tác."))
        if row.receipt:
            merged = self.tr("Nơi nhận đã nhập lúc {time}: {counts}.").format(
                time=when(str(row.receipt.get("merged_at", ""))),
                counts=merge_counts(row.receipt.get("counts") or {}),
            )
            lines.append(merged)
            refused = self.desk.services.sent_packages.refused(row.package_id)
            lines += [f"•  {one.label}: {worded(one.reason)}" for one in refused[:_LISTED]]
            if len(refused) > _LISTED:
                more = self.tr("… và {count} bản ghi khác.")
                lines.append(more.format(count=len(refused) - _LISTED))
        elif row.direction == SENT and row.kind != PackageKind.RECEIPT:
            lines.append(
                self.tr("Chưa có biên nhận. Hãy hỏi nơi nhận, hoặc thả tệp biên nhận vào đây.")
            )
        receipt = self.desk.services.receiving.receipt_of(row)
        if receipt is not None:
            text = self.tr("Biên nhận để gửi lại cho nơi gửi: {path}")
            lines.append(text.format(path=receipt))
        if row.kind != PackageKind.RECEIPT:
            lines.append(self.tr("Mã đối chiếu: {code}.").format(code=row.check_code))
        return lines

    def _print_slip(self) -> None:
        row: PackageRow | None = self.table.current_record()
        if row is not None:
            print_slips(self, self.desk, [row.package_id], row.file_name)

    def _can_undo(self, row: PackageRow) -> bool:
        is_merge = row.direction != SENT and row.kind != PackageKind.RECEIPT
        return is_merge and row.batch is not None and row.batch not in self._undone

    def _undo(self) -> None:
        row: PackageRow | None = self.table.current_record()
        if row is not None and row.batch is not None:
            what = self.tr("gói số {number} của {name}").format(
                number=row.sequence, name=row.peer_name
            )
            self.undo_batch(row.batch, what, self.refresh)
