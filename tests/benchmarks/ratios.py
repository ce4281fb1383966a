"""Speed as ratios against a floor of the same run, printed beside the limit (tỉ lệ).

A busy machine is slow for both sides alike, so the two are timed in turns and a ratio is taken
of their medians. Nothing here asserts a time: it prints WITHIN or BEYOND for a person to read.
"""

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import pytest


@dataclass(frozen=True)
class Timing:
    """What one side took in each turn, in seconds, and the other side beside it."""

    ours: tuple[float, ...]
    floor: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How many times the floor ours takes, by the medians."""
        return median(self.ours) / median(self.floor)

    @property
    def best(self) -> float:
        """The ratio of the quickest turns: what a machine shows that has nothing else to do."""
        return min(self.ours) / min(self.floor)

    @property
    def beyond(self) -> float:
        """How many milliseconds ours takes longer than the floor, by the medians."""
        return (median(self.ours) - median(self.floor)) * 1000


def seconds(work: Callable[[], object]) -> float:
    """Time one call, without rubbish of the call before."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def work_seconds(work: Callable[[], object]) -> float:
    """Measure what the processor did for one call, which others on the machine do not change."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turns(
    ours: Callable[[], object],
    floor: Callable[[], object],
    *,
    pairs: int = 7,
    clock: Callable[[Callable[[], object]], float] = seconds,
) -> Timing:
    """Time both sides in turns; the one that goes first changes with each pair."""
    mine, bare = [], []
    for turn in range(pairs):
        sides = [(ours, mine), (floor, bare)]
        for work, times in sides if turn % 2 == 0 else reversed(sides):
            times.append(clock(work))
    return Timing(tuple(mine), tuple(bare))


class Report:
    """Prints one line a figure, past pytest's capturing."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def ratio(self, what: str, timing: Timing, limit: float) -> None:
        """Print a ratio beside its limit."""
        both = f"{median(timing.ours) * 1000:.1f} ms to {median(timing.floor) * 1000:.1f} ms"
        best = f"quickest turns {timing.best:.2f}"
        self.figure(what, timing.ratio, limit, f"times the floor ({both}; {best})")

    def beyond(self, what: str, timing: Timing, limit: float) -> None:
        """Print the milliseconds beyond the floor beside their limit."""
        both = f"{median(timing.ours) * 1000:.1f} ms to {median(timing.floor) * 1000:.1f} ms"
        self.figure(what, timing.beyond, limit, f"ms beyond the floor ({both})")

    def figure(self, what: str, value: float, limit: float, unit: str) -> None:
        """Print any figure that must not exceed a limit."""
        verdict = "WITHIN" if value <= limit else "BEYOND"
        self.line(f"{verdict}  {what}: {value:.2f} {unit}, limit {limit:g}")

    def line(self, text: str) -> None:
        """Print one line."""
        with self._capsys.disabled():
            sys.stdout.write(f"\n{text}")
            sys.stdout.flush()
