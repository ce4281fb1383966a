"""``dvk init``: a new office (lập văn phòng)."""

from dvk_desktop.cli.answer import Answer
from dvk_desktop.cli.parser import Commands, a_text, a_year
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.words import Wording
from dvk_desktop.services.office import LEVEL_PRESETS, require_level, require_office_names
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
        "office": {
            "office_id": office.office_id,
            "replica_id": office.replica_id,
            "unit_id": office.unit_id,
            "code": office.code,
            "name": office.name,
            "level": office.level_code,
            "fingerprint": services.trust.fingerprint(),
        },
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
