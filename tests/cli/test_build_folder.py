"""Where a build writes: what a person put into the folder stays, what an earlier build wrote goes with its text."""

from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

from l10n_tool.catalogue import format_catalogue, parse_catalogue
from running import Cli

PO: Final = "locales/{}/LC_MESSAGES/messages.po"


@pytest.fixture
def french(project: Path, cli: Cli) -> Path:
    """Return the project with its French translated, and its Japanese held back."""
    cli(project, "extract")
    cli(project, "init", "fr", "ja")
    _translate(project, "fr")
    return project


def _translate(root: Path, locale: str, mark: str = "") -> None:
    path = root / PO.format(locale)
    catalogue = parse_catalogue(path.read_bytes(), path.name)
    texts = {e.key: e.replace(msgstr=(f"{e.msgid} {locale}{mark}",)) for e in catalogue.messages}
    path.write_bytes(format_catalogue(catalogue.map(texts)))


def _blank(root: Path, locale: str) -> None:
    path = root / PO.format(locale)
    catalogue = parse_catalogue(path.read_bytes(), path.name)
    path.write_bytes(format_catalogue(catalogue.map({e.key: e.replace(msgstr=("",)) for e in catalogue.messages})))


def _forget(root: Path) -> None:
    """Do what CI does: begin without a memory."""
    for path in (root / ".l10n-tool").rglob("*.json"):
        path.unlink()


def _list(root: Path) -> str:
    return (root / "site/.l10n-tool-built").read_text()


def _mine(root: Path, name: str, text: str = "mine") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_file_that_no_build_wrote_is_not_removed(french: Path, cli: Cli) -> None:
    """Where a page is held back, and in another folder than build/; the report says what stays, each time."""
    mine = _mine(french, "site/ja/letter.md")

    results = [cli(french, "build", "-o", "site") for _ in range(2)]

    assert mine.read_text() == "mine"
    assert [result.exit_code for result in results] == [1, 1]
    assert all("kept  ja/letter.md" in result.stdout for result in results)
    assert not any("removed" in result.stdout for result in results)
    mine.unlink()
    assert "kept" not in cli(french, "build", "-o", "site").stdout


def test_a_file_that_no_build_wrote_is_not_overwritten(french: Path, cli: Cli) -> None:
    """The whole build is refused, and nothing else is written either."""
    mine = _mine(french, "site/fr/letter.md")

    result = cli(french, "build", "-o", "site")

    assert result.exit_code == 2
    assert "site/fr/letter.md" in result.stderr
    assert mine.read_text() == "mine"
    assert [path for path in (french / "site").rglob("*") if path.is_file()] == [mine]


@pytest.mark.parametrize("began", ["missing", "empty", "with files"])
@pytest.mark.parametrize("memory", ["kept", "removed"])
def test_what_a_build_wrote_goes_with_its_text(began: str, memory: str, french: Path, cli: Cli) -> None:
    """In any folder, and whether or not the project remembers: what may not be published does not stay."""
    if began != "missing":
        (french / "site").mkdir()
    if began == "with files":
        _mine(french, "site/index.html")
    cli(french, "build", "-o", "site")
    assert (french / "site/fr/letter.html").exists()
    _blank(french, "fr")
    if memory == "removed":
        _forget(french)

    result = cli(french, "build", "-o", "site")

    assert "kept" not in result.stdout
    assert "removed  fr/letter.html" in result.stdout
    assert "removed  fr/letter.md" in result.stdout
    assert not list((french / "site/fr").iterdir())
    assert (french / "site/index.html").exists() == (began == "with files")


def test_what_a_build_wrote_is_written_again(french: Path, cli: Cli) -> None:
    """A changed translation, twice over, with no memory in between."""
    for mark in ("", " 2", " 3"):
        _translate(french, "fr", mark)
        _forget(french)

        result = cli(french, "build", "fr", "-o", "site")

        assert result.exit_code == 0, result.output
        assert f"Bring a book. fr{mark}" in (french / "site/fr/letter.md").read_text()


def test_an_output_that_a_person_changed_is_a_persons(french: Path, cli: Cli) -> None:
    """It is neither overwritten nor removed."""
    cli(french, "build", "fr", "-o", "site")
    mine = _mine(french, "site/fr/letter.md", "mended by hand")

    again = cli(french, "build", "fr", "-o", "site")
    _blank(french, "fr")
    held = cli(french, "build", "fr", "-o", "site")

    assert (again.exit_code, held.exit_code) == (2, 1)
    assert mine.read_text() == "mended by hand"
    assert "kept  fr/letter.md" in held.stdout
    assert "removed  fr/letter.html" in held.stdout


@pytest.mark.parametrize("memory", ["kept", "removed"])
def test_a_file_that_is_what_would_be_written_is_a_builds(memory: str, french: Path, cli: Cli) -> None:
    """Of a folder whose list is gone, the outputs that are still right are listed again."""
    _translate(french, "ja")
    cli(french, "build", "-o", "site")
    written = _list(french)
    (french / "site/.l10n-tool-built").unlink()
    if memory == "removed":
        _forget(french)

    result = cli(french, "build", "-o", "site")

    assert result.exit_code == 0, result.output
    assert _list(french) == written


