"""Read order, filters and sums of the list from one index, whatever column they go by."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_registration_list",
        "registration",
        [
            "campaign_id",
            "is_deleted",
            "unit_id",
            "sector_code",
            "subject_type",
            "kind",
            "state",
            "is_late",
            "registered_on",
            "target_level",
            "people_count",
            "cost",
            "work_days",
            "land_area",
            "lead_body",
            "address",
        ],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index("ix_registration_list", table_name="registration")
