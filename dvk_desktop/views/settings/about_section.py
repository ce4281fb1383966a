"""What this program is, and whose work is in it (giới thiệu)."""

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel

import dvk_desktop
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.labels import text_label
from dvk_desktop.views.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

# Names of works and licences are the same in every language.
_WORKS = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("Python", "PSF-2.0"),
    ("SQLite", "public domain"),
    ("SQLAlchemy, Alembic, pydantic, openpyxl, python-docx, python-calamine, platformdirs", "MIT"),
    ("cryptography", "Apache-2.0 / BSD-3-Clause"),
    ("reportlab, lxml", "BSD-3-Clause"),
    ("pypdfium2, PDFium", "Apache-2.0 / BSD-3-Clause"),
    ("Pillow", "MIT-CMU"),
    ("defusedxml", "PSF-2.0"),
    ("Be Vietnam Pro, Tinos", "OFL-1.1"),
    ("Tabler Icons", "MIT"),
)


class AboutSection(Section):
    """Version, licences, and the rights that the licence of Qt gives (giới thiệu)."""

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        version = self.tr("Bản {version} · Qt {qt} · Python {python}")
        self.name_it(
            self.tr("Dân vận khéo Desktop"),
            version.format(
                version=dvk_desktop.__version__, qt=qVersion(), python=platform.python_version()
            ),
        )
        card = Card(self.tr("Phần mềm và phông chữ dùng trong chương trình"))
        rows = "".join(
            f"<tr><td>{name}</td><td width=24></td><td>{licence}</td></tr>"
            for name, licence in _WORKS
        )
        table = QLabel(f"<table cellpadding=2>{rows}</table>")
        table.setTextFormat(Qt.TextFormat.RichText)
        table.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(table)
        right = Card(self.tr("Về Qt"))
        right.body.addWidget(
            text_label(
                self.tr(
                    "Chương trình dùng Qt và PySide6 theo giấy phép LGPL phiên bản 3. Các thư viện"
                    " của Qt nằm thành tệp riêng trong thư mục cài đặt: bạn được quyền thay chúng"
                    " bằng bản do mình dựng. Mã nguồn có ở qt.io; nguyên văn giấy phép đi kèm bộ"
                    " cài."
                )
            )
        )
        inside = Card()
        inside.setProperty("role", "canvas")
        inside.body.setContentsMargins(0, 0, 12, 0)
        inside.body.addWidget(card)
        inside.body.addWidget(right)
        inside.body.addStretch(1)
        self.body.addWidget(scrolling(inside), 1)
