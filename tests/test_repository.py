"""Promises of the repository itself: nothing in it that must not be, everything in it that is spoken of."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from core import __version__
from core.commands import front
from core.portal import profile

ROOT = Path(__file__).resolve().parents[1]
MOST_BYTES = 500_000
# Written so that this file does not contain what it looks for.
FOREIGN = re.compile(
    "|".join(
        (r"/(?:root|work)/[\w.-]", r"/home/(?!USER\b)[a-z]", "python" + "hosted", r"pypi\.org/" + "simple", "arti" + "factory")
    )
)


def tracked() -> list[Path]:
    """The files git keeps here."""
    command = ["git", "-c", "safe.directory=*", "-C", str(ROOT), "ls-files", "-z"]
    try:
        done = subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout (a downloaded archive): there is no list of tracked files")
    return [ROOT / name for name in done.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str | None:
    """The text of a file; None for a picture or another binary one."""
    data = path.read_bytes()
    return None if b"\0" in data else data.decode("utf-8", "replace")


def test_the_lock_file_stays_on_the_machine_that_made_it() -> None:
    assert ROOT / "uv.lock" not in tracked()


def test_no_tracked_file_is_large() -> None:
    assert {path.name: path.stat().st_size for path in tracked() if path.stat().st_size > MOST_BYTES} == {}


def test_no_tracked_text_names_a_machine_or_a_registry() -> None:
    found = {}
    for path in tracked():
        if hit := FOREIGN.search(text_of(path) or ""):
            found[str(path.relative_to(ROOT))] = hit.group()
    assert found == {}


def test_nothing_made_by_a_machine_is_tracked() -> None:
    made = {".pyc", ".pyo", ".sqlite3", ".log", ".so", ".whl"}
    assert [path for path in tracked() if path.suffix in made or "__pycache__" in path.parts] == []


def unstamped(path: Path) -> list[int]:
    """The pages of a PDF, from 1, on which CONTOH does not stand; [0] for a file that cannot be looked into."""
    try:
        texts = [page.extract_text() for page in PdfReader(path).pages]
    except Exception:
        return [0]
    return [number for number, text in enumerate(texts, 1) if "CONTOH" not in "".join(text.split())] if texts else [0]


def test_no_statement_is_tracked_that_is_not_stamped_contoh() -> None:
    spoken_of = {".py", ".md", ".toml"}  # where a PDF's first letters are only written about
    files = [path for path in tracked() if path.suffix.lower() not in spoken_of]
    pdfs = [path for path in files if path.read_bytes()[:1024].find(b"%PDF-") >= 0 or path.suffix.lower() == ".pdf"]
    assert {str(path.relative_to(ROOT)): unstamped(path) for path in pdfs if unstamped(path)} == {}


@pytest.mark.parametrize(("stamps", "missing"), [(["CONTOH"], []), ([""], [1]), (["CONTOH", ""], [2]), (["contoh"], [1])])
def test_a_statement_without_its_stamp_would_be_found(tmp_path: Path, stamps: list[str], missing: list[int]) -> None:
    pdf = Canvas(str(tmp_path / "a.pdf"))
    for stamp in stamps:
        pdf.drawString(72, 72, f"Saldo Akhir 1.000.000,00 {stamp}")
        pdf.showPage()
    pdf.save()
    assert unstamped(tmp_path / "a.pdf") == missing
    (tmp_path / "b.pdf").write_bytes((tmp_path / "a.pdf").read_bytes()[:200])
    assert unstamped(tmp_path / "b.pdf") == [0]


def test_every_portal_that_is_offered_can_be_loaded() -> None:
    offered = profile.names(demo=False) + profile.names(demo=True)
    data = {path.stem for path in profile.PORTALS.glob("*.toml")} - {"general", "figures", "index", "report"}
    assert sorted(offered) == sorted(data)
    for name in offered:
        portal = profile.load(name)
        assert portal.title["id"]
        assert portal.title["en"]
        assert portal.guessed, f"{name}: what is guessed about a portal is said"
        assert portal.guessed["id"] != portal.guessed["en"]


@pytest.mark.parametrize("path", sorted((ROOT / "resources").rglob("*.toml")), ids=lambda path: str(path.name))
def test_every_data_file_is_valid(path: Path) -> None:
    assert tomllib.loads(path.read_text("utf-8"))


def test_a_real_portal_is_only_ever_spoken_to_over_https() -> None:
    for name in profile.names(demo=False):
        portal = profile.load(name)
        assert portal.start.startswith("https://")
        assert portal.domain
        assert portal.origin is None


def test_what_is_not_ours_comes_with_its_licence() -> None:
    assert "MIT License" in (ROOT / "LICENSE").read_text("utf-8")
    icons = ROOT / "resources" / "icons"
    assert any(icons.glob("*.svg"))
    assert any(icons.glob("LICENSE*"))


def test_no_icon_reaches_out_of_its_file() -> None:
    for icon in (ROOT / "resources").rglob("*.svg"):
        text = icon.read_text("utf-8").replace("http://www.w3.org/", "")
        assert "http" not in text, icon.name
        assert "<script" not in text, icon.name


def test_the_readme_names_every_option_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    front.help_text()
    said = set(re.findall(r"--[a-z][a-z-]+", capsys.readouterr().out))
    readme = (ROOT / "README.md").read_text("utf-8")
    written = set(re.findall(r"--[a-z][a-z-]+", readme)) - {"--no-install-recommends", "--no-dev"}
    assert written == said


def test_the_readme_shows_and_points_at_what_exists() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    images = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme)
    files = [*re.findall(r"`((?:docs|packaging|bench|\.ci)/[\w./-]+)`", readme), "main.py", "bench/run.py"]
    assert [name for name in images + files if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("command", re.findall(r"^```sh\n(.+?)\n```", (ROOT / "README.md").read_text("utf-8"), re.M | re.S))
def test_the_readmes_commands_start_what_exists(command: str) -> None:
    ours = re.findall(r"uv run (\S+)", command)
    assert all(name == "pytest" or (ROOT / name).is_file() for name in ours)
    assert ours or command.startswith("sudo apt install ")


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == __version__
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = (
        project["project"]["dependencies"]
        + project["dependency-groups"]["dev"]
        + project["tool"]["uv"]["constraint-dependencies"]
    )
    assert [name for name in named if not re.fullmatch(r"[A-Za-z0-9-]+==[0-9][\w.]*", name)] == []


def test_the_command_line_says_its_version_without_a_window() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--version"], capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout == f"Saldo JHT {__version__}\n"
    assert done.stderr == ""
