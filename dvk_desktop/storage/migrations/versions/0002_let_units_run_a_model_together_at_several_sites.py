"""Let units run a model together, at several sites.

``ADD COLUMN`` leaves the table of registrations in its place: a batch would rebuild it and
lose the triggers of the search index.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "registration",
        sa.Column("co_unit_ids", sa.JSON(), nullable=False, server_default=sa.text("'[]'")),
    )
    op.create_index(
        "ix_registration_together",
        "registration",
        ["campaign_id"],
        unique=False,
        sqlite_where=sa.text("co_unit_ids != '[]'"),
    )
    op.create_table(
        "site",
        sa.Column("registration_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("address", sa.String(length=500), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=True),
        sa.Column("group_count", sa.Integer(), nullable=True),
        sa.Column("household_count", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("sort_order", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version_replica", sa.String(length=36), nullable=False),
        sa.Column("version_counter", sa.Integer(), nullable=False),
        sa.Column("field_versions", sa.JSON(), nullable=False),
        sa.Column("is_deleted", sa.Boolean(), nullable=False),
        sa.Column("extra", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
            name=op.f("fk_site_registration_id_registration"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
    )
    op.create_index(op.f("ix_site_registration_id"), "site", ["registration_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_site_registration_id"), table_name="site")
    op.drop_table("site")
    op.drop_index("ix_registration_together", table_name="registration")
    op.drop_column("registration", "co_unit_ids")
