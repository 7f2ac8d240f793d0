"""Drafts and approvals as a user makes them."""

from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from l10n_tool.catalogue import Entry, parse_catalogue
from l10n_tool.engines.pseudo import Pseudo
from l10n_tool.errors import ServiceError
from l10n_tool.provenance import State, signature, state
from running import Cli


def _entries(project: Path, locale: str = "fr") -> list[Entry]:
    path = project / f"locales/{locale}/LC_MESSAGES/messages.po"
    return list(parse_catalogue(path.read_bytes()).messages)


def _translated(project: Path, cli: Cli, *texts: str) -> None:
    """Start the French catalogue with a person's texts."""
    cli(project, "extract")
    cli(project, "init", "fr")
    path = project / "locales/fr/LC_MESSAGES/messages.po"
    po = polib.pofile(str(path))
    for entry, text in zip(po, texts, strict=False):
        entry.msgstr = text
    po.save(newline="\n")


WHOLE = ("Une lettre", "Nous remercions **tout le monde**.", "Apportez un livre.")


def test_a_draft_is_fuzzy_signed_and_not_built_until_approved(project: Path, cli: Cli) -> None:
    """The whole life of a draft, through the command line."""
    cli(project, "extract")
    cli(project, "init", "fr")

    cli(project, "draft", "fr", "--engine", "pseudo")
    held_back = cli(project, "build", "fr")
    drafts = _entries(project)
    approved = cli(project, "approve", "fr", "--by", "fr-reviewer", "--all")
    built = cli(project, "build", "fr")

    assert [state(entry) for entry in drafts] == [State.DRAFT] * 3
    assert all(entry.fuzzy and "l10n-draft: by=" in entry.comments[0] for entry in drafts)
    assert held_back.exit_code == 1
    assert "3 draft" in held_back.stdout
    assert approved.exit_code == 0
    assert [state(entry) for entry in _entries(project)] == [State.APPROVED] * 3
    assert not any(entry.fuzzy for entry in _entries(project))
    assert built.exit_code == 0
    assert (project / "build/fr/letter.html").exists()


def test_a_draft_whose_flag_a_tool_cleared_stays_out(project: Path, cli: Cli) -> None:
    """Only an approval or an edit makes machine text publishable; --cleared takes what was un-fuzzied."""
    cli(project, "extract")
    cli(project, "init", "fr")
    cli(project, "draft", "fr", "--engine", "pseudo")
    path = project / "locales/fr/LC_MESSAGES/messages.po"
    path.write_text(path.read_text().replace("#, fuzzy\n", ""))

    held_back = cli(project, "build", "fr")
    compiled = cli(project, "compile", "fr")
    approved = cli(project, "approve", "fr", "--by", "fr-reviewer", "--cleared")

    assert held_back.exit_code == 1
    assert not (project / "build/fr").exists()
    assert compiled.stdout.splitlines()[1].split()[1:3] == ["0", "3"]
    assert "3 approved" in approved.stdout


def test_drafting_fills_blanks_only(project: Path, cli: Cli) -> None:
    """A person's text is never touched, fuzzy or not."""
    _translated(project, cli, "Une lettre")

    cli(project, "draft", "fr", "--engine", "pseudo")

    assert _entries(project)[0].msgstr == ("Une lettre",)
    assert [state(entry) for entry in _entries(project)] == [State.TRANSLATED, State.DRAFT, State.DRAFT]


def test_drafting_goes_on_where_a_limit_stopped(project: Path, cli: Cli) -> None:
    """A second call takes the rest."""
    cli(project, "extract")
    cli(project, "init", "fr")

    counts = []
    for _ in range(3):
        cli(project, "draft", "fr", "--engine", "pseudo", "--limit", "1")
        counts.append(sum(entry.complete for entry in _entries(project)))

    assert counts == [1, 2, 3]


