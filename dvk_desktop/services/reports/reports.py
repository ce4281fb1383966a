"""Reports of a campaign: computed, shown, written to Excel, Word or PDF (báo cáo)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dvk_desktop.documents.report_docx import write_report_docx
from dvk_desktop.documents.report_pdf import write_report_pdf
from dvk_desktop.documents.workbook import write_report_xlsx
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.report import ReportTable
from dvk_desktop.models import Campaign, Target
from dvk_desktop.services.exchange.paper_heads import paper_head
from dvk_desktop.services.reports.tables import (
    ReportBody,
    ReportFigures,
    kind_by_unit,
    recognised_list,
    recognition_by_unit,
    scores_by_unit,
    sector_by_unit,
    subject_by_unit,
    timeliness_by_unit,
)
from dvk_desktop.storage.queries.registrations import registration_rows
from dvk_desktop.storage.registers import sector_rows, unit_rows
from dvk_desktop.storage.results import result_rows
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork


@dataclass(frozen=True, slots=True)
class ReportName:
    """A report that can be chosen (tên báo cáo)."""

    code: str
    title: str
    compute: Callable[[ReportFigures], ReportBody]


REPORTS: tuple[ReportName, ...] = (
    ReportName("sector-by-unit", "Mô hình đăng ký theo lĩnh vực và đơn vị", sector_by_unit),
    ReportName("subject-by-unit", "Mô hình đăng ký theo đối tượng và đơn vị", subject_by_unit),
    ReportName("kind-by-unit", "Mô hình đăng ký mới, duy trì, nhân rộng", kind_by_unit),
    ReportName("recognition-by-unit", "Kết quả công nhận theo đơn vị", recognition_by_unit),
    ReportName("timeliness-by-unit", "Tiến độ và chỉ tiêu đăng ký", timeliness_by_unit),
    ReportName("scores-by-unit", "Điểm tự chấm và điểm hội đồng", scores_by_unit),
    ReportName("recognised-list", "Danh sách mô hình được công nhận", recognised_list),
)

_WRITERS: dict[str, Callable[[ReportTable, Path], None]] = {
    ".xlsx": write_report_xlsx,
    ".docx": write_report_docx,
    ".pdf": write_report_pdf,
}


class UnknownReportError(DvkError):
    """There is no report of that name (không có báo cáo này)."""

    code = "REPORT_UNKNOWN"
    template = "Không có báo cáo “{name}”. Các báo cáo hiện có: {known}."


class ReportFormatError(DvkError):
    """A report is written as Excel, Word or PDF only (định dạng không hỗ trợ)."""

    code = "REPORT_FORMAT"
    template = "Không ghi được báo cáo dạng “{suffix}”. Hãy chọn tên tệp .xlsx, .docx hoặc .pdf."


class ReportService:
    """Computes reports and writes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self) -> tuple[ReportName, ...]:
        """Return the reports that can be chosen."""
        return REPORTS

    def compute(self, code: str, campaign_id: str) -> ReportTable:
        """Return a report of a campaign with the office's head and signature.

        Raises:
            UnknownReportError: There is no report of that name.
        """
        wanted = next((report for report in REPORTS if report.code == code), None)
        if wanted is None:
            known = ", ".join(report.code for report in REPORTS)
            raise UnknownReportError(name=code, known=known)
        with self._database.reading() as work:
            campaign = work.get(Campaign, campaign_id, "đợt thi đua")
            body = wanted.compute(_figures(work, campaign_id))
            return ReportTable(
                name=wanted.code,
                title=wanted.title,
                subtitle=campaign.name,
                columns=body.columns,
                rows=body.rows,
                totals=body.totals,
                header_groups=body.groups,
                notes=body.notes,
                signature_lines=("NGƯỜI LẬP BIỂU",),
                **paper_head(work)._asdict(),
            )

    def write(self, table: ReportTable, path: Path) -> None:
        """Write a report as its file name asks: .xlsx, .docx or .pdf.

        Raises:
            ReportFormatError: The name ends with something else.
        """
        writer = _WRITERS.get(path.suffix.lower())
        if writer is None:
            raise ReportFormatError(suffix=path.suffix)
        writer(table, path)

    def plain_rows(self, table: ReportTable) -> list[dict[str, Any]]:
        """Return the rows as plain values by column key, decimals as text."""
        keys = [column.key for column in table.columns]
        return [
            {key: _plain(cell) for key, cell in zip(keys, row.cells, strict=True)}
            for row in table.rows
        ]


def _figures(work: UnitOfWork, campaign_id: str) -> ReportFigures:
    wanted = RegistrationFilter(campaign_id=campaign_id, sort="unit")
    return ReportFigures(
        units=unit_rows(work),
        sectors=sector_rows(work, campaign_id),
        registrations=tuple(registration_rows(work.session, wanted)),
        results=result_rows(work, campaign_id),
        targets={row.unit_id: row.minimum for row in work.find(Target, campaign_id=campaign_id)},
    )


def _plain(cell: Any) -> Any:
    return cell if cell is None or isinstance(cell, str | int) else str(cell)
