"""Rewriting a catalogue: what stands in the file counts, and a step that would lose something writes nothing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from l10n_tool.catalogue import Asked, Catalogue, Entry, Merged, format_catalogue, merge_catalogue, parse_catalogue
from l10n_tool.errors import ExitCode, FileError
from l10n_tool.provenance import approve, with_draft
from l10n_tool.workflow import approve as approving
from l10n_tool.workflow import draft as drafting
from l10n_tool.workflow import update as updating
from l10n_tool.workflow.files import CatalogueFile, open_target, rewrite_catalogue
from l10n_tool.workflow.targets import Target

DAY: Final = date(2026, 11, 22)
HEADER: Final = Entry(
    "", ("Language: de\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n",)
)
CATALOGUE: Final = Catalogue(
    (
        HEADER,
        Entry("Books", ("Bücher",), comments=("Alle, nicht nur neue.",)),
        Entry("Letters", ("Briefe",), flags=("fuzzy",), comments=("Oder Schreiben?",)),
        Entry("Pens", ("",)),
        Entry("Stamps", ("Marken",), obsolete=True),
    ),
    "\n# Ende der Liste.\n",
)
TEMPLATE: Final = Catalogue((HEADER, Entry("Books", references=("shop.md",)), Entry("Letters"), Entry("Pens")))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of a German catalogue, with its template beside it."""
    path = tmp_path / "de.po"
    path.write_bytes(format_catalogue(CATALOGUE))
    (tmp_path / "de.pot").write_bytes(format_catalogue(TEMPLATE))
    return path


def _open(path: Path) -> CatalogueFile:
    return open_target(Target(path, path.name))


def _in(path: Path, msgid: str) -> Entry:
    return next(entry for entry in parse_catalogue(path.read_bytes()).entries if entry.msgid == msgid)


def _note(file: CatalogueFile) -> Catalogue:
    """Stand for a step: a comment more in every entry."""
    return file.catalogue.map(
        {entry.key: entry.replace(comments=(*entry.comments, "Hm.")) for entry in file.catalogue.messages}
    )


def test_a_step_is_given_what_was_read_and_the_file_is_as_it_made_it(path: Path) -> None:
    """The very file that was opened, where nobody saved it since."""
    opened = _open(path)
    given: list[CatalogueFile] = []

    def step(file: CatalogueFile) -> Catalogue:
        given.append(file)
        return _note(file)

    written = rewrite_catalogue(opened, step)

    assert given == [opened]
    assert given[0] is opened
    assert written.data == path.read_bytes()
    assert written.catalogue.entries == parse_catalogue(written.data).entries
    assert _in(path, "Pens").comments == ("Hm.",)


def test_a_step_is_given_what_an_editor_saved_since(path: Path) -> None:
    """What was saved counts: it is in the file afterwards, and in what the step returns."""
    opened = _open(path)
    path.write_bytes(path.read_bytes().replace(b"Briefe", b"Schreiben"))

    written = rewrite_catalogue(opened, _note)

    assert _in(path, "Letters").msgstr == ("Schreiben",)
    assert written.data == path.read_bytes()


def test_a_step_is_asked_again_where_an_editor_saves_while_it_works(path: Path) -> None:
    """As often as that happens; nothing of what was saved is lost."""
    saves = iter([b"Schreiben", b"Post"])
    seen: list[tuple[str, ...]] = []

    def step(file: CatalogueFile) -> Catalogue:
        seen.append(next(e for e in file.catalogue.messages if e.msgid == "Letters").msgstr)
        for text in saves:
            path.write_bytes(path.read_bytes().replace(b'"%s"' % seen[-1][0].encode(), b'"%s"' % text))
            break
        return _note(file)

    rewrite_catalogue(_open(path), step)

    assert seen == [("Briefe",), ("Schreiben",), ("Post",)]
    assert _in(path, "Letters").msgstr == ("Post",)
    assert _in(path, "Letters").comments == ("Oder Schreiben?", "Hm.")


def test_a_file_that_would_be_the_same_is_left_alone(path: Path) -> None:
    """Its modification time stands."""
    before = path.stat().st_mtime_ns

    rewrite_catalogue(_open(path), lambda file: file.catalogue)

    assert path.stat().st_mtime_ns == before


