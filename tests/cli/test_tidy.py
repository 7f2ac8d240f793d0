"""tidy: which files, what is said, and that a file which is tidy is left alone."""

import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any, Final

import pytest

from l10n_tool.catalogue import parse_catalogue
from l10n_tool.provenance import state
from l10n_tool.workflow import files
from running import Cli

HEADER: Final = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
NOISY: Final = HEADER + '\n#: app/a.py:12 app/b.py:3\n#, c-format, fuzzy\nmsgid "a"\nmsgstr ""\n"b"\n'
TIDY: Final = HEADER + '\n#: app/a.py\n#: app/b.py\n#, fuzzy, c-format\nmsgid "a"\nmsgstr "b"\n'

Stamps = dict[str, tuple[bytes, int]]


def _stamps(root: Path) -> Stamps:
    """Return the bytes and the modification time of every file."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file()]
    return {path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def _make_noisy(path: Path) -> bytes:
    """Let a tool add line numbers, carriage returns and a byte order mark to a catalogue; return the bytes before."""
    tidy = path.read_bytes()
    lines = [line + b":12" if line.startswith(b"#: ") else line for line in tidy.split(b"\n")]
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    return tidy


def test_a_foreign_catalogue_becomes_tidy_without_a_project(tmp_path: Path, cli: Cli) -> None:
    """Nothing needs to be set up; the report names the noise, and what to do next."""
    (tmp_path / "fr.po").write_text(NOISY)

    result = cli(tmp_path, "tidy", "fr.po")

    assert result.exit_code == 0
    assert result.stdout == "File   Entries  Noise\nfr.po        1  references, flags, folding\n"
    assert "a commit of nothing but these files" in result.stderr
    assert (tmp_path / "fr.po").read_text() == TIDY


def test_check_writes_nothing_and_tells(tmp_path: Path, cli: Cli) -> None:
    """Exit 1, the same table, and the command that does it."""
    (tmp_path / "our fr.po").write_text(NOISY)
    before = _stamps(tmp_path)

    result = cli(tmp_path, "tidy", "our fr.po", "--check")

    assert result.exit_code == 1
    assert "references, flags, folding" in result.stdout
    assert result.stderr == "Bring them to this form with: l10n-tool tidy 'our fr.po'\n"
    assert _stamps(tmp_path) == before


@pytest.mark.parametrize("options", [[], ["--check"]])
def test_a_tidy_file_is_left_alone(options: list[str], tmp_path: Path, cli: Cli) -> None:
    """Bytes and modification time; exit 0 and no further words."""
    (tmp_path / "fr.po").write_text(TIDY)
    os.utime(tmp_path / "fr.po", (1, 1))
    before = _stamps(tmp_path)

    result = cli(tmp_path, "tidy", "fr.po", *options)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "File   Entries  Noise\nfr.po        –  tidy\n"
    assert _stamps(tmp_path) == before


def test_templates_can_be_named(tmp_path: Path, cli: Cli) -> None:
    """The charset that xgettext leaves open stays open."""
    noisy, tidy = (text.replace("UTF-8", "CHARSET") for text in (NOISY, TIDY))
    (tmp_path / "app.pot").write_text(noisy.replace('""\n"b"', '""'))

    assert cli(tmp_path, "tidy", "app.pot").exit_code == 0
    assert (tmp_path / "app.pot").read_text() == tidy.replace('"b"', '""')


def test_the_former_charset_is_told(tmp_path: Path, cli: Cli) -> None:
    """So that nobody wonders where the bytes changed."""
    (tmp_path / "fr.po").write_bytes(TIDY.replace("UTF-8", "ISO-8859-1").replace('"b"', '"é"').encode("latin-1"))

    result = cli(tmp_path, "tidy", "fr.po")

    assert result.stdout.splitlines()[1].split("  ")[-1] == "charset ISO-8859-1"
    assert (tmp_path / "fr.po").read_text() == TIDY.replace('"b"', '"é"')


def test_without_names_it_is_every_catalogue_and_template_of_the_project(sample: Path, cli: Cli) -> None:
    """Each comes back byte for byte, with the states that it had."""
    paths = [sample / "locales" / "messages.pot", *sorted(sample.glob("locales/*/LC_MESSAGES/messages.po"))]
    tidy = {path: _make_noisy(path) for path in paths}
    states = {path: [state(entry) for entry in parse_catalogue(path.read_bytes()).entries] for path in paths}

    result = cli(sample, "tidy")

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1 + len(paths) == 10
    assert {path: path.read_bytes() for path in paths} == tidy
    assert {path: [state(entry) for entry in parse_catalogue(path.read_bytes()).entries] for path in paths} == states


def test_a_locale_means_its_catalogues(sample: Path, cli: Cli) -> None:
    """The others stay as noisy as they are."""
    french, german = (sample / f"locales/{code}/LC_MESSAGES/messages.po" for code in ("fr", "de"))
    tidy = _make_noisy(french)
    _make_noisy(german)
    noisy = german.read_bytes()

    assert cli(sample, "tidy", "fr").exit_code == 0
    assert (french.read_bytes(), german.read_bytes()) == (tidy, noisy)


def test_every_domain_of_the_project_is_meant(project: Path, cli: Cli) -> None:
    """Its template and its catalogues, but no template that is not there yet."""
    (project / "l10n-tool.toml").write_text(
        'locales = ["fr"]\nsources = ["source/*.md", {files = ["app/*.json"], domain = "app"}]\n'
    )
    (project / "app").mkdir()
    (project / "app" / "en.json").write_text('{"greeting": "Hello"}')
    cli(project, "extract")
    cli(project, "init", "fr")
    (project / "locales" / "messages.pot").unlink()

    result = cli(project, "tidy")

    assert [line.split()[0] for line in result.stdout.splitlines()[1:]] == [
        "locales/app.pot",
        "locales/fr/LC_MESSAGES/messages.po",
        "locales/fr/LC_MESSAGES/app.po",
    ]


def test_nothing_is_written_where_one_file_is_broken(tmp_path: Path, cli: Cli) -> None:
    """Exit 3 with the place; the sound file is as it was."""
    (tmp_path / "de.po").write_text(NOISY)
    (tmp_path / "fr.po").write_text('msgid "a\n')
    before = _stamps(tmp_path)

    result = cli(tmp_path, "tidy", "de.po", "fr.po")

    assert result.exit_code == 3
    assert result.stderr.startswith("error: fr.po:1:")
    assert _stamps(tmp_path) == before


@pytest.mark.parametrize("names", [[], ["fr"]])
def test_without_a_project_files_must_be_named(names: list[str], tmp_path: Path, cli: Cli) -> None:
    """Wrong usage is exit 2."""
    assert cli(tmp_path, "tidy", *names).exit_code == 2


def test_what_an_editor_saved_meanwhile_is_tidied_and_kept(
    tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is read again before it is written."""
    path = tmp_path / "fr.po"
    path.write_text(NOISY)
    original = files.rewrite_catalogue

    def saved_first(*args: Any, **options: Any) -> files.CatalogueFile:
        path.write_text(NOISY.replace('"b"', '"c"'))
        return original(*args, **options)

    monkeypatch.setattr("l10n_tool.workflow.tidy.rewrite_catalogue", saved_first)

    assert cli(tmp_path, "tidy", "fr.po").exit_code == 0
    assert path.read_text() == TIDY.replace('"b"', '"c"')


def test_gettext_compiles_the_same_from_both(tmp_path: Path, cli: Cli, msgfmt: Callable[..., object]) -> None:
    """What programs read does not change."""
    (tmp_path / "fr.po").write_text(NOISY.replace(", fuzzy", ""))
    outputs = []

    for command in ("status", "tidy"):
        cli(tmp_path, command, "fr.po")
        compiled = msgfmt("-o", "-", tmp_path / "fr.po")
        assert isinstance(compiled, CompletedProcess)
        outputs.append(compiled.stdout)

    assert outputs[0] == outputs[1]
    assert outputs[0]
