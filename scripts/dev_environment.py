"""The virtual environment: made once, renewed when the project file changes (môi trường ảo)."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from scripts.dev_system import SetupError, require_venv

ROOT = Path(__file__).resolve().parent.parent
STAMP = "dvk-setup.json"
PIP_ATTEMPTS = 2
# Left over from another project or a user's habit, each of these leads Python or pip astray.
FOREIGN_VARIABLES = (
    "PYTHONHOME",
    "PYTHONPATH",
    "VIRTUAL_ENV",
    "PIP_USER",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_REQUIRE_VIRTUALENV",
)


class Environment:
    """One virtual environment with the project, editable, and some dependency groups."""

    def __init__(self, folder: Path, groups: tuple[str, ...]) -> None:
        self.folder = folder
        self.groups = groups
        self._stamp = folder / STAMP

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        return self.tool("python")

    def tool(self, name: str) -> Path:
        """Return the path of a program inside."""
        if sys.platform == "win32":
            return self.folder / "Scripts" / f"{name}.exe"
        return self.folder / "bin" / name

    def prepare(self) -> None:
        """Bring the environment up to date; does nothing, offline, when nothing has changed.

        Raises:
            SetupError: It could not be made or filled.
        """
        project = read_project()
        wanted = self.stamp_for(project)
        found = self._read_stamp()
        if found == wanted and self.python.is_file():
            return
        if not self._is_reusable(found):
            self._create()
        # An installation that is cut off leaves this word behind, and is then begun afresh.
        self._write_stamp({"interrupted": True})
        self._install(group_requirements(project, self.groups))
        self._write_stamp(wanted)

    def stamp_for(self, project: dict[str, Any]) -> dict[str, Any]:
        """Return what the stamp of a complete environment says."""
        return {
            "python": list(sys.version_info[:2]),
            "root": str(ROOT),
            "inputs": digest(project, self.groups),
        }

    def _is_reusable(self, found: dict[str, Any]) -> bool:
        if found.get("interrupted") or found.get("root", str(ROOT)) != str(ROOT):
            return False
        if not self.python.is_file():
            return False
        probe = "import pip, sys; print(*sys.version_info[:2])"
        answer = subprocess.run(
            [str(self.python), "-c", probe],
            capture_output=True,
            text=True,
            env=child_variables(),
            check=False,
        )
        return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]

    def _create(self) -> None:
        require_venv()
        print(f"Đang tạo môi trường ảo {self.folder.name} …", flush=True)
        command = [sys.executable, "-m", "venv", "--clear", str(self.folder)]
        if subprocess.run(command, env=child_variables(), check=False).returncode:
            raise SetupError(
                f"Không tạo được môi trường ảo ở {self.folder}. Hãy đóng chương trình đang chạy "
                "từ thư mục này, xoá thư mục đó rồi chạy lại."
            )

    def _install(self, requirements: list[str]) -> None:
        print("Đang cài các thư viện (lần đầu mất vài phút) …", flush=True)
        command = [str(self.python), "-m", "pip", "install", "--no-input", "--quiet"]
        command += ["--disable-pip-version-check", "--retries", "5", "--timeout", "60"]
        command += ["--only-binary", ":all:", "--editable", str(ROOT), *requirements]
        for _ in range(PIP_ATTEMPTS):
            done = subprocess.run(
                command, env=child_variables(), stdin=subprocess.DEVNULL, check=False
            )
            if done.returncode == 0:
                return
        raise SetupError(
            "Không cài được các thư viện. Hãy kiểm tra mạng rồi chạy lại; "
            "phần đã tải về được giữ lại.\nInstalling the packages failed; see the lines above."
        )

    def _read_stamp(self) -> dict[str, Any]:
        try:
            found = json.loads(self._stamp.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except ValueError:  # cut off while it was written
            return {"interrupted": True}
        return found if isinstance(found, dict) else {}

    def _write_stamp(self, content: dict[str, Any]) -> None:
        self._stamp.write_text(json.dumps(content, indent=1), encoding="utf-8")


def read_project() -> dict[str, Any]:
    """Return what pyproject.toml says."""
    import tomllib  # noqa: PLC0415 -- Python 3.10 must still get to its sentence

    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


def digest(project: dict[str, Any], groups: tuple[str, ...]) -> str:
    """Return a fingerprint of the parts of the project file that decide what is installed."""
    parts = [
        project["build-system"],
        project["project"],
        project["tool"].get("hatch", {}),
        group_requirements(project, groups),
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def group_requirements(project: dict[str, Any], groups: tuple[str, ...]) -> list[str]:
    """Return the requirements of dependency groups, included groups and all.

    pip itself reads groups from version 25.1 on; Debian 12 has 23.0.
    """
    table = project["dependency-groups"]
    found: list[str] = []
    for group in groups:
        for entry in table[group]:
            if isinstance(entry, dict):
                found += group_requirements(project, (entry["include-group"],))
            else:
                found.append(entry)
    return found


def child_variables() -> dict[str, str]:
    """Return the environment variables for programs that are started from here."""
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN_VARIABLES}
    return {**kept, "PYTHONNOUSERSITE": "1", "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
