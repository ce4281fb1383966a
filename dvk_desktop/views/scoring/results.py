"""What the sheets come to, with the way to each figure in words (kết quả chấm)."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from dvk_desktop.domain.records.scoring import ResultRow
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.scoring_columns import result_columns
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.labels import text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.scrolling import scrolling
from dvk_desktop.views.widgets.search_box import SearchBox


class ScoringResults(QWidget):
    """Places, figures and ranks; the explanation of the chosen line below (kết quả)."""

    def __init__(self, settings: QSettings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RecordTableModel(
            result_columns(), self, identity=attrgetter("registration_id")
        )
        self._proxy = SortFilterProxy(self._model, self)
        self.search = SearchBox(self.tr("Tìm mô hình, đơn vị"))
        self.search.searched.connect(self._proxy.set_query)
        self.table = RecordTableView(
            "results",
            self.tr("Kết quả chấm"),
            settings=settings,
            empty_text=self.tr("Chưa có phiếu nào được chốt nên chưa có kết quả."),
        )
        self.table.setModel(self._proxy)
        self.table.chosen.connect(self._explain)
        self._summary = text_label("", "muted")
        self._card = Card(self.tr("Cách tính"))
        self._words = text_label("")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._card.body.addWidget(self._words)
        self._card.body.addStretch(1)
        self._lay_out()
        self._explain()

    def show_rows(self, rows: Sequence[ResultRow]) -> None:
        """Show other results."""
        self._model.replace(rows)
        judged = [row for row in rows if row.score is not None]
        counts: dict[str, int] = {}
        for row in judged:
            label = worded(row.rank_label)
            counts[label] = counts.get(label, 0) + 1
        parts = [self.tr("{count} mô hình đã có điểm chung").format(count=len(judged))]
        parts += [f"{label}: {count}" for label, count in counts.items()]
        ties = sum(row.is_tied for row in rows)
        if ties:
            parts.append(self.tr("{count} mô hình bằng điểm (dấu =)").format(count=ties))
        self._summary.setText(" · ".join(parts))
        if rows and not self.table.selected_ids():
            self.table.selectRow(0)
        self._explain()

    def explanation(self) -> str:
        """Return what is said about the chosen line."""
        return self._words.text()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.search, 1)
        top.addWidget(self._summary, 2)
        splitter = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        splitter.setHandleWidth(10)
        splitter.addWidget(self.table)
        splitter.addWidget(scrolling(self._card))
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([330, 210])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(splitter, 1)

    def _explain(self) -> None:
        row: ResultRow | None = self.table.current_record() if self.table.selected_ids() else None
        if row is None:
            self._card.header.set_title(self.tr("Cách tính"))
            self._words.setText(self.tr("Chọn một mô hình để xem điểm được tính như thế nào."))
            return
        self._card.header.set_title(row.name)
        lines = [worded(words) for words in row.explanation]
        if not lines:
            lines = [self.tr("Mới có điểm tự chấm; chưa có phiếu của Hội đồng.")]
        if row.is_tied:
            lines.append(
                self.tr(
                    "Bằng điểm với mô hình khác ở hạng {place}; Hội đồng quyết định thứ tự."
                ).format(place=row.place)
            )
        self._words.setText("\n".join(lines))
