"""What ``-o`` names: never a file that the command reads, nor one that holds other work."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue
from running import Cli

HEADER: Final = Entry("", ("Language: fr\nContent-Type: text/plain; charset=UTF-8\n",))
TRANSLATED: Final = format_catalogue(Catalogue((HEADER, Entry("One line.", ("Une ligne.",)))))
BLANK: Final = format_catalogue(Catalogue((HEADER, Entry("One line."))))
OBSOLETE: Final = format_catalogue(Catalogue((HEADER, Entry("Gone.", ("Parti.",), obsolete=True))))
TEMPLATE_HEADER: Final = Entry("", ("Content-Type: text/plain; charset=UTF-8\n",))

Link = Callable[[Path, Path], None]


def _same_name(_: Path, link: Path) -> None:
    """Leave the name as it is."""


def _symbolic(target: Path, link: Path) -> None:
    link.symlink_to(target)


def _hard(target: Path, link: Path) -> None:
    os.link(target, link)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a document and its catalogue, without settings."""
    (tmp_path / "a.txt").write_text("One line.\n")
    (tmp_path / "fr.po").write_bytes(TRANSLATED)
    return tmp_path


def _bytes(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("link", [_same_name, _symbolic, _hard])
@pytest.mark.parametrize(
    ("command", "read"),
    [
        (("compile", "fr.po"), "fr.po"),
        (("extract", "a.txt"), "a.txt"),
        (("extract", "--check", "a.txt"), "a.txt"),
        (("build", "a.txt", "--catalogue", "fr.po"), "a.txt"),
        (("build", "a.txt", "--catalogue", "fr.po"), "fr.po"),
    ],
)
def test_an_output_is_never_a_file_that_is_read(
    command: tuple[str, ...], read: str, link: Link, folder: Path, cli: Cli
) -> None:
    """By its own name, by a link or by a hard link: it is refused before anything is written."""
    output = read if link is _same_name else f"other{Path(read).suffix}"
    link(folder / read, folder / output)
    before = _bytes(folder)

    result = cli(folder, *command, "-o", output)

    assert result.exit_code == 2, result.output
    assert result.stderr.startswith(f"error: {output}")
    assert "-o" in result.stderr
    assert _bytes(folder) == before


def test_an_import_never_takes_the_place_of_a_capture(folder: Path, cli: Cli) -> None:
    """Not even when it is told to replace what is there."""
    (folder / "page.md").write_text("A title\n\nA paragraph of a page that was captured once.\n")
    before = _bytes(folder)

    result = cli(folder, "import", "--force", "page.md", "-o", "page.md")

    assert result.exit_code == 2, result.output
    assert _bytes(folder) == before


@pytest.mark.parametrize("data", [b"x", b"# notes\n", TRANSLATED, b"\xde\x12\x04"], ids=["x", "notes", "PO", "short"])
def test_an_mo_file_takes_the_place_of_nothing_else(data: bytes, folder: Path, cli: Cli) -> None:
    """Whatever its name."""
    (folder / "out.mo").write_bytes(data)

    result = cli(folder, "compile", "fr.po", "-o", "out.mo")

    assert result.exit_code == 2
    assert "out.mo is there already and is no MO file" in result.stderr
    assert (folder / "out.mo").read_bytes() == data


@pytest.mark.parametrize("data", [b"", b"\xde\x12\x04\x95 old", b"\x95\x04\x12\xde old"], ids=["empty", "LE", "BE"])
def test_an_mo_file_takes_the_place_of_an_mo_file(data: bytes, folder: Path, cli: Cli) -> None:
    """Of either byte order, or of an empty file."""
    (folder / "out.mo").write_bytes(data)

    result = cli(folder, "compile", "fr.po", "-o", "out.mo")

    assert result.exit_code == 0, result.output
    assert (folder / "out.mo").read_bytes()[:8] == b"\xde\x12\x04\x95\0\0\0\0"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("messages.po", TRANSLATED),
        ("messages.pot", TRANSLATED),
        ("messages.po", BLANK),
        ("messages.pot", OBSOLETE),
        ("b.md", b"# Only a title\n"),
        ("b.md", b"A letter.\n"),
    ],
    ids=["translated", "translated template", "just begun", "obsolete", "comment", "prose"],
)
@pytest.mark.parametrize("options", [(), ("--check",)], ids=["", "--check"])
def test_a_template_takes_the_place_of_nothing_else(
    options: tuple[str, ...], name: str, data: bytes, folder: Path, cli: Cli
) -> None:
    """Not of a catalogue with translations or of a locale, nor of a document that happens to parse."""
    (folder / name).write_bytes(data)

    result = cli(folder, "extract", "a.txt", "-o", name, *options)

    assert result.exit_code == 2, result.output
    assert result.stderr.startswith(f"error: {name}")
    assert (folder / name).read_bytes() == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        format_catalogue(Catalogue((TEMPLATE_HEADER, Entry("Another.")))),
        format_catalogue(Catalogue((Entry("Another."),))),
        BLANK,
    ],
    ids=["empty", "blank", "template", "no header", "with a language"],
)
def test_a_template_takes_the_place_of_a_template(data: bytes, folder: Path, cli: Cli) -> None:
    """Also of an empty file, and of one whose header names the source's language."""
    (folder / "all.pot").write_bytes(data)

    result = cli(folder, "extract", "a.txt", "-o", "all.pot")

    assert result.exit_code == 0, result.output
    assert b'msgid "One line."' in (folder / "all.pot").read_bytes()


@pytest.mark.parametrize("command", [("extract",), ("extract", "--check"), ("run",)])
def test_translations_in_the_projects_template_are_not_thrown_away(
    command: tuple[str, ...], project: Path, cli: Cli
) -> None:
    """A translator who filled in the template has done real work."""
    cli(project, "extract")
    template = project / "locales/messages.pot"
    template.write_bytes(template.read_bytes().replace(b'msgid "A letter"\nmsgstr ""', b'msgid "A letter"\nmsgstr "X"'))
    before = template.read_bytes()

    result = cli(project, *command)

    assert result.exit_code == 2, result.output
    assert "locales/messages.pot holds translations" in result.stderr
    assert template.read_bytes() == before


@pytest.mark.parametrize("name", ["l10n-tool.toml", "source/other.md", "locales/messages.pot", "new.po"])
def test_a_document_takes_the_place_of_no_file_of_the_project(name: str, project: Path, cli: Cli) -> None:
    """Its settings, its sources, its catalogues; and a catalogue is not what comes of a build."""
    (project / "source/other.md").write_text("Other.\n")
    cli(project, "extract")
    (project / "fr.po").write_bytes(TRANSLATED)
    before = _bytes(project)

    result = cli(project, "build", "source/letter.md", "--catalogue", "fr.po", "-o", name)

    assert result.exit_code == 2, result.output
    assert result.stderr.startswith(f"error: {name}")
    assert _bytes(project) == before


def test_an_output_may_be_a_device(folder: Path, cli: Cli) -> None:
    """It takes the place of nothing, also where it is read."""
    results = [
        cli(folder, *command, "-o", "/dev/null")
        for command in (
            ("compile", "fr.po"),
            ("extract", "a.txt"),
            ("build", "a.txt", "--catalogue", "fr.po"),
            ("build", "a.txt", "--catalogue", "/dev/null"),
        )
    ]

    assert [result.exit_code for result in results] == [0, 0, 0, 0], [result.output for result in results]
