"""The office itself and what it knows of others; none of this travels as records (văn phòng)."""

from typing import Any

from sqlalchemy import JSON, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from dvk_desktop.models.base import Base


class Office(Base):
    """The owner of this database: one row (văn phòng của máy này).

    ``counter`` is the last version number this replica gave out.
    """

    __tablename__ = "office"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, default=1)
    office_id: Mapped[str] = mapped_column(String(36))
    replica_id: Mapped[str] = mapped_column(String(36))
    counter: Mapped[int] = mapped_column(default=0)
    unit_id: Mapped[str | None] = mapped_column(String(36))
    code: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(300))
    level_code: Mapped[str] = mapped_column(String(40))
    public_key: Mapped[str] = mapped_column(String(60), default="")
    is_sample: Mapped[bool] = mapped_column(default=False)


class Setting(Base):
    """A setting of the office that travels with the database, not in packages (thiết lập)."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class KnownOffice(Base):
    """The card of another office and whether a person confirmed it (thẻ văn phòng)."""

    __tablename__ = "known_office"

    office_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    code: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(300))
    level_code: Mapped[str] = mapped_column(String(40))
    public_key: Mapped[str] = mapped_column(String(60))
    card: Mapped[dict[str, Any]] = mapped_column(JSON)
    is_trusted: Mapped[bool] = mapped_column(default=False)
    trusted_at: Mapped[str] = mapped_column(String(40), default="")
    trusted_by: Mapped[str] = mapped_column(String(200), default="")


class PackageLog(Base):
    """A package sent or merged (nhật ký gói dữ liệu).

    ``replica_id`` is the installation that wrote it; ``sequence`` counts its packages to one
    recipient. ``folder`` and ``byte_count`` tell of the file of ours that was written.
    """

    __tablename__ = "package_log"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    package_id: Mapped[str] = mapped_column(String(36), index=True)
    direction: Mapped[str] = mapped_column(String(8))
    kind: Mapped[str] = mapped_column(String(10))
    peer_office_id: Mapped[str | None] = mapped_column(String(36))
    replica_id: Mapped[str] = mapped_column(String(36))
    peer_code: Mapped[str] = mapped_column(String(60), default="")
    peer_name: Mapped[str] = mapped_column(String(300), default="")
    sequence: Mapped[int]
    manifest_sha256: Mapped[str] = mapped_column(String(64))
    file_name: Mapped[str] = mapped_column(String(300), default="")
    counts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    happened_at: Mapped[str] = mapped_column(String(40))
    change_set_id: Mapped[str | None] = mapped_column(String(36))
    receipt: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    set_id: Mapped[str] = mapped_column(String(36), default="", server_default=text("''"))
    part_number: Mapped[int] = mapped_column(default=1, server_default=text("1"))
    part_of: Mapped[int] = mapped_column(default=1, server_default=text("1"))
    campaign_ids: Mapped[list[str]] = mapped_column(JSON, default=list, server_default=text("'[]'"))
    written_at: Mapped[str] = mapped_column(String(40), default="", server_default=text("''"))
    byte_count: Mapped[int | None]
    folder: Mapped[str] = mapped_column(String(1000), default="", server_default=text("''"))


class Seen(Base):
    """Up to which version of another replica this office has seen one scope (đã thấy).

    ``scope`` is a campaign's id, or empty for what belongs to no campaign: a package carries
    whole campaigns, so knowing one says nothing of another. ``learned_from`` is the office whose
    packages bring that replica's changes here; our own office for a replica that we were before.
    """

    __tablename__ = "seen"

    replica_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    scope: Mapped[str] = mapped_column(String(36), primary_key=True)
    counter: Mapped[int]
    learned_from: Mapped[str] = mapped_column(String(36), default="", server_default=text("''"))


class KeptRecord(Base):
    """A record of a type that only a newer program knows: kept and sent on (bản ghi giữ hộ)."""

    __tablename__ = "kept_record"

    record_type: Mapped[str] = mapped_column(String(64), primary_key=True)
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    is_from_below: Mapped[bool] = mapped_column(default=False)
    version_replica: Mapped[str] = mapped_column(String(36))
    version_counter: Mapped[int]
    field_versions: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    is_deleted: Mapped[bool] = mapped_column(default=False)
    fields: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class RecordAlias(Base):
    """Another office's id for a record that we hold under our own id (mã tương ứng)."""

    __tablename__ = "record_alias"

    foreign_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    record_type: Mapped[str] = mapped_column(String(40))
    local_id: Mapped[str] = mapped_column(String(36))


class Conflict(Base):
    """Two values of one field, waiting for a person (xung đột)."""

    __tablename__ = "conflict"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    record_type: Mapped[str] = mapped_column(String(40))
    record_id: Mapped[str] = mapped_column(String(36), index=True)
    field: Mapped[str] = mapped_column(String(60))
    ours: Mapped[Any] = mapped_column(JSON)
    theirs: Mapped[Any] = mapped_column(JSON)
    their_replica: Mapped[str] = mapped_column(String(36))
    their_counter: Mapped[int]
    sender_name: Mapped[str] = mapped_column(String(300), default="")
    package_id: Mapped[str] = mapped_column(String(36))
    change_set_id: Mapped[str | None] = mapped_column(String(36))
    found_at: Mapped[str] = mapped_column(String(40))
    resolution: Mapped[str] = mapped_column(String(20), default="")
    resolved_at: Mapped[str] = mapped_column(String(40), default="")
    resolved_by: Mapped[str] = mapped_column(String(200), default="")
    note: Mapped[str] = mapped_column(Text, default="")
