"""The board as a table, and the reminder to those who are late (bảng theo dõi, giấy đôn đốc)."""

from collections.abc import Sequence
from datetime import date

from dvk_desktop.domain.deadlines import CampaignStep
from dvk_desktop.domain.records.board import BoardRow, BoardState
from dvk_desktop.domain.records.report import Cell, ColumnKind, ReportColumn, ReportRow, ReportTable
from dvk_desktop.services.exchange.paper_heads import PaperHead

_BOARD = (
    ReportColumn("number", "TT", ColumnKind.INTEGER, 5),
    ReportColumn("unit", "Đơn vị", ColumnKind.TEXT, 26),
    ReportColumn("step", "Nội dung", ColumnKind.TEXT, 20),
    ReportColumn("due", "Thời hạn", ColumnKind.DATE, 11),
    ReportColumn("received_on", "Ngày nhận", ColumnKind.DATE, 11),
    ReportColumn("state", "Tình trạng", ColumnKind.TEXT, 18),
    ReportColumn("days_over", "Quá hạn (ngày)", ColumnKind.INTEGER, 9),
    ReportColumn("count", "Số lượng", ColumnKind.INTEGER, 9),
    ReportColumn("packages", "Số gói", ColumnKind.INTEGER, 8),
    ReportColumn("note", "Cần chú ý", ColumnKind.TEXT, 24),
)
_LATE = (
    ReportColumn("number", "TT", ColumnKind.INTEGER, 5),
    ReportColumn("unit", "Đơn vị", ColumnKind.TEXT, 26),
    ReportColumn("step", "Nội dung chưa gửi", ColumnKind.TEXT, 24),
    ReportColumn("due", "Thời hạn", ColumnKind.DATE, 11),
    ReportColumn("days_over", "Quá hạn (ngày)", ColumnKind.INTEGER, 9),
)
_OWED = {
    CampaignStep.REGISTRATION: "Đăng ký mô hình",
    CampaignStep.RECOGNITION: "Kết quả công nhận ở cơ sở",
    CampaignStep.DOSSIER: "Hồ sơ đề nghị, phiếu tự chấm",
}
"""What is asked for in the words of a letter."""


def board_table(
    campaign_name: str, rows: Sequence[BoardRow], head: PaperHead, today: date
) -> ReportTable:
    """Return the board for Excel, Word or PDF."""
    return ReportTable(
        name="exchange-board",
        title="Theo dõi gửi, nhận dữ liệu",
        subtitle=f"{campaign_name}, đến ngày {today:%d/%m/%Y}",
        columns=_BOARD,
        rows=tuple(
            ReportRow(_board_cells(number, row)) for number, row in enumerate(rows, start=1)
        ),
        signature_lines=("NGƯỜI LẬP BIỂU",),
        **head._asdict(),
    )


def reminder(
    campaign_name: str,
    rows: Sequence[BoardRow],
    head: PaperHead,
    today: date,
    signing: tuple[tuple[str, ...], str],
) -> ReportTable:
    """Return the letter that reminds the units of the rows."""
    units = list(dict.fromkeys(row.unit_name for row in rows))
    is_one = len(units) == 1
    given = (
        f"đơn vị còn {len(rows)} nội dung chưa gửi:"
        if is_one
        else f"còn {len(units)} đơn vị chưa gửi đủ các nội dung sau:"
    )
    return ReportTable(
        name="reminder",
        title="GIẤY ĐÔN ĐỐC",
        subtitle=f"V/v gửi dữ liệu {campaign_name}",
        columns=_LATE,
        rows=tuple(ReportRow(_late_cells(number, row)) for number, row in enumerate(rows, start=1)),
        opening=(
            f"Kính gửi: {units[0] if is_one else 'Các đơn vị có tên dưới đây'}",
            f"Theo thời hạn của {campaign_name}, đến ngày {today:%d/%m/%Y} {given}",
        ),
        closing=(
            "Đề nghị các đồng chí khẩn trương gửi về cơ quan chậm nhất ngày ……/……/…… để tổng hợp"
            " đúng tiến độ. Đơn vị đã gửi mà có tên ở trên, xin cho biết ngày gửi và số gói, hoặc"
            " gửi lại gói; nếu có khó khăn, xin báo lý do để được xem xét gia hạn.",
            "Rất mong các đồng chí quan tâm phối hợp./.",
        ),
        recipients=("Nơi nhận:", "- Như trên;", "- Lưu văn thư."),
        signature_lines=signing[0],
        signatory_name=signing[1],
        **head._asdict(),
    )


def note_of(row: BoardRow) -> str:
    """Return what a person should look at in a row."""
    notes = []
    if row.missing:
        notes.append(f"thiếu phần {', '.join(row.missing)}")
    if row.conflicts:
        notes.append(f"{row.conflicts} xung đột chưa xử lý")
    if row.is_corrected:
        notes.append("đã gửi bổ sung, lấy gói mới")
    if row.is_extended:
        notes.append("được gia hạn")
    return "; ".join(notes)


def _board_cells(number: int, row: BoardRow) -> tuple[Cell, ...]:
    return (
        number,
        row.unit_name,
        row.step.label,
        row.due,
        row.received_on,
        row.state.label,
        row.days_over or None,
        row.count,
        len(row.packages),
        note_of(row),
    )


def _late_cells(number: int, row: BoardRow) -> tuple[Cell, ...]:
    over = row.days_over if row.state is BoardState.OVERDUE else None
    return (number, row.unit_name, _OWED.get(row.step, row.step.label), row.due, over)
