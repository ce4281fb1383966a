"""The columns of the list of certificates (cột của trang Giấy chứng nhận)."""

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.records.decision import CertificateRow
from dvk_desktop.domain.terms import CertificateState
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import CENTRE, NUMBER, Column
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded

_TONES = {
    CertificateState.QUEUED: Tone.WARNING,
    CertificateState.PRINTED: Tone.SUCCESS,
    CertificateState.ISSUED: Tone.ACCENT,
    CertificateState.SPOILED: Tone.DANGER,
}


def certificate_columns() -> tuple[Column[CertificateRow], ...]:
    """Return the columns, in the order in which the paper is laid in a pile."""
    translate = QCoreApplication.translate
    return (
        Column(
            "number",
            translate("certificate_columns", "Số"),
            lambda row: f"{row.register_number:02d}",
            sort_key=lambda row: row.register_number,
            alignment=CENTRE,
            width=52,
        ),
        Column(
            "name",
            translate("certificate_columns", "Mô hình"),
            lambda row: row.name,
            stretch=True,
            tool_tip=lambda row: row.name,
        ),
        Column(
            "recipient",
            translate("certificate_columns", "Tập thể, cá nhân"),
            lambda row: row.recipient,
            width=130,
            fold_below=470,
            tool_tip=lambda row: f"{row.recipient}\n{row.unit_name}",
        ),
        Column(
            "state",
            translate("certificate_columns", "Trạng thái"),
            lambda row: worded(row.state.label),
            decoration=lambda row: dot(_TONES[row.state]),
            width=98,
        ),
        Column(
            "copies",
            translate("certificate_columns", "Bản in"),
            lambda row: str(row.copies) if row.copies else "",
            sort_key=lambda row: row.copies,
            alignment=NUMBER,
            width=66,
            fold_below=390,
        ),
    )
