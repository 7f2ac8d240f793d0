"""The road as a user walks it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n_tool.catalogue import parse_catalogue
from running import Cli


def _bytes(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_run_walks_the_sample_and_a_second_run_changes_no_byte(sample: Path, cli: Cli) -> None:
    """The repository is walked already, and modification times stand."""
    committed = {name: data for name, (data, _) in _bytes(sample).items()}

    first = cli(sample, "run")
    after = _bytes(sample)
    second = cli(sample, "run")

    assert (first.exit_code, second.exit_code) == (0, 0), first.output
    assert {name: after[name][0] for name in committed} == committed
    assert _bytes(sample) == after
    for locale in ("ar", "az", "es", "fr", "ja", "ru", "tr"):
        assert (sample / "build" / locale / "campaign-message.html").exists()
        assert (sample / "build" / locale / "campaign-message.md").exists()


def test_the_sample_has_every_state_and_publishes_what_is_complete(sample: Path, cli: Cli) -> None:
    """Most locales are complete; de is in progress, with drafts, stale and blank entries, and held back."""
    rows = json.loads(cli(sample, "status", "--json").stdout)["locales"]
    cli(sample, "run")

    by_locale = {row["locale"]: row for row in rows}
    german = by_locale.pop("de")
    assert all(german[state] for state in ("approved", "translated", "draft", "stale", "untranslated"))
    assert all(row["approved"] + row["translated"] == row["total"] for row in by_locale.values())
    assert not (sample / "build" / "de").exists()


def test_run_ends_with_a_table_and_the_next_command(sample: Path, cli: Cli) -> None:
    """Each locale has a row; what blocks the rest and what to type next are said."""
    output = cli(sample, "run").stdout

    rows = {line.split()[0]: line for line in output.splitlines() if line.strip()}
    assert {"ar", "az", "de", "es", "fr", "ja", "ru", "tr"} <= rows.keys()
    assert "held back" in rows["de"]
    assert "untranslated" in rows["de"]
    assert "2 files" in rows["fr"]
    assert "Next: l10n-tool" in output


def test_a_project_without_catalogues_gets_them(project: Path, cli: Cli) -> None:
    """Run starts the catalogues of its locales, and holds back what is not translated."""
    result = cli(project, "run")

    assert result.exit_code == 1
    assert (project / "locales/ja/LC_MESSAGES/messages.po").exists()
    assert (project / "build/en/letter.html").exists()
    assert not (project / "build/fr").exists()


def test_a_source_edit_makes_entries_stale_and_takes_the_page_back(sample: Path, cli: Cli) -> None:
    """A page that the catalogue no longer covers is not left behind."""
    cli(sample, "run")
    document = sample / "source/campaign-message.md"
    document.write_text(document.read_text().replace("48,250 readers", "50,100 readers"))

    result = cli(sample, "run")

    assert result.exit_code == 1
    assert "1 stale" in result.stdout
    assert not (sample / "build/fr/campaign-message.html").exists()
    assert "hreflang" not in (sample / "build/en/campaign-message.html").read_text().replace(
        'hreflang="en"', ""
    ).replace('hreflang="x-default"', "")


def test_a_page_links_to_pages_that_are_there(sample: Path, cli: Cli) -> None:
    """A build of some locales names the others only where an earlier build wrote them."""
    cli(sample, "build", "fr", "-o", "some")
    alone = (sample / "some/fr/campaign-message.html").read_text()
    cli(sample, "build", "ja", "-o", "some")
    beside = (sample / "some/ja/campaign-message.html").read_text()

    assert [code for code in ("en", "fr", "ja", "tr") if f'hreflang="{code}"' in alone] == ["en", "fr"]
    assert [code for code in ("en", "fr", "ja", "tr") if f'hreflang="{code}"' in beside] == ["en", "fr", "ja"]


def test_extract_leaves_an_unchanged_template_alone(project: Path, cli: Cli) -> None:
    """No dates, no line numbers: the same sources give the same bytes."""
    cli(project, "extract")
    template = project / "locales/messages.pot"
    before = template.read_bytes(), template.stat().st_mtime_ns

    result = cli(project, "extract")

    assert "unchanged" in result.stdout
    assert (template.read_bytes(), template.stat().st_mtime_ns) == before


def test_extract_check_tells_without_writing(project: Path, cli: Cli) -> None:
    """Exit 1 where the template would change, and 0 where it would not."""
    missing = cli(project, "extract", "--check")
    written = (project / "locales").exists()
    cli(project, "extract")

    assert (missing.exit_code, written, cli(project, "extract", "--check").exit_code) == (1, False, 0)


def test_extract_of_files_needs_no_project(tmp_path: Path, cli: Cli) -> None:
    """Without -o the template goes to standard output."""
    (tmp_path / "note.txt").write_text("One line.\n\nAnother.\n")

    result = cli(tmp_path, "extract", "note.txt")

    entries = list(parse_catalogue(result.stdout_bytes).messages)
    assert [entry.msgid for entry in entries] == ["One line.", "Another."]
    assert entries[0].references == ("note.txt",)
    assert entries[0].extracted == ("type: paragraph",)


def test_the_same_paragraph_in_two_documents_is_one_entry(project: Path, cli: Cli) -> None:
    """Identity is the text: two references, no msgctxt."""
    (project / "source/other.md").write_text("We thank **everyone** who came.\n")

    cli(project, "extract")

    template = parse_catalogue((project / "locales/messages.pot").read_bytes())
    shared = next(entry for entry in template.messages if entry.msgid.startswith("We thank"))
    assert shared.references == ("source/letter.md", "source/other.md")
    assert shared.msgctxt is None
    assert shared.extracted == ("type: paragraph", "in: A letter")


@pytest.mark.parametrize("name", ["run", "extract", "build"])
def test_without_settings_a_command_says_how_to_set_a_project_up(tmp_path: Path, cli: Cli, name: str) -> None:
    """Wrong usage is exit 2 and one message."""
    result = cli(tmp_path, name)

    assert result.exit_code == 2
    assert "l10n-tool.toml" in result.stderr
    assert "Traceback" not in result.stderr


def test_import_writes_a_document_and_lists_what_it_dropped(tmp_path: Path, cli: Cli) -> None:
    """What a person may have edited is not overwritten."""
    sentence = "The library at the corner opens its doors to every child who would like to read a story today."
    paragraphs = "\n\n".join(f"{sentence} It is paragraph {word} of the letter." for word in ("one", "two", "three"))
    (tmp_path / "page.txt").write_text(f"Home | News | Contact\n\n{paragraphs}\n\nRead: 981\n")

    first = cli(tmp_path, "import", "page.txt", "-o", "letter.md")
    (tmp_path / "letter.md").write_text("edited\n")
    second = cli(tmp_path, "import", "page.txt", "-o", "letter.md")

    assert first.exit_code == 0
    assert "page.txt:9: " in first.stdout
    assert second.exit_code == 2
    assert (tmp_path / "letter.md").read_text() == "edited\n"


def test_a_catalogue_of_another_project_is_started_from_its_template(
    tmp_path: Path, cli: Cli, root: Path, msgfmt: Callable[..., object]
) -> None:
    """No settings are needed; CLDR's forms for the locale, and nothing is overwritten."""
    template = str(root / "tests/data/foreign/app.pot")

    started = cli(tmp_path, "init", "uk", "--pot", template, "-o", "uk.po")
    again = cli(tmp_path, "init", "uk", "--pot", template, "-o", "uk.po")

    catalogue = parse_catalogue((tmp_path / "uk.po").read_bytes())
    assert started.exit_code == 0, started.output
    assert catalogue.headers["Plural-Forms"].startswith("nplurals=3;")
    assert [len(entry.msgstr) for entry in catalogue.messages] == [1, 3, 1]
    assert msgfmt("-c", "-o", "/dev/null", tmp_path / "uk.po").returncode == 0  # type: ignore[attr-defined]
    assert again.exit_code == 2


@pytest.mark.parametrize("options", [["--pot", "x.pot"], ["-o", "uk.po"], ["fr", "--pot", "x.pot", "-o", "uk.po"]])
def test_starting_a_foreign_catalogue_needs_both_files_and_one_locale(
    tmp_path: Path, cli: Cli, options: list[str]
) -> None:
    """Wrong usage is exit 2, with the right form."""
    result = cli(tmp_path, "init", "uk", *options)

    assert result.exit_code == 2
    assert "--pot POT -o PO" in result.stderr
