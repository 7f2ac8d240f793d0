"""Drafting into a file: no answer is lost, no person's text is touched, and twice the blanks take twice the time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue, parse_catalogue
from l10n_tool.drafting import Rejected
from l10n_tool.engines.pseudo import Pseudo
from l10n_tool.errors import FileError, ServiceError
from l10n_tool.provenance import State, state
from l10n_tool.workflow import draft as step
from l10n_tool.workflow import files

DAY: Final = date(2026, 11, 22)
HEADER: Final = Entry(
    "", ("Language: de\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n",)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of a catalogue with a hundred blanks."""
    path = tmp_path / "de.po"
    path.write_bytes(format_catalogue(Catalogue((HEADER, *(Entry(f"Book {n}") for n in range(100))))))
    return path


def _draft(path: Path) -> step.DraftedCatalogue:
    return step.draft(None, [str(path)], step.Order("pseudo", DAY), lambda _: None)[0]


def _texts(path: Path) -> dict[str, tuple[str, ...]]:
    return {entry.msgid: entry.msgstr for entry in parse_catalogue(path.read_bytes()).messages if any(entry.msgstr)}


@dataclass
class Bench:
    """A clock that only work moves: so many seconds an answer, one second a write; with the writes counted."""

    answer: float = 0.0
    now: float = 0.0
    writes: list[int] = field(default_factory=list)

    def translate(self, text: str) -> str:
        self.now += self.answer
        return f"⟦{text}⟧"

    def rewrite(self, file: files.CatalogueFile, *args: object, **options: object) -> files.CatalogueFile:
        self.now += 1
        written = files.rewrite_catalogue(file, *args, **options)  # type: ignore[arg-type]  # passed on as they came
        self.writes.append(sum(entry.complete for entry in written.catalogue.messages))
        return written


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Put drafting on a clock of the test's own."""
    bench = Bench()
    monkeypatch.setattr("l10n_tool.workflow.draft.monotonic", lambda: bench.now)
    monkeypatch.setattr("l10n_tool.workflow.draft.rewrite_catalogue", bench.rewrite)
    monkeypatch.setattr(Pseudo, "translate", lambda _, text: bench.translate(text))
    return bench


def test_each_answer_of_a_slow_engine_is_written_at_once(path: Path, bench: Bench) -> None:
    """A write costs less than a tenth of the time that the answer took."""
    bench.answer = 11

    _draft(path)

    assert bench.writes == list(range(1, 101))


