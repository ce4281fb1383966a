"""What all mapped classes share: names of constraints, types, the exchanged record (nền tảng)."""

from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import JSON, Boolean, Enum, Integer, MetaData, String
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from dvk_desktop.domain.terms import Labelled

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def digits_of(value: Decimal) -> str:
    """Write a decimal in its one form: 12.5 for 12.50, so that equal values are equal text."""
    return format(value.normalize(), "f")


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal number kept as its digits: SQLite has no exact decimals of its own."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Store the digits."""
        return None if value is None else digits_of(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        """Read the digits."""
        return None if value is None else Decimal(value)


class IdList(TypeDecorator[tuple[str, ...]]):
    """Ids of other records in their order; a tuple, so that a change of it is always seen."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> list[str]:
        """Store a list."""
        return list(value or ())

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[str, ...]:
        """Read a list; an office that left it out means none."""
        return tuple(value or ())


def words(enum: type[Labelled]) -> Enum:
    """Store the value of an enumeration, not its member name."""
    return Enum(
        enum,
        native_enum=False,
        create_constraint=False,
        length=24,
        values_callable=lambda members: [member.value for member in members],
    )


class Base(DeclarativeBase):
    """Root of the mapped classes."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        Decimal: ExactDecimal(),
        dict[str, Any]: JSON(),
        list[Any]: JSON(),
    }


class Exchanged:
    """A record that travels in packages, with a version for each field (bản ghi trao đổi).

    Columns named in ``LOCAL`` are derived here and never travel. The version columns are
    written by ``storage.stamping`` and by nothing else.
    """

    RECORD_TYPE: ClassVar[str]
    LOCAL: ClassVar[frozenset[str]] = frozenset()

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    version_replica: Mapped[str] = mapped_column(String(36), nullable=False)
    version_counter: Mapped[int] = mapped_column(Integer, nullable=False)
    field_versions: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=False, default=dict)
    is_deleted: Mapped[bool] = mapped_column(Boolean, nullable=False, default=False)
    extra: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


VERSION_COLUMNS = frozenset({"id", "version_replica", "version_counter", "field_versions", "extra"})
"""Columns of ``Exchanged`` that are not fields of the record."""
