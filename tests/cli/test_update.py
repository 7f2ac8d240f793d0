"""``l10n-tool update``: what it says of each entry, in words and as JSON, and what it leaves alone."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from l10n_tool.catalogue import Entry, Outcome, format_catalogue, parse_catalogue
from l10n_tool.provenance import approve, with_draft
from running import Cli

HEADER: Final = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: fr\n"
"""
PO: Final = f"""{HEADER}
#: a.c:1
msgid "Open"
msgstr "Ouvrir"

msgid "We thank everyone who signed."
msgstr "Merci à tous."

msgctxt "button"
msgid "Sign here"
msgstr "Signez ici"

msgid "Gone without a trace"
msgstr "Parti"

msgid "Never translated"
msgstr ""

#~ msgid "Back again"
#~ msgstr "De retour"
"""
POT: Final = f"""{HEADER}
#: a.c:9
msgid "Open"
msgstr ""

msgid "We thank everybody who signed."
msgstr ""

msgctxt "button"
msgid "Add your name to ours"
msgstr ""

msgid "Back again"
msgstr ""

msgid "Quite another thing"
msgstr ""
"""


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Return a folder with a catalogue and a later template of no project of ours."""
    (tmp_path / "fr.po").write_text(PO, encoding="utf-8")
    (tmp_path / "app.pot").write_text(POT, encoding="utf-8")
    return tmp_path


def _json(text: str) -> dict[str, Any]:
    (catalogue,) = json.loads(text)["catalogues"]
    found: dict[str, Any] = catalogue
    return found


def test_the_json_says_what_became_of_each_entry(foreign: Path, cli: Cli) -> None:
    """With the line where it stands afterwards, its former source and its state."""
    result = cli(foreign, "update", "fr.po", "--pot", "app.pot", "--json")

    found = _json(result.stdout)
    assert (found["file"], found["locale"], found["changed"]) == ("fr.po", "fr", True)
    assert found["counts"] == {outcome.value: 0 if outcome in {"kept", "plural-changed"} else 1 for outcome in Outcome}
    lines = (foreign / "fr.po").read_text(encoding="utf-8").split("\n")
    told = [(one["outcome"], one["msgid"], one["was"], one["state"]) for one in found["entries"]]
    assert told == [
        ("moved", "Open", None, "translated"),
        ("fuzzy", "We thank everybody who signed.", "We thank everyone who signed.", "stale"),
        ("rewritten", "Add your name to ours", "Sign here", "stale"),
        ("revived", "Back again", None, "translated"),
        ("new", "Quite another thing", None, "untranslated"),
        ("obsolete", "Gone without a trace", None, "translated"),
        ("dropped", "Never translated", None, None),
    ]
    for one in found["entries"][:-1]:
        assert lines[one["line"] - 1].endswith(f'msgid "{one["msgid"]}"')
    assert found["entries"][-1]["line"] is None
    assert [one["similarity"] for one in found["entries"]] == [None, 91.5, *[None] * 5]
    assert [one["msgctxt"] for one in found["entries"]] == [None, None, "button", *[None] * 4]


def test_a_second_update_has_nothing_to_tell(foreign: Path, cli: Cli) -> None:
    """Every entry is kept, and the file keeps its bytes and its time."""
    cli(foreign, "update", "fr.po", "--pot", "app.pot")
    before = (foreign / "fr.po").stat()

    result = cli(foreign, "update", "fr.po", "--pot", "app.pot", "--json")

    found = _json(result.stdout)
    assert (found["changed"], found["entries"]) == (False, [])
    assert {name: count for name, count in found["counts"].items() if count} == {"kept": 5, "obsolete": 1}
    assert (foreign / "fr.po").stat().st_mtime_ns == before.st_mtime_ns
    assert result.stderr == ""


def test_with_v_entries_that_were_kept_are_listed_as_json(foreign: Path, cli: Cli) -> None:
    """For whoever wants to account for every entry."""
    cli(foreign, "update", "fr.po", "--pot", "app.pot")

    result = cli(foreign, "-v", "update", "fr.po", "--pot", "app.pot", "--json")

    assert [one["outcome"] for one in _json(result.stdout)["entries"]] == [*["kept"] * 5, "obsolete"]


def test_a_check_writes_nothing_and_tells_the_same(foreign: Path, cli: Cli) -> None:
    """With exit code 1, and the command that does it."""
    before = (foreign / "fr.po").read_bytes()

    checked = cli(foreign, "update", "fr.po", "--pot", "app.pot", "--json", "--check")
    unwritten = (foreign / "fr.po").read_bytes()
    done = cli(foreign, "update", "fr.po", "--pot", "app.pot", "--json")

    assert checked.exit_code == 1
    assert unwritten == before
    assert checked.stdout == done.stdout
    assert "l10n-tool update fr.po --pot app.pot\n" in checked.stderr


def test_a_table_has_a_column_for_what_there_is(foreign: Path, cli: Cli) -> None:
    """And the next command at the end, on standard error."""
    result = cli(foreign, "update", "fr.po", "--pot", "app.pot")

    head, row = result.stdout.splitlines()
    assert head.split() == [
        "Catalogue", "Kept", "Moved", "New", "Fuzzy", "Rewritten", "Revived", "Obsolete", "Dropped",
    ]  # fmt: skip
    assert row.split() == ["fr.po", "0", "1", "1", "1", "1", "1", "1", "1", "changed"]
    assert result.stderr == "See what is to do with: l10n-tool status fr.po\n"


def test_with_v_there_is_a_line_for_every_entry_that_is_not_as_it_was(foreign: Path, cli: Cli) -> None:
    """Outcome, place, source, and what the source was."""
    result = cli(foreign, "-v", "update", "fr.po", "--pot", "app.pot")

    assert result.stdout.splitlines()[2:] == [
        "fr.po",
        "  moved      fr.po:7  Open",
        "  fuzzy      fr.po:12  We thank everybody who signed.  (was: We thank everyone who signed., 92 % alike)",
        "  rewritten  fr.po:19  Add your name to ours  (was: Sign here)",
        "  revived    fr.po:22  Back again",
        "  new        fr.po:25  Quite another thing",
        "  obsolete   fr.po:28  Gone without a trace",
        "  dropped    fr.po  Never translated",
    ]


def test_a_project_remembers_what_it_merged_and_tells_all_when_asked(project: Path, cli: Cli) -> None:
    """A catalogue that stands as the last merge left it is not merged again, unless each entry is to be named."""
    cli(project, "extract")
    cli(project, "init", "fr")
    cli(project, "update", "fr")
    short = _json(cli(project, "update", "fr", "--json").stdout)

    full = _json(cli(project, "-v", "update", "fr", "--json").stdout)

    assert short["entries"] == []
    assert short["counts"] == full["counts"]
    assert len(full["entries"]) == full["counts"]["kept"] > 0


def test_approvals_are_void_and_drafts_still_known_when_the_source_changed(foreign: Path, cli: Cli) -> None:
    """Both lines move with the text; neither lets it pass for reviewed."""
    approved = approve(Entry("We thank everyone who signed.", ("Merci à tous.",)), "fr-reviewer", date(2026, 11, 22))
    drafted = with_draft(Entry("Bring a book to the library."), ("Apportez un livre.",), "apertium", date(2026, 11, 22))
    po = parse_catalogue(HEADER.encode())
    po = type(po)((*po.entries, approved, drafted))
    (foreign / "fr.po").write_bytes(format_catalogue(po))
    new = 'msgid "We thank everybody who signed."\nmsgstr ""\n\nmsgid "Bring a book to our library."\nmsgstr ""\n'
    (foreign / "app.pot").write_text(f"{HEADER}\n{new}", encoding="utf-8")

    result = cli(foreign, "update", "fr.po", "--pot", "app.pot", "--json")

    written = parse_catalogue((foreign / "fr.po").read_bytes())
    assert [one["state"] for one in _json(result.stdout)["entries"]] == ["stale", "stale"]
    assert [entry.comments for entry in written.messages] == [approved.comments, drafted.comments]
    # A tool that clears the flags makes no person's text of a machine's.
    text = (foreign / "fr.po").read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    (foreign / "fr.po").write_text(text, encoding="utf-8")
    counted = json.loads(cli(foreign, "status", "fr.po", "--json").stdout)["locales"][0]
    assert (counted["approved"], counted["translated"], counted["draft"]) == (0, 1, 1)


def test_a_foreign_catalogue_needs_nothing_of_a_project(foreign: Path) -> None:
    """Neither settings nor the memory of earlier runs nor sentences are imported for it."""
    code = (
        "import sys; from l10n_tool.cli import main\n"
        "main(['update', 'fr.po', '--pot', 'app.pot'], standalone_mode=False)\n"
        "print(*(name for name in sys.modules if name.startswith('l10n_tool.')), 'babel' in sys.modules)"
    )

    said = subprocess.run([sys.executable, "-c", code], cwd=foreign, capture_output=True, text=True, check=True)

    imported = set(said.stdout.splitlines()[-1].split())
    unneeded = {"project.model", "project.settings", "workflow.cache", "carrying", "sentences", "segments", "document"}
    assert not {f"l10n_tool.{name}" for name in unneeded} & imported
    assert "True" not in imported
