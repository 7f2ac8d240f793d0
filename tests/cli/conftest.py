"""The sample project in a folder of the test's own, and a way to run commands in it."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from l10n_tool.cli import main
from running import REPOSITORY, Cli


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return a copy of the sample project: the repository's sources, catalogues and settings."""
    root = tmp_path / "sample"
    root.mkdir()
    for name in ("source", "locales"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("*.mo"))
    shutil.copy(REPOSITORY / "pyproject.toml", root)
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a small project of one document and two locales, nothing extracted yet."""
    root = tmp_path / "project"
    (root / "source").mkdir(parents=True)
    (root / "l10n-tool.toml").write_text('locales = ["fr", "ja"]\nsources = ["source/*.md"]\n')
    (root / "source" / "letter.md").write_text("# A letter\n\nWe thank **everyone** who came.\n\n- Bring a book.\n")
    return root


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Return a function that runs a command in a folder; nothing but the result's exit code says how it went."""

    def run(root: Path, *args: str) -> Result:
        monkeypatch.chdir(root)
        return CliRunner().invoke(main, list(args), catch_exceptions=False)

    return run
