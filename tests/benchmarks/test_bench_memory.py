"""What the program holds in memory with 100,000 registrations open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ratios import Report

ROOT = Path(__file__).resolve().parents[2]
LIMIT_MB = 300

# A process of its own: what the tests around it have loaded must not count.
LOOK_AROUND = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from dvk_desktop.app import Program
from dvk_desktop.views.frame.office_window import OfficeWindow
from dvk_desktop.views.theme import make_application

def memory(name):
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1024

application = make_application()
program = Program(application, Path(sys.argv[1]))
assert program.start()
while program._services is None or program._runner.unfinished:
    application.processEvents()
page = program._window.open_page("registrations")
application.processEvents()
assert page.table.model().row_total() == 100_000
bar = page.table.verticalScrollBar()
for part in range(0, 101, 4):
    bar.setValue(bar.maximum() * part // 100)
    application.processEvents()
for column in range(4):
    page.table.sortByColumn(column, page.table.horizontalHeader().sortIndicatorOrder())
    application.processEvents()
for text in ("d", "duong", "duong hoa", ""):
    page.search(text)
    application.processEvents()
page.table.selectRow(3)
application.processEvents()
print(memory("VmRSS"), memory("VmHWM"))
program.close()
"""


@pytest.mark.bench
@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_with_all_of_them_open(large_office, tmp_path, report: Report):
    office = large_office.copy(tmp_path / "office")
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", LOOK_AROUND, str(office.folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=variables, check=True, capture_output=True, text=True
    )
    now, peak = (float(figure) for figure in done.stdout.split())
    report.figure("memory with 100,000 registrations open, peak", peak, LIMIT_MB, "MB")
    report.line(f"        held in the end: {now:.0f} MB")
