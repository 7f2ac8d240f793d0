"""Approving: what was read is what is approved, entry by entry, whatever else stands in the file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue, parse_catalogue
from l10n_tool.checks import Finding, check_catalogue
from l10n_tool.checks.standard import Standard
from l10n_tool.errors import UsageError
from l10n_tool.provenance import State, approvals, signature, state, with_draft
from l10n_tool.workflow import approve as step
from l10n_tool.workflow import files

DAY: Final = date(2026, 11, 22)
HEADER: Final = Entry(
    "", ("Language: de\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n",)
)
BOOKS: Final = Entry("Books", ("Bücher",), comments=("Alle.",))
LETTERS: Final = with_draft(Entry("Letters"), ["Briefe"], "pseudo", DAY)
BROKEN: Final = Entry("Pens\n", ("Stifte",))
EVERY: Final = {"Books": State.APPROVED, "Letters": State.APPROVED}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a place for a German catalogue."""
    return tmp_path / "de.po"


def _approve(path: Path, choice: step.Choice = step.Choice.ALL, *ids: str, despite: bool = False) -> step.Approved:
    return step.approve_entries(None, [str(path)], step.Reviewer("reviewer", DAY, despite), choice, ids)[0]


def _write(path: Path, *entries: Entry, header: Entry = HEADER) -> None:
    path.write_bytes(format_catalogue(Catalogue((header, *entries))))


def _states(path: Path) -> dict[str, State]:
    return {entry.msgid: state(entry) for entry in parse_catalogue(path.read_bytes()).messages}


