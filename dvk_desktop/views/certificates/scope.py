"""Which certificates are saved or printed (phạm vi lưu, in)."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from dvk_desktop.domain.records.decision import CertificateRow
from dvk_desktop.domain.terms import CertificateState
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo


class Scope(StrEnum):
    """A part of the certificates of a decision (phạm vi)."""

    ALL = "all"
    QUEUED = "queued"
    CHOSEN = "chosen"
    SHOWN = "shown"


class CertificateScope(ChoiceCombo):
    """All, those that wait, those that are chosen, or the page that is looked at (phạm vi)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Lưu, in những giấy nào"))
        self.setMinimumWidth(180)

    def offer_parts(self, rows: Sequence[CertificateRow], chosen: Collection[str]) -> None:
        """Offer the parts with their numbers."""
        waiting = sum(row.state is CertificateState.QUEUED for row in rows)
        self.offer(
            (
                (Scope.ALL, self.tr("Tất cả ({count})").format(count=len(rows))),
                (Scope.QUEUED, self.tr("Giấy chờ in ({count})").format(count=waiting)),
                (Scope.CHOSEN, self.tr("Giấy đang chọn ({count})").format(count=len(chosen))),
                (Scope.SHOWN, self.tr("Trang đang xem")),
            )
        )

    def part_of(
        self, rows: Sequence[CertificateRow], chosen: Collection[str], shown: int
    ) -> list[CertificateRow]:
        """Return the certificates of the part, in the order of the decision."""
        match self.currentData():
            case Scope.QUEUED:
                return [row for row in rows if row.state is CertificateState.QUEUED]
            case Scope.CHOSEN:
                return [row for row in rows if row.id in chosen]
            case Scope.SHOWN:
                return list(rows[shown : shown + 1]) if shown >= 0 else []
        return list(rows)
