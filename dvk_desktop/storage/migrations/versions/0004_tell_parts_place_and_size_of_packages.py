"""Tell the part, the campaigns, the place and the size of each package in the log."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_COLUMNS = ("set_id", "part_number", "part_of", "campaign_ids", "written_at", "byte_count")


def upgrade() -> None:
    empty, one = sa.text("''"), sa.text("1")
    for column in (
        sa.Column("set_id", sa.String(length=36), nullable=False, server_default=empty),
        sa.Column("part_number", sa.Integer(), nullable=False, server_default=one),
        sa.Column("part_of", sa.Integer(), nullable=False, server_default=one),
        sa.Column("campaign_ids", sa.JSON(), nullable=False, server_default=sa.text("'[]'")),
        sa.Column("written_at", sa.String(length=40), nullable=False, server_default=empty),
        sa.Column("byte_count", sa.Integer(), nullable=True),
        sa.Column("folder", sa.String(length=1000), nullable=False, server_default=empty),
    ):
        op.add_column("package_log", column)


def downgrade() -> None:
    for name in (*_COLUMNS, "folder"):
        op.drop_column("package_log", name)
