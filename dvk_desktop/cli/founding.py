"""``dvk init``: a new office; ``dvk office found``: one from a package (lập văn phòng)."""

from pathlib import Path
from typing import Any

from dvk_desktop.cli.answer import Answer
from dvk_desktop.cli.parser import Commands, a_text, a_year
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.words import Wording
from dvk_desktop.services.office.office import LEVEL_PRESETS, require_level, require_office_names
from dvk_desktop.services.services import Services
from dvk_desktop.storage.unit_of_work import local_now


def add_commands(commands: Commands) -> None:
    """Add the command."""
    parser = commands.command("init", found, "lập văn phòng mới: dữ liệu, khóa, đợt thi đua")
    parser.option("--code", required=True, type=a_text, help_text="mã văn phòng, ví dụ H00")
    parser.option("--name", required=True, type=a_text, help_text="tên văn phòng")
    parser.option("--level", required=True, type=a_text, help_text="cấp, ví dụ district")
    parser.option(
        "--preset",
        choices=tuple(LEVEL_PRESETS),
        default="three-tier",
        help_text="mô hình các cấp: ba cấp (three-tier) hoặc hai cấp (two-tier)",
    )
    parser.option(
        "--year", type=a_year, help_text="năm của đợt thi đua đầu tiên (mặc định: năm nay)"
    )


def found(session: Session) -> Answer:
    """Make the data folder an office's, with its first campaign."""
    args = session.args
    # Before the database is made, so that a refusal leaves nothing behind.
    require_level(args.preset, args.level)
    require_office_names(args.code, args.name)
    services = session.open()
    services.office.found(code=args.code, name=args.name, level=args.level, preset=args.preset)
    campaign_id, _ = services.campaigns.create(args.year or local_now().year)
    office = services.office.office()
    campaign = services.campaigns.detail(campaign_id).campaign
    document = {
        "office": _members(services),
        "campaign": {"id": campaign.id, "name": campaign.name, "year": campaign.year_from},
        "data": str(session.folder),
    }
    text = (
        Wording(
            "Đã lập văn phòng “{name}” ({office}) trong {folder}.",
            {"name": office.name, "office": office.code, "folder": session.folder},
        ),
        Wording("Đã mở: {campaign}.", {"campaign": campaign.name}),
    )
    return Answer(document, text)


def add_founding(office: Commands) -> None:
    """Add ``found`` under ``dvk office``."""
    parser = office.command("found", found_from_package, "lập văn phòng từ gói của cấp trên")
    parser.argument("file", "gói triển khai của cấp trên", metavar="FILE", type=Path)
    parser.option(
        "--fingerprint",
        required=True,
        type=a_text,
        metavar="F",
        help_text="dấu vân tay của cấp trên đã nghe qua điện thoại",
    )


def found_from_package(session: Session) -> Answer:
    """Make the data folder the office that a package from above is for."""
    services = session.open()
    services.founding.found(session.args.file, session.args.fingerprint, session.progress)
    office = services.office.office()
    campaigns = services.campaigns.campaigns()
    document = {
        "office": _members(services),
        "campaigns": [{"id": row.id, "name": row.name, "year": row.year_from} for row in campaigns],
        "units": len(services.units.units()),
        "data": str(session.folder),
    }
    text = (
        Wording(
            "Đã lập văn phòng “{name}” ({office}) trong {folder}.",
            {"name": office.name, "office": office.code, "folder": session.folder},
        ),
        *(Wording("Đã mở: {campaign}.", {"campaign": row.name}) for row in campaigns),
    )
    return Answer(document, text)


def _members(services: Services) -> dict[str, Any]:
    office = services.office.office()
    return {
        "office_id": office.office_id,
        "replica_id": office.replica_id,
        "unit_id": office.unit_id,
        "code": office.code,
        "name": office.name,
        "level": office.level_code,
        "fingerprint": services.trust.fingerprint(),
    }
