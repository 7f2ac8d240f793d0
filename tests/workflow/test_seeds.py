"""The real captures, from import to a published translation."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from l10n_tool.catalogue import Entry, parse_catalogue
from l10n_tool.cli import main
from l10n_tool.provenance import State, drafts, state

# The lines of seed 000 and of seed 003 that are the message, as the notes on the field give them.
MESSAGE = {"000": (3, 5, 9, 11, 13, 15, 17, 19, 21, 23, 24, 26, 27), "003": (5, 7, 9, 11, 13, 15, 17, 20, 21)}
BODY = {"000": (11, 13, 15, 17, 19, 21), "003": (7, 9, 11, 13, 15, 17)}
SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


@pytest.fixture
def imported(tmp_path: Path, seeds: list[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with a document of each seed, extracted."""
    (tmp_path / "source").mkdir()
    (tmp_path / "l10n-tool.toml").write_text('locales = ["es"]\nsources = ["source/*.md"]\n')
    monkeypatch.chdir(tmp_path)
    for path in seeds:
        assert _run("import", str(path), "-o", f"source/{path.name[:3]}.md").exit_code == 0
    assert _run("extract").exit_code == 0
    return tmp_path


def _run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args), catch_exceptions=False)


def _entries(path: Path) -> list[Entry]:
    return list(parse_catalogue(path.read_bytes()).messages)


def _line(seeds: list[Path], seed: str, number: int) -> str:
    path = next(path for path in seeds if path.name.startswith(seed))
    return path.read_text(encoding="utf-8").split("\n")[number - 1].strip()


def test_both_documents_share_the_six_paragraphs_of_the_body(imported: Path, seeds: list[Path]) -> None:
    """Thirteen sentences in six entries, each with both documents as references and without msgctxt."""
    entries = _entries(imported / "locales/messages.pot")

    shared = [entry for entry in entries if len(entry.references) == 2 and "lines" not in entry.extracted]
    body = [entry for entry in shared if "\\\n" not in entry.msgid]

    assert [entry.msgid for entry in body] == [_line(seeds, "000", number) for number in BODY["000"]]
    assert sum(len(SENTENCE_END.findall(entry.msgid)) for entry in body) == 13
    assert all(entry.msgctxt is None for entry in entries)
    assert {entry.references for entry in body} == {("source/000.md", "source/003.md")}


def test_together_they_give_each_part_once_and_nothing_of_the_pages(tmp_path: Path, seeds: list[Path]) -> None:
    """What is not of the message is listed, line by line, with its reason."""
    output = tmp_path / "both.md"

    result = _run("import", *map(str, seeds), "-o", str(output))

    text = re.sub(r"\\(?=[!-/:-@[-`{-~])", "", output.read_text(encoding="utf-8"))
    for seed, numbers in MESSAGE.items():
        lines = [line.strip() for line in _whole(seeds, seed)]
        for number, line in enumerate(lines, 1):
            if not line:
                continue
            if number in numbers:
                assert text.count(line.rstrip("\\")) >= 1, line
            else:
                assert line not in text, line
                assert f"{seed}" in result.stdout
                assert re.search(rf"/{seed}[^ ]*:{number}: \S", result.stdout), line
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    assert len(paragraphs) == len(set(paragraphs))


def _whole(seeds: list[Path], seed: str) -> list[str]:
    path = next(path for path in seeds if path.name.startswith(seed))
    return path.read_text(encoding="utf-8").split("\n")


@pytest.mark.usefixtures("apertium")
def test_a_spanish_draft_is_fuzzy_signed_and_unpublished_until_approved(imported: Path) -> None:
    """With the real engine, through the command line."""
    po = imported / "locales/es/LC_MESSAGES/messages.po"
    _run("init", "es")

    drafted = _run("draft", "es", "--engine", "apertium")
    entries = _entries(po)
    held_back = _run("build", "--incomplete", "source")
    unpublished = _pages(imported)
    approved = _run("approve", "es", "--by", "es-reviewer", "--all")
    built = _run("build")

    assert drafted.exit_code == 0, drafted.output
    done = [entry for entry in entries if entry.complete]
    assert len(done) >= 12
    assert all(entry.fuzzy and state(entry) is State.DRAFT for entry in done)
    assert {draft.by for entry in done for draft in drafts(entry)} == {"apertium/eng-spa"}
    assert not any(entry.msgstr[0] in unpublished for entry in done if entry.msgstr[0] != entry.msgid)
    assert held_back.exit_code == 1
    assert approved.exit_code == 0, approved.output
    assert built.exit_code == 0, built.output
    assert all(
        entry.msgstr[0] in _pages(imported) for entry in done if "\n" not in entry.msgid and "`" not in entry.msgid
    )


def _pages(project: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((project / "build").rglob("es/*.md")))
