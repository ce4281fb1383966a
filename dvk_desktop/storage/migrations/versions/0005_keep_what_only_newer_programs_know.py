"""Keep records of unknown types, and know who told us of a replica.

Fields that an older program carried on in ``extra`` and that have a column by now move there:
on the wire they would hide the column.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_OURS_BEFORE = """
UPDATE seen SET learned_from = (SELECT office_id FROM office)
WHERE replica_id <> (SELECT replica_id FROM office) AND replica_id IN (
    SELECT replica_id FROM package_log WHERE direction = 'out'
    UNION SELECT json_extract(facts, '$.old_replica') FROM change_set WHERE kind = 'replica'
)
"""
_INTO_THEIR_COLUMN = """
UPDATE registration SET
    co_unit_ids = json_extract(extra, '$.co_unit_ids'),
    extra = nullif(json_remove(extra, '$.co_unit_ids'), '{}')
WHERE json_type(extra, '$.co_unit_ids') = 'array'
"""


def upgrade() -> None:
    empty = sa.text("''")
    op.add_column(
        "seen",
        sa.Column("learned_from", sa.String(length=36), nullable=False, server_default=empty),
    )
    op.create_table(
        "kept_record",
        sa.Column("record_type", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("is_from_below", sa.Boolean(), nullable=False),
        sa.Column("version_replica", sa.String(length=36), nullable=False),
        sa.Column("version_counter", sa.Integer(), nullable=False),
        sa.Column("field_versions", sa.JSON(), nullable=False),
        sa.Column("is_deleted", sa.Boolean(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("record_type", "id", name=op.f("pk_kept_record")),
    )
    op.execute(_OURS_BEFORE)
    op.execute(_INTO_THEIR_COLUMN)


def downgrade() -> None:
    op.drop_table("kept_record")
    op.drop_column("seen", "learned_from")