def test_what_was_asked_for_may_go(path: Path) -> None:
    """And nothing else."""

    def step(file: CatalogueFile) -> Catalogue:
        return file.catalogue.map({(None, "Letters"): Entry("Letters", ("Briefe",), comments=("Oder Schreiben?",))})

    with pytest.raises(FileError, match='the flag "fuzzy" of "Letters" would be lost'):
        rewrite_catalogue(_open(path), step, asked=Asked())

    rewrite_catalogue(_open(path), step, asked=Asked(flags=frozenset({"fuzzy"})))

    assert _in(path, "Letters").flags == ()


def test_a_command_that_would_lose_something_asks_to_be_reported(path: Path) -> None:
    """It is a fault of the command, and whoever gave it has no Asked to fill in."""
    with pytest.raises(FileError, match=r'^de\.po:\d+: the text "Marken" of "Stamps" would be lost') as caught:
        rewrite_catalogue(_open(path), lambda file: _without_last(file.catalogue))

    assert "please report it" in caught.value.remedy
    assert "Asked" not in caught.value.remedy


def _without_last(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, entries=catalogue.entries[:-1])


def _without_tail(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, tail="")


def _without_comments(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, entries=tuple(entry.replace(comments=()) for entry in catalogue.entries))


def _without_marks(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, entries=tuple(entry.replace(flags=()) for entry in catalogue.entries))


def _without_language(catalogue: Catalogue) -> Catalogue:
    header = HEADER.replace(msgstr=(HEADER.msgstr[0].replace("Language: de\n", ""),))
    return replace(catalogue, entries=(header, *catalogue.entries[1:]))


@pytest.mark.parametrize(
    ("fault", "missing"),
    [
        (_without_last, '"Marken" of "Stamps"'),
        (_without_tail, '"# Ende der Liste." at the end of the file'),
        (_without_comments, '"Alle, nicht nur neue." of "Books"'),
        (_without_marks, '"fuzzy" of "Letters"'),
        (_without_language, '"Language: de"'),
    ],
)
def test_an_update_with_a_fault_writes_nothing(
    path: Path, fault: Callable[[Catalogue], Catalogue], missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what would be lost, and leaves the file as it was and nothing beside it."""

    def broken(catalogue: Catalogue, *rest: Any, **options: Any) -> Merged:
        merged = merge_catalogue(catalogue, *rest, **options)
        return replace(merged, catalogue=fault(merged.catalogue))

    monkeypatch.setattr("l10n_tool.workflow.update.merge_catalogue", broken)
    before = path.read_bytes()

    with pytest.raises(FileError, match=f"{re.escape(missing)} would be lost") as caught:
        updating.update(None, [str(path)], pot=path.with_suffix(".pot"))

    assert caught.value.exit_code is ExitCode.FILE
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == [path, path.with_suffix(".pot")]


def test_a_draft_with_a_fault_writes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that would take a translator's comment."""
    before = path.read_bytes().replace(b'\nmsgid "Pens"', b'\n# Keine Kulis.\nmsgid "Pens"')
    path.write_bytes(before)

    def bare(entry: Entry, forms: Sequence[str], by: str, on: date) -> Entry:
        return with_draft(entry, forms, by, on).replace(comments=())

    monkeypatch.setattr(drafting, "with_draft", bare)

    with pytest.raises(FileError, match=r'the comment "Keine Kulis." of "Pens" would be lost'):
        drafting.draft(None, [str(path)], drafting.Order("pseudo", DAY), print)

    assert path.read_bytes() == before


def test_an_approval_with_a_fault_writes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that would take a translator's comment."""

    def bare(entry: Entry, by: str, on: date) -> Entry:
        return approve(entry, by, on).replace(comments=())

    monkeypatch.setattr(approving, "approve", bare)
    before = path.read_bytes()

    with pytest.raises(FileError, match=r'the comment "Alle, nicht nur neue." of "Books" would be lost'):
        _approve_all(path)

    assert path.read_bytes() == before


def test_an_approval_clears_no_mark_but_those_it_was_asked_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another entry's fuzzy flag is not its to clear."""
    sound = Catalogue.map
    letters = Entry("Letters", ("Briefe",), comments=("Oder Schreiben?",))
    monkeypatch.setattr(Catalogue, "map", lambda all_, changed: sound(all_, {**changed, letters.key: letters}))
    before = path.read_bytes()

    with pytest.raises(FileError, match='the flag "fuzzy" of "Letters" would be lost'):
        _approve_all(path)

    assert path.read_bytes() == before


def _approve_all(path: Path) -> None:
    approving.approve_entries(None, [str(path)], approving.Reviewer("reviewer", DAY), approving.Choice.ALL)
