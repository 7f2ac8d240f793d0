"""A translation that breaks its document is an error finding, and is not published."""

from pathlib import Path

import pytest

from l10n_tool.catalogue import format_catalogue, parse_catalogue
from running import Cli


@pytest.fixture
def project(tmp_path: Path, cli: Cli) -> Path:
    """Return a project of a plain text with a signature of two lines, translated with three."""
    (tmp_path / "source").mkdir()
    (tmp_path / "l10n-tool.toml").write_text('locales = ["de"]\nsources = ["source/*.txt"]\n')
    (tmp_path / "source" / "letter.txt").write_text("Come and read.\n\nAnna Example\nA library\n")
    cli(tmp_path, "extract")
    cli(tmp_path, "init", "de")
    path = tmp_path / "locales" / "de" / "LC_MESSAGES" / "messages.po"
    catalogue = parse_catalogue(path.read_bytes(), path.name)
    first, second = catalogue.messages
    texts = {first.key: first.replace(msgstr=("Komm und lies.",)), second.key: second.replace(msgstr=("A\nB\n\nC",))}
    path.write_bytes(format_catalogue(catalogue.map(texts)))
    return tmp_path


def test_it_is_found_by_check_with_its_place(project: Path, cli: Cli) -> None:
    """Also the second time, when nothing is checked anew."""
    results = [cli(project, "check") for _ in range(2)]

    assert [result.exit_code for result in results] == [1, 1]
    assert results[0].stdout == results[1].stdout
    assert "document-structure" in results[0].stdout


def test_it_is_not_published(project: Path, cli: Cli) -> None:
    """Alone it would be another paragraph."""
    held = cli(project, "build")
    cli(project, "build", "--incomplete", "source")

    assert held.exit_code == 1
    assert "breaks the document" in held.stdout
    written = (project / "build" / "de" / "letter.txt").read_text(encoding="utf-8")
    assert written == "Komm und lies.\n\nAnna Example\nA library\n"


def test_a_changed_document_is_checked_again(project: Path, cli: Cli) -> None:
    """The catalogue is the same, its document is not."""
    before = cli(project, "check").stdout
    (project / "source" / "letter.txt").write_text("Come and read.\n\nAnna Example, A library\n")

    after = cli(project, "check").stdout

    assert "document-structure" in before
    assert "document-structure" not in after


def test_a_catalogue_of_nothing_but_breakers_is_given_up_soon(tmp_path: Path, cli: Cli) -> None:
    """Each try writes the document once: a thousand of them would be a thousand times its length."""
    (tmp_path / "source").mkdir()
    (tmp_path / "l10n-tool.toml").write_text('locales = ["de"]\nsources = ["source/*.txt"]\n')
    (tmp_path / "source" / "a.txt").write_text("".join(f"Text number {n}.\n\n" for n in range(1000)))
    cli(tmp_path, "extract")
    cli(tmp_path, "init", "de")
    path = tmp_path / "locales" / "de" / "LC_MESSAGES" / "messages.po"
    catalogue = parse_catalogue(path.read_bytes(), path.name)
    path.write_bytes(
        format_catalogue(catalogue.map({e.key: e.replace(msgstr=("a\n\nb",)) for e in catalogue.messages}))
    )

    held = cli(tmp_path, "build")
    source = cli(tmp_path, "build", "--incomplete", "source")

    assert (held.exit_code, source.exit_code) == (1, 1)
    assert "25 breaks the document, 1 not tried" in held.stdout
    assert not (tmp_path / "build" / "de").exists()
