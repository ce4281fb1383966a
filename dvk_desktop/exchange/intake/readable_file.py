"""A file whose sheets are decoded when first asked for, and once (tệp đọc được)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dvk_desktop.exchange.intake.decode import ReadableSheet, decode_sheet
from dvk_desktop.exchange.intake.grid import FileKind, SourceFile


@dataclass(frozen=True, slots=True)
class ReadableFile:
    """A source with its decoded sheets (tệp nguồn đã giải mã)."""

    source: SourceFile
    _sheets: dict[int, ReadableSheet] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.source.name

    @property
    def kind(self) -> FileKind:
        """What the file is by its content."""
        return self.source.kind

    @property
    def properties(self) -> Mapping[str, str]:
        """The own properties of the document."""
        return self.source.properties

    def sheets(self) -> Iterator[ReadableSheet]:
        """Yield the decoded sheets in their order."""
        return (self.sheet(place) for place in range(len(self.source.sheets)))

    def sheet(self, place: int) -> ReadableSheet:
        """Return one decoded sheet by its place in the file."""
        if place not in self._sheets:
            self._sheets[place] = decode_sheet(self.source.sheets[place])
        return self._sheets[place]