def test_an_interrupted_draft_keeps_what_was_answered_and_goes_on(
    project: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was answered is in the file; exit 130."""
    cli(project, "extract")
    cli(project, "init", "fr")
    answers = iter(["⟦Ône⟧"])
    with monkeypatch.context() as patch:
        patch.setattr(Pseudo, "translate", lambda _, text: _next_or_interrupt(answers))
        interrupted = cli(project, "draft", "fr", "--engine", "pseudo")
    after = [entry.msgstr[0] for entry in _entries(project)]

    resumed = cli(project, "draft", "fr", "--engine", "pseudo")

    assert interrupted.exit_code == 130
    assert after == ["⟦Ône⟧", "", ""]
    assert resumed.exit_code == 0
    assert _entries(project)[0].msgstr == ("⟦Ône⟧",)
    assert all(state(entry) is State.DRAFT for entry in _entries(project))


def _next_or_interrupt(answers: Iterator[str]) -> str:
    for answer in answers:
        return answer
    raise KeyboardInterrupt


def test_a_service_that_fails_is_exit_4_and_keeps_what_it_answered(
    project: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One message; what came before stands in the file."""
    cli(project, "extract")
    cli(project, "init", "fr")
    answers = iter(["⟦Ône⟧"])

    def translate(_: Pseudo, text: str) -> str:
        for answer in answers:
            return answer
        raise ServiceError("the service is down")

    monkeypatch.setattr(Pseudo, "translate", translate)
    result = cli(project, "draft", "fr", "--engine", "pseudo")

    assert result.exit_code == 4
    assert "the service is down" in result.stderr
    assert [entry.complete for entry in _entries(project)] == [True, False, False]


def test_a_dry_run_sends_and_writes_nothing(project: Path, cli: Cli) -> None:
    """It says how many characters would go to which service."""
    cli(project, "extract")
    cli(project, "init", "fr")
    before = (project / "locales/fr/LC_MESSAGES/messages.po").read_bytes()

    result = cli(project, "draft", "fr", "--engine", "google", "--dry-run")

    assert result.exit_code == 0, result.output
    assert "google" in result.stdout
    assert (project / "locales/fr/LC_MESSAGES/messages.po").read_bytes() == before


def test_memory_drafts_what_was_translated_elsewhere_in_the_project(project: Path, cli: Cli) -> None:
    """Another domain of the same locale is memory, and its text is a draft still."""
    _translated(project, cli, *WHOLE)
    path = project / "locales/fr/LC_MESSAGES/messages.po"
    path.rename(path.with_name("older.po"))
    cli(project, "init", "fr")

    result = cli(project, "draft", "fr", "--engine", "memory")

    assert result.exit_code == 0
    assert [entry.msgstr[0] for entry in _entries(project)] == list(WHOLE)
    assert {state(entry) for entry in _entries(project)} == {State.DRAFT}


def test_approval_by_sig_takes_the_entry_that_was_read(project: Path, cli: Cli) -> None:
    """A sig that no entry has any more is refused, and nothing is approved."""
    _translated(project, cli, *WHOLE)
    wanted = signature(_entries(project)[1])

    approved = cli(project, "approve", "fr", "--by", "fr-reviewer", "--id", wanted)
    refused = cli(project, "approve", "fr", "--by", "fr-reviewer", "--id", "0123456789abcdef")

    assert "1 approved" in approved.stdout
    assert [state(e) for e in _entries(project)] == [State.TRANSLATED, State.APPROVED, State.TRANSLATED]
    assert refused.exit_code == 2


def test_an_edit_after_the_approval_voids_it(project: Path, cli: Cli) -> None:
    """Approved is what was read, not what it became."""
    _translated(project, cli, *WHOLE)
    cli(project, "approve", "fr", "--by", "fr-reviewer", "--all")
    path = project / "locales/fr/LC_MESSAGES/messages.po"
    path.write_text(path.read_text().replace("Une lettre", "Une autre lettre"))

    strict = cli(project, "build", "fr", "--require", "approved")

    assert state(_entries(project)[0]) is State.TRANSLATED
    assert strict.exit_code == 1
    assert cli(project, "build", "fr").exit_code == 0


def test_an_entry_with_an_error_finding_is_not_approved(project: Path, cli: Cli) -> None:
    """Unless the reviewer says that it is right all the same."""
    _translated(project, cli, "Une lettre", "Nous remercions tout le monde.", "Apportez un livre.")

    refused = cli(project, "approve", "fr", "--by", "fr-reviewer", "--all")
    forced = cli(project, "approve", "fr", "--by", "fr-reviewer", "--all", "--despite-findings")

    assert refused.exit_code == 1
    assert "bold" in refused.stdout
    assert forced.exit_code == 0


def test_approve_all_leaves_stale_entries_to_be_read(project: Path, cli: Cli) -> None:
    """Their source changed under them; they go by their sig."""
    _translated(project, cli, *WHOLE)
    document = project / "source/letter.md"
    document.write_text(document.read_text().replace("Bring a book.", "Bring a good book."))
    cli(project, "extract")
    cli(project, "update", "fr")

    result = cli(project, "approve", "fr", "--by", "fr-reviewer", "--all")

    assert "2 approved, 1 stale left" in result.stdout
    stale = _entries(project)[2]
    assert state(stale) is State.STALE
    assert stale.previous is not None
    assert stale.previous.msgid == "Bring a book."


def test_an_unknown_engine_is_wrong_usage(project: Path, cli: Cli) -> None:
    """The known ones are named."""
    cli(project, "extract")
    cli(project, "init", "fr")

    result = cli(project, "draft", "fr", "--engine", "babelfish")

    assert result.exit_code == 2
    assert "apertium" in result.stderr
