"""Which values of a column are ticked, those that are not listed too (giá trị được chọn)."""

from collections.abc import Sequence

from dvk_desktop.domain.records.column_condition import (
    ColumnCondition,
    ColumnValue,
    FilterKind,
    filter_kind,
)


class ValueTicks:
    """All values but some, or none but some (dấu chọn).

    What is typed into the search is an answer too: while nothing was unticked before, it means
    what it finds. Otherwise it only helps to look through the list.
    """

    def __init__(self, column: str, condition: ColumnCondition | None = None) -> None:
        self._column = column
        self._exceptions: dict[str, str] = {}
        self.is_all = True
        self.typed = ""
        self._finds = False
        if condition is not None and condition.words:
            self.typed, self._finds = condition.words, True
        if condition is not None and condition.values:
            self.is_all = condition.is_excluded
            self._exceptions = {value: condition.label_of(value) for value in condition.values}

    @property
    def chosen(self) -> dict[str, str]:
        """The values that were ticked one by one, with their names."""
        return {} if self.is_all else dict(self._exceptions)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is ticked."""
        return not self.is_all and not self._exceptions

    @property
    def means_found(self) -> bool:
        """Whether what the search finds is what is asked for."""
        return bool(self.typed) and self._finds

    def is_on(self, value: str) -> bool:
        """Say whether a value is ticked."""
        return (value in self._exceptions) is not self.is_all

    def set_on(self, value: ColumnValue, is_on: bool) -> None:
        """Tick or untick one value."""
        if is_on is self.is_all:
            self._exceptions.pop(value.value, None)
        else:
            self._exceptions[value.value] = value.label

    def set_all(self, is_on: bool) -> None:
        """Tick or untick every value, listed or not."""
        self.is_all = is_on
        self._exceptions = {}

    def look_for(self, typed: str) -> None:
        """Note what is typed into the search."""
        if typed and not self.typed:
            self._finds = self.is_all and not self._exceptions
        if not typed and self._finds and self.is_all:
            self._exceptions = {}
        self.typed = typed

    def condition(self, listed: Sequence[ColumnValue]) -> ColumnCondition:
        """Return what the ticks ask for; ``listed`` is what the search has found."""
        names = dict(self._exceptions)
        if not (self.means_found and self.is_all):
            return self._with(names, is_excluded=self.is_all and bool(names))
        if filter_kind(self._column) is FilterKind.TEXT:
            return self._with(names, is_excluded=bool(names), words=self.typed)
        found = {each.value: each.label for each in listed if each.value not in names}
        return self._with(found, is_excluded=False)

    def _with(
        self, names: dict[str, str], *, is_excluded: bool, words: str = ""
    ) -> ColumnCondition:
        return ColumnCondition(
            self._column,
            tuple(names),
            is_excluded=is_excluded,
            words=words,
            labels=tuple(names.values()),
        )
