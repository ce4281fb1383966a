"""The bar above the pages: campaign, search, office (thanh trên)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.global_search import GlobalSearch
from dvk_desktop.views.widgets.labels import icon_button, text_label


class TopBar(QFrame):
    """Chooses the campaign, searches everywhere, says whose data this is (thanh trên)."""

    campaign_chosen = Signal(str)
    fold_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "topbar")
        self.setFixedHeight(50)
        fold = icon_button("menu-2", self.tr("Thu gọn thanh bên"), self.fold_asked.emit)
        brand = text_label(self.tr("Dân vận khéo"), "brand")
        self.campaign_combo = QComboBox()
        self.campaign_combo.setAccessibleName(self.tr("Đợt thi đua"))
        self.campaign_combo.setToolTip(self.tr("Đợt thi đua đang xem"))
        self.campaign_combo.setMinimumWidth(220)
        self.campaign_combo.setMaximumWidth(340)
        self.search = GlobalSearch(self.tr("Tìm mô hình, đơn vị, quyết định… (Ctrl+K)"))
        self.search.setMinimumWidth(240)
        self.search.setMaximumWidth(440)
        self._office = ElidedLabel()
        self._office.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._office.setProperty("role", "label")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 16, 0)
        layout.setSpacing(12)
        layout.addWidget(fold)
        layout.addWidget(brand)
        layout.addSpacing(8)
        layout.addWidget(self.campaign_combo)
        layout.addWidget(self.search, 3)
        layout.addWidget(self._office, 2)
        self.campaign_combo.activated.connect(lambda: self.campaign_chosen.emit(self.campaign_id()))

    def campaign_id(self) -> str:
        """Return the campaign that is shown, or nothing."""
        return str(self.campaign_combo.currentData() or "")

    def show_campaigns(self, campaigns: Sequence[tuple[str, str]], current: str) -> None:
        """Offer campaigns as pairs of identifier and name."""
        # By itself a combo box keeps the width it was first shown with, and that one was empty.
        self.campaign_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.campaign_combo.clear()
        for identifier, name in campaigns:
            self.campaign_combo.addItem(name, identifier)
        self.campaign_combo.setCurrentIndex(max(0, self.campaign_combo.findData(current)))
        self.campaign_combo.setEnabled(bool(campaigns))
        if not campaigns:
            self.campaign_combo.setPlaceholderText(self.tr("Chưa có đợt thi đua"))

    def show_campaign(self, campaign_id: str) -> None:
        """Show which campaign it is, without choosing it."""
        self.campaign_combo.setCurrentIndex(self.campaign_combo.findData(campaign_id))

    def show_office(self, name: str) -> None:
        """Say whose data this is."""
        self._office.setText(name)
