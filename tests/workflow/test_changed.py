"""What a branch touched: the findings on entries that differ from those of a revision of git."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n_tool.errors import UsageError
from l10n_tool.workflow.changed import only_changed
from l10n_tool.workflow.check import check

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"PO-Revision-Date: 2026-01-01\\n"\n"MIME-Version: 1.0\\n"\n'
CHARSET = (
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: {}\\n"\n\n'
)
WRONG = 'msgid "Since 1992"\nmsgstr "Depuis 1993"\n\n'
OTHER = 'msgid "Until 2004"\nmsgstr "Jusqu’en 2005"\n\n'
PLURAL = "nplurals=2; plural=n > 1;"

Git = Callable[..., str]


def catalogue(*entries: str, plural: str = PLURAL) -> str:
    return HEADER + CHARSET.format(plural) + "".join(entries)


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Return git in a repository with one commit, of a catalogue with one wrong year."""
    monkeypatch.chdir(tmp_path)
    for name, value in (("NAME", "tests"), ("EMAIL", "tests@example.org")):
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def run(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], capture_output=True, check=True, text=True).stdout

    run("init", "--quiet", "--initial-branch=main")
    Path("fr.po").write_text(catalogue(WRONG), encoding="utf-8")
    run("add", ".")
    run("commit", "--quiet", "-m", "one")
    return run


def told(revision: str, *names: str) -> list[str]:
    """Return the sources of the errors that are told."""
    files = names or ("fr.po",)
    return [f.msgid for f in only_changed(None, files, check(None, files), revision).findings if f.severity == "error"]


def test_only_an_entry_that_differs_counts(git: Git) -> None:
    """The old fault is nobody's doing here; a new one is, wherever in the file it stands."""
    before = told("HEAD")
    Path("fr.po").write_text(catalogue(OTHER, WRONG), encoding="utf-8")

    assert (before, told("HEAD")) == ([], ["Until 2004"])


@pytest.mark.parametrize(
    "entry",
    [
        WRONG.replace("1993", "1994"),
        f"# a comment\n{WRONG}",
        f"#, python-format\n{WRONG}",
        WRONG.replace("msgid", 'msgctxt "a"\nmsgid'),
    ],
)
def test_an_entry_differs_in_its_forms_comments_flags_and_context(entry: str, git: Git) -> None:
    """All that a person or a tool may have done to it."""
    Path("fr.po").write_text(catalogue(entry), encoding="utf-8")

    assert told("HEAD") == ["Since 1992"]


def test_a_reference_or_a_date_is_no_change(git: Git) -> None:
    """Every update and every editor writes them."""
    text = catalogue(f"#: a.py:3\n#. a note\n{WRONG}").replace("2026-01-01", "2026-02-02")
    Path("fr.po").write_text(text, encoding="utf-8")

    assert told("HEAD") == []


def test_a_header_counts_if_it_changed(git: Git) -> None:
    """It is nobody's entry."""
    Path("fr.po").write_text(catalogue(WRONG, plural="nplurals=1; plural=n;"), encoding="utf-8")

    assert set(told("HEAD")) == {""}


def test_a_header_is_the_same_with_another_date(git: Git) -> None:
    """Whatever else is wrong with it."""
    text = catalogue(plural="nplurals=1; plural=n;")
    Path("fr.po").write_text(text, encoding="utf-8")
    git("commit", "--quiet", "-am", "header")
    Path("fr.po").write_text(text.replace("2026-01-01", "2026-02-02") + OTHER, encoding="utf-8")

    assert told("HEAD") == ["Until 2004"]


def test_what_is_said_of_the_whole_catalogue_counts_if_any_entry_changed(git: Git) -> None:
    """It stands at the first entry that is not ready, which may be an old one."""
    waiting = 'msgid "Go on."\nmsgstr ""\n\n'
    Path("fr.po").write_text(catalogue(waiting), encoding="utf-8")
    git("commit", "--quiet", "-am", "waiting")
    Path("fr.po").write_text(catalogue(waiting, waiting.replace("Go on", "Come in")), encoding="utf-8")

    found = only_changed(None, ["fr.po"], check(None, ["fr.po"]), "HEAD").findings

    assert [(finding.check, finding.msgid) for finding in found] == [("completeness", "Go on.")]


