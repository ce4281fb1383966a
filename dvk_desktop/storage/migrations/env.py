"""Alembic's entry: runs the steps on the connection that ``storage.upgrade`` hands over."""

from alembic import context

from dvk_desktop.models import Base
from dvk_desktop.storage.search_index import SHADOW_TABLES


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Leave the tables of the search index to their own SQL."""
    return not (kind == "table" and name in SHADOW_TABLES)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    include_name=include_name,
)
with context.begin_transaction():
    context.run_migrations()
