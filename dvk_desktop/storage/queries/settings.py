"""Settings of the office that belong together (nhóm thiết lập)."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from dvk_desktop.models import Setting


def settings_under(session: Session, prefix: str) -> Sequence[Setting]:
    """Return the settings whose keys begin with a prefix and a colon."""
    query = select(Setting).where(Setting.key.startswith(f"{prefix}:", autoescape=True))
    return session.execute(query).scalars().all()
