"""``dvk campaign``: campaigns (đợt thi đua)."""

from typing import Any

from dvk_desktop.cli.answer import Answer, Table
from dvk_desktop.cli.parser import Commands, a_year
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.deadlines import CampaignStep
from dvk_desktop.domain.records.campaign import CampaignDetail, CampaignRow
from dvk_desktop.domain.words import Wording


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    campaigns = commands.group("campaign", "đợt thi đua")
    creating = campaigns.command("create", create_campaign, "mở đợt thi đua của một năm")
    creating.option("--year", required=True, type=a_year, help_text="năm")
    creating.option("--like", type=a_year, help_text="chép quy định của năm này")
    campaigns.command("list", list_campaigns, "liệt kê các đợt thi đua")
    for name, run, text in (
        ("show", show_campaign, "xem lĩnh vực, thời hạn, chỉ tiêu"),
        ("freeze", freeze_campaign, "khóa quy định chấm điểm và biểu quyết"),
    ):
        parser = campaigns.command(name, run, text)
        parser.option("--year", type=a_year, help_text="năm (mặc định: đợt mới nhất)")


def create_campaign(session: Session) -> Answer:
    """Open the campaign of a year."""
    args = session.args
    campaigns = session.services.campaigns
    campaign_id, _ = campaigns.create(args.year, like=args.like)
    detail = campaigns.detail(campaign_id)
    said = Wording("Đã mở: {campaign}.", {"campaign": detail.campaign.name})
    return Answer({"campaign": _detail_members(detail)}, (said,))


def list_campaigns(session: Session) -> Answer:
    """List the campaigns, the newest first."""
    campaigns = session.services.campaigns.campaigns()
    rows = [(row.year_from, row.name, row.frozen_on) for row in campaigns]
    table = Table(("Năm", "Tên", "Khóa từ"), rows)
    return Answer({"campaigns": [_members(row) for row in campaigns]}, (table,))


def show_campaign(session: Session) -> Answer:
    """Show one campaign with its rules."""
    detail = session.services.campaigns.detail(session.campaign().id)
    sectors = [(sector.code, sector.name) for sector in detail.sectors]
    dates = [
        (Wording(CampaignStep(row.step).label), row.on_time, row.closes_on)
        for row in detail.deadlines
    ]
    text = (
        Wording("{campaign}", {"campaign": detail.campaign.name}),
        Table(("Mã", "Lĩnh vực"), sectors),
        Table(("Bước", "Đúng hạn đến", "Khóa từ"), dates),
    )
    return Answer({"campaign": _detail_members(detail)}, text)


def freeze_campaign(session: Session) -> Answer:
    """Freeze what scorers and voters rely on."""
    campaign = session.campaign()
    campaigns = session.services.campaigns
    campaigns.freeze(campaign.id)
    said = Wording("Đã khóa quy định chấm điểm của “{name}”.", {"name": campaign.name})
    return Answer({"campaign": _detail_members(campaigns.detail(campaign.id))}, (said,))


def _members(row: CampaignRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "year": row.year_from,
        "year_to": row.year_to,
        "frozen_on": row.frozen_on,
    }


def _detail_members(detail: CampaignDetail) -> dict[str, Any]:
    return {
        **_members(detail.campaign),
        "fields": [
            {"code": row.code, "name": row.name, "counts_as": row.counts_as}
            for row in detail.sectors
        ],
        "deadlines": [
            {"step": row.step, "on_time": row.on_time, "closes_on": row.closes_on}
            for row in detail.deadlines
            if row.unit_id is None
        ],
        "targets": [
            {"unit_id": unit_id, "minimum": minimum} for unit_id, minimum in detail.targets
        ],
    }