def test_an_approval_by_sig_looks_at_that_entry_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a catalogue of thousands the others are not checked, and their errors are not in the way."""
    _write(path, BROKEN, BOOKS, *(Entry(f"{n} books", (f"{n} Bücher",)) for n in range(2000)))
    checked: list[int] = []

    def counted(
        catalogue: Catalogue, *, locale: str, file: str, source_locale: str, standard: Standard
    ) -> list[Finding]:
        checked.append(len(catalogue.entries))
        return check_catalogue(catalogue, locale=locale, file=file, source_locale=source_locale, standard=standard)

    monkeypatch.setattr(step, "check_catalogue", counted)

    result = _approve(path, step.Choice.ID, signature(BOOKS))

    assert [entry.msgid for entry in result.entries] == ["Books"]
    assert result.refused == ()
    assert checked == [2]


def test_the_rest_of_the_file_keeps_every_byte(path: Path) -> None:
    """One line more, and nothing else."""
    _write(path, BROKEN, BOOKS)
    before = path.read_bytes()

    _approve(path, step.Choice.ID, signature(BOOKS))

    line = f'# l10n-approved: by="reviewer" on=2026-11-22 sig={signature(BOOKS)}\n'.encode()
    assert path.read_bytes().replace(line, b"") == before


@pytest.mark.parametrize("choice", [step.Choice.ALL, step.Choice.ID])
def test_every_entry_with_an_error_is_refused_for_its_own(path: Path, choice: step.Choice) -> None:
    """Those as well of whose kind a check of a whole catalogue names the first only."""
    wrong = [Entry(name, ("eins",), msgid_plural=f"{name}s") for name in ("Cup", "Pot", "Pan")]
    right = Entry("Jug", ("Krug", "Krüge"), msgid_plural="Jugs")
    _write(path, *wrong, right, BROKEN)

    result = _approve(path, choice, *map(signature, [*wrong, right, BROKEN]))

    assert [entry.msgid for entry in result.entries] == ["Jug"]
    assert [(refusal.entry.msgid, refusal.reason.partition(":")[0]) for refusal in result.refused] == [
        ("Cup", "plural-count"),
        ("Pot", "plural-count"),
        ("Pan", "plural-count"),
        ("Pens\n", "newlines"),
    ]


def test_what_is_wrong_with_the_header_is_not_the_entry_s_fault(path: Path) -> None:
    """It is check that tells of it."""
    _write(path, BOOKS, header=HEADER.replace(msgstr=("Language: de\nContent-Type: text/html\n",)))

    assert [entry.msgid for entry in _approve(path).entries] == ["Books"]


def test_an_unknown_sig_approves_nothing_in_any_file(tmp_path: Path) -> None:
    """Not even those that are known."""
    one, other = tmp_path / "de.po", tmp_path / "fr.po"
    _write(one, BOOKS)
    _write(other, LETTERS)
    before = one.read_bytes(), other.read_bytes()
    reviewer = step.Reviewer("reviewer", DAY)

    with pytest.raises(UsageError, match="no complete entry has the sig 0123456789abcdef"):
        step.approve_entries(
            None, [str(one), str(other)], reviewer, step.Choice.ID, [signature(BOOKS), "0123456789abcdef"]
        )

    assert (one.read_bytes(), other.read_bytes()) == before


@pytest.fixture
def saved_meanwhile(path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Return a way to have an editor save the file after it was read for the approval."""

    def save(old: str, new: str) -> None:
        def late(file: files.CatalogueFile, *args: object, **options: object) -> files.CatalogueFile:
            text = path.read_text("utf-8")
            assert old in text
            path.write_text(text.replace(old, new), "utf-8")
            return files.rewrite_catalogue(file, *args, **options)  # type: ignore[arg-type]  # passed on as they came

        monkeypatch.setattr(step, "rewrite_catalogue", late)

    return save


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('msgstr "Bücher"', 'msgstr "Die Bücher"'),
        ('msgid "Books"', 'msgid "Good books"'),
        ('msgid "Books"', 'msgctxt "menu"\nmsgid "Books"'),
        ('# Alle.\nmsgid "Books"', '# Alle.\n#, fuzzy\nmsgid "Books"'),
        ('# Alle.\nmsgid "Books"\nmsgstr "Bücher"\n', ""),
    ],
)
def test_what_was_edited_or_marked_meanwhile_is_not_approved(
    path: Path, saved_meanwhile: Callable[[str, str], None], old: str, new: str
) -> None:
    """It is told as refused, and stands as it was saved; the others are approved."""
    _write(path, BOOKS, LETTERS)
    saved_meanwhile(old, new)

    result = _approve(path)

    assert [entry.msgid for entry in result.entries] == ["Letters"]
    assert [refusal.entry.msgid for refusal in result.refused] == ["Books"]
    assert result.refused[0].reason == "it was edited while it was being approved"
    assert new in path.read_text("utf-8")
    assert _states(path)["Letters"] is State.APPROVED


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("# Alle.", "# Alle, auch alte.", "# Alle, auch alte.\n"),
        ('\nmsgid "Letters"', '\n# Post?\nmsgid "Letters"', "# Post?\n"),
        ("#, fuzzy\n", "", ""),
    ],
)
def test_what_was_saved_beside_the_texts_is_kept(
    path: Path, saved_meanwhile: Callable[[str, str], None], old: str, new: str, kept: str
) -> None:
    """A comment or a cleared flag voids nothing: source and text are as they were read."""
    _write(path, BOOKS, LETTERS)
    saved_meanwhile(old, new)

    result = _approve(path)

    assert len(result.entries) == 2
    assert _states(path) == EVERY
    assert kept in path.read_text("utf-8")


def test_an_approval_that_somebody_else_gave_meanwhile_stands(
    path: Path, saved_meanwhile: Callable[[str, str], None]
) -> None:
    """It is not replaced by ours."""
    _write(path, BOOKS)
    saved_meanwhile("# Alle.\n", f'# Alle.\n# l10n-approved: by="other" on=2026-11-22 sig={signature(BOOKS)}\n')

    result = _approve(path)

    entry = next(parse_catalogue(path.read_bytes()).messages)
    assert result.entries == ()
    assert [approval.by for approval in approvals(entry)] == ["other"]
