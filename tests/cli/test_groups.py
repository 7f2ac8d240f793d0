"""Several groups of sources: domains, formats and settings of their own."""

import json
from pathlib import Path

import pytest

from l10n_tool.catalogue import format_catalogue, parse_catalogue
from running import Cli

SETTINGS = """
locales = ["de", "fr"]
sources = [
  "source/*.md",
  { files = ["letters/*.txt", "letters/*.page"], domain = "letters", format = "plain-text" },
]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of two domains."""
    root = tmp_path / "project"
    for name, text in {
        "source/page.md": "# A page\n\nWe read *together*.\n",
        "letters/one.txt": "Dear reader,\n\nplease *write*.\n",
        "letters/two.page": "Dear reader,\n\ncome again.\n",
        "l10n-tool.toml": SETTINGS,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def _texts(path: Path) -> list[str]:
    return [entry.msgid for entry in parse_catalogue(path.read_bytes(), path.name).messages]


def _translate(path: Path) -> None:
    catalogue = parse_catalogue(path.read_bytes(), path.name)
    texts = {entry.key: entry.replace(msgstr=(f"{entry.msgid} +",)) for entry in catalogue.messages}
    path.write_bytes(format_catalogue(catalogue.map(texts)))


def test_each_domain_has_its_template_and_its_catalogues(project: Path, cli: Cli) -> None:
    """The same text in two domains is an entry in each."""
    output = cli(project, "extract").stdout
    cli(project, "init", "de")

    locales = project / "locales"
    assert _texts(locales / "messages.pot") == ["A page", "We read *together*."]
    assert _texts(locales / "letters.pot") == ["Dear reader,", "please *write*.", "come again."]
    assert _texts(locales / "de" / "LC_MESSAGES" / "letters.po") == _texts(locales / "letters.pot")
    assert output.splitlines() == [
        "locales/messages.pot: 2 entries from 1 document, written (2 new, 0 gone)",
        "locales/letters.pot: 3 entries from 2 documents, written (3 new, 0 gone)",
    ]


def test_init_starts_the_domains_that_a_locale_lacks(project: Path, cli: Cli) -> None:
    """As when a domain came later; and says so where it lacks none."""
    cli(project, "extract")
    cli(project, "init", "de")
    (project / "locales" / "de" / "LC_MESSAGES" / "letters.po").unlink()

    again = cli(project, "init", "de")
    third = cli(project, "init", "de")

    assert again.stdout == "locales/de/LC_MESSAGES/letters.po: 3 entries to translate\n"
    assert third.exit_code == 2


def test_a_build_takes_each_document_s_text_from_its_own_domain(project: Path, cli: Cli) -> None:
    """And a domain that is not translated holds its own documents back, no others."""
    cli(project, "extract")
    cli(project, "init", "de", "fr")
    _translate(project / "locales" / "de" / "LC_MESSAGES" / "letters.po")

    result = cli(project, "build", "de")

    build = project / "build" / "de"
    assert result.exit_code == 1
    assert sorted(path.name for path in build.rglob("*")) == ["one.html", "one.txt", "two.html", "two.page"]
    assert (build / "two.page").read_text(encoding="utf-8") == "Dear reader, +\n\ncome again. +\n"
    assert "<p>please *write*. +</p>" in (build / "one.html").read_text(encoding="utf-8")


def test_tables_and_json_tell_the_domains_apart(project: Path, cli: Cli) -> None:
    """A row for each catalogue."""
    cli(project, "extract")
    cli(project, "init", "de", "fr")

    table = cli(project, "status").stdout
    rows = json.loads(cli(project, "status", "--json").stdout)["locales"]
    road = cli(project, "run").stdout

    assert [line.split()[:2] for line in table.splitlines()[-4:]] == [
        ["de", "messages"],
        ["de", "letters"],
        ["fr", "messages"],
        ["fr", "letters"],
    ]
    assert [(row["locale"], row["domain"], row["total"]) for row in rows] == [
        ("de", "messages", 2),
        ("de", "letters", 3),
        ("fr", "messages", 2),
        ("fr", "letters", 3),
    ]
    assert "fr letters" in road


def test_an_update_merges_each_domain_s_own_template(project: Path, cli: Cli) -> None:
    """By locale, and by the path of a catalogue."""
    cli(project, "extract")
    cli(project, "init", "de", "fr")
    with (project / "letters" / "one.txt").open("a", encoding="utf-8") as file:
        file.write("\nYours\n")
    cli(project, "extract")

    checked = cli(project, "update", "--check")
    named = cli(project, "update", "locales/de/LC_MESSAGES/letters.po")

    assert checked.exit_code == 1
    assert [line.split()[-1] == "change" for line in checked.stdout.splitlines()[-4:]] == [False, True, False, True]
    assert named.exit_code == 0, named.output
    assert "Yours" in _texts(project / "locales" / "de" / "LC_MESSAGES" / "letters.po")


def test_a_domain_without_sources_is_refused(project: Path, cli: Cli) -> None:
    """An empty template would make every translation of it obsolete."""
    cli(project, "extract")
    before = (project / "locales" / "letters.pot").read_bytes()
    for path in (project / "letters").iterdir():
        path.unlink()

    result = cli(project, "extract")

    assert result.exit_code == 2
    assert "no source of the domain letters matches letters/*.txt, letters/*.page" in result.stderr
    assert (project / "locales" / "letters.pot").read_bytes() == before


def test_a_file_belongs_to_the_first_group_it_matches(project: Path, cli: Cli) -> None:
    """Also when it is named on the command line."""
    settings = 'sources = [{ files = ["source/page.md"], format = "plain-text" }, "source/*.md"]\n'
    (project / "l10n-tool.toml").write_text(settings, encoding="utf-8")

    whole, named = cli(project, "extract").exit_code, cli(project, "extract", "source/page.md").stdout

    assert whole == 0
    assert "# A page" in _texts(project / "locales" / "messages.pot")
    assert 'msgid "# A page"' in named


def test_two_documents_of_one_output_are_refused(project: Path, cli: Cli) -> None:
    """Before anything is written."""
    (project / "source" / "page.txt").write_text("A page\n", encoding="utf-8")
    (project / "l10n-tool.toml").write_text('locales = ["de"]\nsources = ["source/*"]\n', encoding="utf-8")

    result = cli(project, "build")

    assert result.exit_code == 2
    assert "source/page.md and source/page.txt would be written to the same output" in result.stderr
    assert not (project / "build").exists()


def test_many_documents_are_told_by_locale(project: Path, cli: Cli) -> None:
    """A line for each of thousands would hide what is held back."""
    for number in range(30):
        (project / "source" / f"page{number}.md").write_text(f"Page number {number}.\n", encoding="utf-8")
    cli(project, "extract")
    cli(project, "init", "de", "fr")
    _translate(project / "locales" / "de" / "LC_MESSAGES" / "messages.po")
    _translate(project / "locales" / "de" / "LC_MESSAGES" / "letters.po")

    result = cli(project, "build")

    rows = [line.split() for line in result.stdout.splitlines()[:4]]
    assert rows[0][:4] == ["Locale", "Documents", "Published", "Held"]
    assert rows[1:] == [
        ["en", "33", "33", "–", "–"],
        ["de", "33", "33", "–", "–"],
        ["fr", "33", "–", "33", "36", "untranslated"],
    ]
    assert "fr source/page7.md" in result.stdout