def test_the_list_names_what_is_there(french: Path, cli: Cli) -> None:
    """By its hash, after outputs changed and after some were removed, and nothing beside it."""
    _translate(french, "ja")
    cli(french, "build", "-o", "site")
    _translate(french, "fr", " 2")
    _blank(french, "ja")

    cli(french, "build", "-o", "site")

    files = [path for path in (french / "site").rglob("letter.*") if path.is_file()]
    names = {path.relative_to(french / "site").as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
    assert sorted(names) == ["en/letter.html", "en/letter.md", "fr/letter.html", "fr/letter.md"]
    assert _list(french) == "".join(f"{names[name]}  {name}\n" for name in sorted(names))


def test_builds_of_one_locale_each_know_what_the_others_wrote(french: Path, cli: Cli) -> None:
    """The list of a folder is that of all of them."""
    _translate(french, "ja")
    cli(french, "build", "fr", "-o", "site")
    cli(french, "build", "ja", "-o", "site")
    for locale in ("fr", "ja"):
        _translate(french, locale, " 2")

    results = [cli(french, "build", locale, "-o", "site") for locale in ("fr", "ja")]

    assert [result.exit_code for result in results] == [0, 0], [result.output for result in results]


def test_a_build_without_changes_leaves_every_byte_alone(french: Path, cli: Cli) -> None:
    """The list too, with a memory and without."""
    cli(french, "build", "fr", "-o", "site")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (french / "site").rglob("*.*")}

    cli(french, "build", "fr", "-o", "site")
    _forget(french)
    cli(french, "build", "fr", "-o", "site")

    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (french / "site").rglob("*.*")} == before
    assert len(before) == 5


def test_a_build_that_failed_half_way_can_be_given_again(
    french: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it had written by then is known as a build's, whatever the catalogue says by the next."""
    from l10n_tool.storage import OutputFolder

    cli(french, "build", "fr", "-o", "site")
    _translate(french, "fr", " 2")
    with monkeypatch.context() as patch:
        commit = OutputFolder.commit

        def interrupted(self: OutputFolder) -> None:
            commit(self)
            raise KeyboardInterrupt

        patch.setattr(OutputFolder, "commit", interrupted)
        stopped = cli(french, "build", "fr", "-o", "site")
    _translate(french, "fr", " 3")

    result = cli(french, "build", "fr", "-o", "site")

    assert stopped.exit_code == 130
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("spelling", ["build", "build/", "./build", "source/../build", "link"])
def test_all_of_the_projects_own_folder_is_a_builds(spelling: str, french: Path, cli: Cli) -> None:
    """However it is called: a page that may not be published any more does not stay, whoever changed it."""
    (french / "link").symlink_to("build")
    _mine(french, "build/ja/letter.html", "changed")
    _mine(french, "build/fr/letter.html", "changed")

    result = cli(french, "build", "-o", spelling)

    assert result.exit_code == 1
    assert not (french / "build/ja/letter.html").exists()
    assert (french / "build/fr/letter.html").read_text() != "changed"
    assert not (french / "build/.l10n-tool-built").exists()


@pytest.mark.parametrize(
    "output",
    [
        ".",
        "..",
        "../..",
        "source",
        "source/",
        "build/..",
        "locales",
        "locales/fr",
        "locales/fr/LC_MESSAGES",
        "settings",
        "s",
    ],
)
def test_a_folder_that_holds_the_project_is_no_place_for_outputs(output: str, french: Path, cli: Cli) -> None:
    """Neither the project's folder or one above it, nor one with sources, catalogues or settings; also by a link."""
    (french / "settings").symlink_to(".")
    (french / "s").symlink_to("source")
    before = sorted(path for path in french.rglob("*") if ".l10n-tool" not in path.parts)

    result = cli(french, "build", "fr", "-o", output)

    assert result.exit_code == 2, result.output
    assert result.stderr.startswith(f"error: {Path(output)}")
    assert "-o" in result.stderr
    assert sorted(path for path in french.rglob("*") if ".l10n-tool" not in path.parts) == before


def test_outputs_are_not_written_where_they_would_be_read_as_sources(french: Path, cli: Cli) -> None:
    """Below a folder of which every document is a source."""
    settings = french / "l10n-tool.toml"
    settings.write_text(settings.read_text().replace("source/*.md", "source/**/*.md"))

    result = cli(french, "build", "fr", "-o", "source/site")
    settings.write_text(settings.read_text() + 'outputs = ["web-page"]\n')
    pages = cli(french, "build", "fr", "-o", "source/site")

    assert (result.exit_code, pages.exit_code) == (2, 0), result.output + pages.output


def test_the_hint_names_only_what_was_not_done(french: Path, cli: Cli) -> None:
    """A document of which nothing may be published is held back with --incomplete source too."""
    plain = cli(french, "build", "ja")
    already = cli(french, "build", "ja", "--incomplete", "source")

    assert (plain.exit_code, already.exit_code) == (1, 1)
    assert "build with --incomplete source" in plain.stderr
    assert "--incomplete source" not in already.stderr
    assert "Held back" in already.stderr
