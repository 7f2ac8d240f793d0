"""A step whose inputs did not change is not taken again; a change of content is seen, whatever the time says."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from l10n_tool.catalogue import format_catalogue, parse_catalogue
from l10n_tool.document import Document
from l10n_tool.sources.markdown import MarkdownSource
from running import Cli


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that fills with the names of the documents that are read."""
    names: list[str] = []
    original: Callable[..., Document] = MarkdownSource.read

    def reading(self: MarkdownSource, name: str, data: bytes, *rest: Any) -> Document:
        names.append(name)
        return original(self, name, data, *rest)

    monkeypatch.setattr(MarkdownSource, "read", reading)
    return names


def _translated(root: Path, cli: Cli, *locales: str) -> None:
    cli(root, "extract")
    cli(root, "init", *locales)
    for locale in locales:
        path = root / "locales" / locale / "LC_MESSAGES" / "messages.po"
        catalogue = parse_catalogue(path.read_bytes(), path.name)
        texts = {e.key: e.replace(msgstr=(f"{e.msgid} {locale}",)) for e in catalogue.messages}
        path.write_bytes(format_catalogue(catalogue.map(texts)))


def _bytes(root: Path) -> dict[str, tuple[bytes, int]]:
    files = [path for path in sorted(root.rglob("*")) if path.is_file()]
    return {path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize("command", [("extract",), ("extract", "--check"), ("build",), ("run",)])
def test_a_warm_run_reads_no_document(command: Sequence[str], project: Path, cli: Cli, read: list[str]) -> None:
    """It prints what the cold one printed, but for what changed, and writes nothing at all."""
    _translated(project, cli, "fr", "ja")
    cli(project, *command)
    before = _bytes(project)
    cold = cli(project, *command).stdout
    read.clear()

    warm = cli(project, *command)

    assert warm.exit_code == 0, warm.output
    assert warm.stdout == cold
    assert read == []
    assert _bytes(project) == before


def test_a_source_of_the_same_size_and_time_is_read_again(project: Path, cli: Cli, read: list[str]) -> None:
    """Content decides, not the modification time (a copy within one second deceives po4a)."""
    source = project / "source" / "letter.md"
    cli(project, "extract")
    stamp = source.stat()
    source.write_text(source.read_text().replace("came", "CAME"))
    os.utime(source, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    read.clear()

    cli(project, "extract")

    assert read == ["source/letter.md"]
    assert b"CAME" in (project / "locales" / "messages.pot").read_bytes()


@pytest.mark.parametrize("spoil", ["change", "remove"])
def test_an_output_that_is_not_what_was_built_is_built_again(spoil: str, project: Path, cli: Cli) -> None:
    """Whoever changed or removed it."""
    _translated(project, cli, "fr", "ja")
    cli(project, "build")
    page = project / "build" / "ja" / "letter.html"
    whole = page.read_bytes()
    if spoil == "remove":
        page.unlink()
    else:
        page.write_bytes(whole.replace(b"<h1", b"<h2"))

    cli(project, "build")

    assert page.read_bytes() == whole


def test_a_changed_translation_is_built_and_counted(project: Path, cli: Cli) -> None:
    """In its own locale."""
    _translated(project, cli, "fr", "ja")
    cli(project, "run")
    path = project / "locales" / "fr" / "LC_MESSAGES" / "messages.po"
    path.write_bytes(path.read_bytes().replace(b"Bring a book. fr", b"Apportez un livre."))
    french, japanese = (project / "build" / code / "letter.html" for code in ("fr", "ja"))
    stamp = japanese.stat().st_mtime_ns

    result = cli(project, "run")

    assert result.exit_code == 0, result.output
    assert b"Apportez un livre." in french.read_bytes()
    assert japanese.stat().st_mtime_ns == stamp


def test_a_held_back_document_is_held_back_again(project: Path, cli: Cli) -> None:
    """What was missing is told each time, with the same exit code."""
    cli(project, "extract")
    cli(project, "init", "fr", "ja")

    results = [cli(project, "build") for _ in range(3)]

    assert [result.exit_code for result in results] == [1, 1, 1]
    assert len({result.stdout for result in results}) == 1
    assert "A letter" in results[2].stdout


def test_another_setting_is_another_build(project: Path, cli: Cli) -> None:
    """Settings, rules and the base address are part of what a build reads."""
    _translated(project, cli, "fr", "ja")
    cli(project, "build")
    settings = project / "l10n-tool.toml"
    settings.write_text(settings.read_text() + 'base-url = "https://example.org"\n')

    cli(project, "build")
    strict = cli(project, "build", "--require", "approved")

    assert strict.exit_code == 1
    assert not (project / "build" / "fr" / "letter.html").exists()


@pytest.mark.parametrize(
    "junk", [b"", b"{", b"[]", b'{"program": 1}', b"\xff", b'{"known": {"messages": 3}}', b"[" * 99_999]
)
def test_what_is_remembered_may_be_spoilt(junk: bytes, project: Path, cli: Cli) -> None:
    """It is a help, not a truth: the work is done anew."""
    _translated(project, cli, "fr", "ja")
    cli(project, "run")
    expected = cli(project, "run").stdout
    for path in (project / ".l10n-tool" / "cache").iterdir():
        path.write_bytes(junk)

    result = cli(project, "run")

    assert (result.exit_code, result.stdout) == (0, expected)


def test_a_memory_of_the_wrong_shape_is_no_memory(project: Path, cli: Cli) -> None:
    """Right key, wrong values."""
    _translated(project, cli, "fr", "ja")
    cli(project, "run")
    expected = cli(project, "run").stdout
    for path in (project / ".l10n-tool" / "cache").iterdir():
        text = path.read_text()
        path.write_text(text.replace('"results"', '"result"').replace('"total"', '"sum"').replace('"findings"', '"f"'))

    result = cli(project, "run")

    assert (result.exit_code, result.stdout) == (0, expected)


def test_the_memory_is_no_concern_of_version_control(project: Path, cli: Cli) -> None:
    """Its folder ignores itself."""
    cli(project, "extract")

    assert (project / ".l10n-tool" / ".gitignore").read_bytes() == b"*\n"


def test_a_project_that_cannot_be_written_to_is_only_slower(project: Path, cli: Cli) -> None:
    """A file where the folder should be."""
    (project / ".l10n-tool").write_bytes(b"")

    assert cli(project, "extract").exit_code == 0
    assert cli(project, "extract", "--check").exit_code == 0


def test_extraction_keeps_the_bytes_of_entries_that_stand(project: Path, cli: Cli) -> None:
    """A template that another tool folded keeps its folds, but for what is new."""
    cli(project, "extract")
    template = project / "locales" / "messages.pot"
    folded = template.read_bytes().replace(
        b'msgid "We thank **everyone** who came."', b'msgid ""\n"We thank "\n"**everyone** who came."'
    )
    template.write_bytes(folded)
    with (project / "source" / "letter.md").open("a") as file:
        file.write("\nNew.\n")

    cli(project, "extract")

    assert b'msgid ""\n"We thank "\n"**everyone** who came."' in template.read_bytes()
    assert b'msgid "New."' in template.read_bytes()


def test_a_compiled_catalogue_that_was_changed_is_compiled_again(project: Path, cli: Cli) -> None:
    """Or removed; otherwise it is left alone."""
    _translated(project, cli, "fr", "ja")
    cli(project, "compile")
    path = project / "locales" / "fr" / "LC_MESSAGES" / "messages.mo"
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])

    changed = cli(project, "compile").stdout
    path.unlink()
    removed = cli(project, "compile").stdout

    assert path.read_bytes() == whole
    assert changed == removed
    assert [line.split()[-1] for line in changed.splitlines()[1:]] == ["written", "unchanged"]