def test_a_link_to_a_file_is_that_file(git: Git) -> None:
    """In git a link is a text, the path that it leads to."""
    Path("link.po").symlink_to("fr.po")
    git("add", ".")
    git("commit", "--quiet", "-m", "link")
    Path("fr.po").write_text(catalogue(WRONG, OTHER), encoding="utf-8")

    assert told("HEAD", "link.po") == ["Until 2004"]


def test_all_of_a_file_counts_that_the_revision_does_not_have(git: Git) -> None:
    """Or that could not be read then."""
    Path("new.po").write_text(catalogue(WRONG), encoding="utf-8")
    Path("old.po").write_text('msgid "', encoding="utf-8")
    git("add", "old.po")
    git("commit", "--quiet", "-m", "broken")
    Path("old.po").write_text(catalogue(WRONG), encoding="utf-8")

    assert told("HEAD", "new.po", "old.po") == ["Since 1992", "Since 1992"]


def test_a_file_that_cannot_be_read_any_more_counts_whole(git: Git) -> None:
    """The branch broke it."""
    Path("fr.po").write_text('msgid "', encoding="utf-8")

    assert told("HEAD") == [""]


def test_what_others_did_on_the_other_branch_is_not_told(git: Git) -> None:
    """A branch is held against where it began, as in a pull request."""
    git("checkout", "--quiet", "-b", "topic")
    Path("fr.po").write_text(catalogue(WRONG, OTHER), encoding="utf-8")
    git("commit", "--quiet", "-am", "other")
    git("checkout", "--quiet", "main")
    Path("fr.po").write_text(catalogue(WRONG.replace("1993", "1992")), encoding="utf-8")
    git("commit", "--quiet", "-am", "mended")
    git("checkout", "--quiet", "topic")

    assert told("main") == ["Until 2004"]


def test_histories_that_share_nothing_are_compared_as_they_are(git: Git) -> None:
    """As in a clone without its history."""
    git("checkout", "--quiet", "--orphan", "topic")
    Path("fr.po").write_text(catalogue(WRONG, OTHER), encoding="utf-8")
    git("commit", "--quiet", "-am", "other")

    assert told("main") == ["Until 2004"]


def test_a_file_in_a_folder_is_found_by_any_name(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """From another folder, through a link, and with a name that git would take for a pattern."""
    Path("a").mkdir()
    Path("a/:(top)*.po").write_text(catalogue(WRONG), encoding="utf-8")
    Path("link").symlink_to("a")
    git("add", ".")
    git("commit", "--quiet", "-m", "two")
    Path("a/:(top)*.po").write_text(catalogue(WRONG, OTHER), encoding="utf-8")
    Path("b").mkdir()

    inside = told("HEAD", "link/:(top)*.po")
    monkeypatch.chdir("b")

    assert inside == told("HEAD", "../a/:(top)*.po") == ["Until 2004"]


def test_a_hook_s_surroundings_do_not_lead_astray(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """git names the repository to its hooks, from the folder that it runs them in."""
    Path("a").mkdir()
    Path("a/fr.po").write_text(catalogue(WRONG), encoding="utf-8")
    monkeypatch.setenv("GIT_DIR", ".git")

    assert told("HEAD", "a/fr.po") == ["Since 1992"]


@pytest.mark.parametrize("revision", ["none", "", "--help", "--output=x", "-", "HEAD:fr.po", "a\0b", "^HEAD", "a..b"])
def test_what_is_no_revision_is_said_and_never_an_option(revision: str, git: Git) -> None:
    """Whatever a workflow was made to pass on."""
    with pytest.raises(UsageError, match="git knows no revision") as error:
        told(revision)

    assert "fetch-depth: 0" in error.value.remedy
    assert [path.name for path in Path().iterdir() if path.name != ".git"] == ["fr.po"]


def test_outside_of_a_repository_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to compare with."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    Path("fr.po").write_text(catalogue(WRONG), encoding="utf-8")

    with pytest.raises(UsageError, match="not a git repository"):
        told("HEAD")


def test_without_git_it_is_said(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the one thing here that needs it."""
    monkeypatch.setenv("PATH", os.devnull)

    with pytest.raises(UsageError, match="git cannot be run"):
        told("HEAD")
