"""One document with one catalogue: identity, and no page that quietly mixes languages."""

from pathlib import Path

import pytest

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue
from running import Cli

SOURCES = {
    "a.md": "\ufeff# Title\r\n\r\nOne  \r\ntwo\t\r\n\r\n- *x*\r\n- y",
    "b.txt": "Dear reader,\n\n  come   again.\t\n\n\n",
    "c.markdown": "---\ntitle: 'A title'\n---\n\n> quoted\n> on\n",
}


def _catalogue(path: Path, *entries: Entry) -> None:
    header = Entry("", ("Language: de\nContent-Type: text/plain; charset=UTF-8\n",))
    path.write_bytes(format_catalogue(Catalogue((header, *entries))))


def _msgids(root: Path, cli: Cli, name: str) -> list[str]:
    from l10n_tool.catalogue import parse_catalogue

    cli(root, "extract", name, "-o", "all.pot")
    return [entry.msgid for entry in parse_catalogue((root / "all.pot").read_bytes(), "all.pot").messages]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of documents, without settings."""
    for name, text in SOURCES.items():
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("kind", ["without entries", "without texts", "the same"])
def test_a_document_without_a_word_changed_keeps_its_bytes(name: str, kind: str, folder: Path, cli: Cli) -> None:
    """With a catalogue that is empty, that has no text, or whose every text is its source."""
    msgids = _msgids(folder, cli, name) if kind != "without entries" else []
    _catalogue(folder / "de.po", *(Entry(text, (text if kind == "the same" else "",)) for text in msgids))

    result = cli(folder, "build", name, "--catalogue", "de.po", "-o", f"out/{name}")

    assert result.exit_code == 0, result.output
    assert (folder / "out" / name).read_bytes() == SOURCES[name].encode()


def test_a_document_of_which_a_part_is_translated_is_held_back(folder: Path, cli: Cli) -> None:
    """It would mix languages; what is missing is named."""
    _catalogue(folder / "de.po", Entry("Title", ("Titel",)))

    result = cli(folder, "build", "a.md", "--catalogue", "de.po", "-o", "out.md")

    assert result.exit_code == 1
    assert not (folder / "out.md").exists()
    assert "One" in result.stdout


def test_a_document_of_which_all_is_a_draft_is_held_back(folder: Path, cli: Cli) -> None:
    """There is text for it, and nobody has read it: the source must not pass for a translation."""
    _catalogue(folder / "de.po", *(Entry(text, ("x",), flags=("fuzzy",)) for text in _msgids(folder, cli, "b.txt")))

    result = cli(folder, "build", "b.txt", "--catalogue", "de.po", "-o", "out.txt")

    assert result.exit_code == 1
    assert not (folder / "out.txt").exists()


def test_untranslated_blocks_keep_their_bytes_beside_translated_ones(folder: Path, cli: Cli) -> None:
    """With --incomplete source."""
    _catalogue(folder / "de.po", Entry("Title", ("Titel",)))

    cli(folder, "build", "a.md", "--catalogue", "de.po", "-o", "out.md", "--incomplete", "source")

    assert (folder / "out.md").read_bytes() == SOURCES["a.md"].replace("Title", "Titel").encode()


def test_a_page_is_made_of_prose_only(folder: Path, cli: Cli) -> None:
    """As the output's name asks for it."""
    _catalogue(folder / "de.po", *(Entry(text, (f"{text}!",)) for text in _msgids(folder, cli, "b.txt")))

    result = cli(folder, "build", "b.txt", "--catalogue", "de.po", "-o", "out.html")

    assert result.exit_code == 0, result.output
    assert b'<html lang="de"' in (folder / "out.html").read_bytes()