@pytest.mark.parametrize(("answer", "writes"), [(0, [1, 100]), (1, [1, 11, 21, 31, 41, 51, 61, 71, 81, 91, 100])])
def test_answers_of_a_fast_engine_share_a_write(path: Path, bench: Bench, answer: float, writes: list[int]) -> None:
    """However many there are, writing takes no more than a tenth of the time, but for the first and the last."""
    bench.answer = answer

    result = _draft(path)

    assert bench.writes == writes
    assert result.by_engine == len(_texts(path)) == 100


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ServiceError("the service is down"), MemoryError()])
@pytest.mark.parametrize("answered", [0, 1, 2, 57, 99])
def test_no_answer_is_lost_however_the_drafting_ends(
    path: Path, bench: Bench, error: BaseException, answered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupt, a failing service, a fault: what was answered is in the file, and the next call does the rest."""
    answers = iter(range(answered))

    def translate(_: Pseudo, text: str) -> str:
        if next(answers, None) is None:
            raise error
        return bench.translate(text)

    monkeypatch.setattr(Pseudo, "translate", translate)
    with pytest.raises(type(error)):
        _draft(path)
    kept = _texts(path)
    monkeypatch.setattr(Pseudo, "translate", lambda _, text: bench.translate(text))

    rest = _draft(path)

    assert kept == {f"Book {n}": (f"⟦Book {n}⟧",) for n in range(answered)}
    assert rest.by_engine == 100 - answered
    assert {state(entry) for entry in parse_catalogue(path.read_bytes()).messages} == {State.DRAFT}


def test_an_interrupt_of_a_write_loses_nothing(path: Path, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be written then is written on the way out."""
    tried: list[int] = []

    def interrupted(file: files.CatalogueFile, *args: object, **options: object) -> files.CatalogueFile:
        tried.append(len(tried))
        if len(tried) == 1:
            raise KeyboardInterrupt
        return bench.rewrite(file, *args, **options)

    monkeypatch.setattr("l10n_tool.workflow.draft.rewrite_catalogue", interrupted)

    with pytest.raises(KeyboardInterrupt):
        _draft(path)

    assert bench.writes == [1]
    assert list(_texts(path)) == ["Book 0"]


def test_a_file_that_cannot_be_written_ends_the_drafting_at_once(
    path: Path, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing more is asked for that could not be kept, and the write is not tried again."""
    tried: list[int] = []

    def failing(*args: object, **options: object) -> files.CatalogueFile:
        tried.append(len(tried))
        raise FileError("de.po: cannot be written: No space left on device")

    monkeypatch.setattr("l10n_tool.workflow.draft.rewrite_catalogue", failing)

    with pytest.raises(FileError, match="No space left"):
        _draft(path)

    assert tried == [0]


#: Has an editor save a file, as a function of its text makes it, when the last of its blanks is asked for.
Saved = Callable[[Path, Callable[[str], str]], None]


@pytest.fixture
def saved_meanwhile(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Saved:
    """Return a way to have an editor save a file when the last of its blanks is asked for."""

    def at_the_end(path: Path, edit: Callable[[str], str]) -> None:
        last = list(parse_catalogue(path.read_bytes()).messages)[-1].msgid

        def translate(_: Pseudo, text: str) -> str:
            if text == last:
                path.write_text(edit(path.read_text("utf-8")), "utf-8")
            if text == "Book 7":
                raise Rejected("It is not for translation.")
            return bench.translate(text)

        monkeypatch.setattr(Pseudo, "translate", translate)

    return at_the_end


def test_what_a_person_filled_or_removed_meanwhile_stays_so(path: Path, saved_meanwhile: Saved) -> None:
    """The drafts go into what is still blank, and the report counts those only."""

    def edit(text: str) -> str:
        filled = text.replace('msgid "Book 50"\nmsgstr ""', 'msgid "Book 50"\nmsgstr "Buch 50"')
        return filled.replace('\nmsgid "Book 51"\nmsgstr ""\n', "")

    saved_meanwhile(path, edit)

    result = _draft(path)

    texts = _texts(path)
    assert texts["Book 50"] == ("Buch 50",)
    assert "Book 51" not in texts
    assert (result.blank, result.by_engine, len(result.rejected)) == (100, 97, 1)
    assert len(texts) == 98


@pytest.mark.parametrize(
    ("old", "new"),
    [('msgid_plural "Books"', 'msgid_plural "Volumes"'), ("nplurals=2; plural=n != 1", "nplurals=1; plural=0")],
)
def test_a_draft_of_a_plural_that_became_another_one_is_dropped(
    tmp_path: Path, saved_meanwhile: Saved, old: str, new: str
) -> None:
    """It would be of another source, or have too many forms."""
    blank = ("", "")
    entries = (Entry("Pen", blank, msgid_plural="Pens"), Entry("Book", blank, msgid_plural="Books"), Entry("Last"))
    path = tmp_path / "de.po"
    path.write_bytes(format_catalogue(Catalogue((HEADER, *entries))))
    saved_meanwhile(path, lambda text: text.replace(old, new))

    result = _draft(path)

    assert _texts(path) == {"Pen": ("⟦Pen⟧", "⟦Pens⟧"), "Last": ("⟦Last⟧",)}
    assert result.by_engine == 2


def test_a_note_on_a_draft_that_found_no_room_is_not_told(tmp_path: Path, saved_meanwhile: Saved) -> None:
    """There is nothing to read with care."""
    path = tmp_path / "de.po"
    path.write_bytes(format_catalogue(Catalogue((HEADER, *map(Entry, ["First", "1", "2", "Last"])))))
    saved_meanwhile(path, lambda text: text.replace('msgid "1"\nmsgstr ""', 'msgid "1"\nmsgstr "eins"'))

    result = _draft(path)

    assert [entry.msgid for entry, _ in result.notes] == ["2"]
    assert _texts(path)["1"] == ("eins",)
