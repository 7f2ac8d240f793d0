"""merge, by itself and as the merge driver of a real git."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Final

import pytest

from conftest import lacking
from l10n_tool.catalogue import Catalogue, parse_catalogue
from l10n_tool.catalogue.three_way import MergedVersions
from l10n_tool.storage import rewrite
from running import Cli

HEADER: Final = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
NAME: Final = "po files/fr's.po"

Git = Callable[..., "subprocess.CompletedProcess[str]"]


def po(**texts: str) -> str:
    """Return a catalogue of these messages."""
    return "\n".join([HEADER, *(f'msgid "{msgid}"\nmsgstr "{text}"\n' for msgid, text in texts.items())])


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Return a folder with three versions of a catalogue; two texts of one entry differ."""
    (tmp_path / "base.po").write_text(po(a="", b="", c=""))
    (tmp_path / "ours.po").write_text(po(a="A", b="", c="C"))
    (tmp_path / "theirs.po").write_text(po(a="", b="B", c="CC"))
    return tmp_path


MERGED: Final = f'{po(a="A", b="B")}\n# other translation: "CC"\n#, fuzzy\nmsgid "c"\nmsgstr "C"\n'


def test_the_merge_goes_to_ours(three: Path, cli: Cli) -> None:
    """Where git expects it; what a person must decide is told on standard error."""
    result = cli(three, "merge", "base.po", "ours.po", "theirs.po")

    assert result.exit_code == 0
    assert (three / "ours.po").read_text() == MERGED
    assert result.stdout == ""
    assert result.stderr == (
        "ours.po: merged, 1 from ours, 1 from theirs, 1 with two texts\n"
        "ours.po:14: two texts, kept as stale: c\n"
        "  msgstr:  C\n"
        "  comment: CC\n"
    )


def test_the_merge_goes_to_another_file(three: Path, cli: Cli) -> None:
    """And ours stays as it is."""
    before = (three / "ours.po").read_bytes()

    result = cli(three, "merge", "base.po", "ours.po", "theirs.po", "-o", "new/merged.po", "--fail-on-conflict")

    assert result.exit_code == 1
    assert (three / "new" / "merged.po").read_text() == MERGED
    assert (three / "ours.po").read_bytes() == before


@pytest.mark.parametrize("base", ["empty.po", "missing.po", "/dev/null"])
def test_without_a_common_version_nothing_is_lost(three: Path, cli: Cli, base: str) -> None:
    """Git gives an empty file where both sides added one."""
    (three / "empty.po").touch()

    result = cli(three, "merge", base, "ours.po", "theirs.po")

    assert result.exit_code == 0
    assert (three / "ours.po").read_text() == MERGED
    assert "there is no common version" in result.stderr


def test_a_version_that_cannot_be_read_leaves_ours_alone(three: Path, cli: Cli) -> None:
    """The message names the file as the user knows it, the side, and what to do."""
    (three / "theirs.po").write_text(f"{HEADER}\n<<<<<<< ours\n")
    before = (three / "ours.po").read_bytes()

    result = cli(three, "merge", "base.po", "ours.po", "theirs.po", "--name", "locales/fr.po")

    assert result.exit_code == 3
    assert (three / "ours.po").read_bytes() == before
    assert "locales/fr.po (theirs):6:1: a conflict marker" in result.stderr
    assert "locales/fr.po: not merged; git keeps our side of it as a conflict" in result.stderr


def test_a_missing_side_is_told(three: Path, cli: Cli) -> None:
    """Only the base may be missing."""
    for names in (("base.po", "no.po", "theirs.po"), ("base.po", "ours.po", "no.po")):
        result = cli(three, "merge", *names)

        assert result.exit_code == 3
        assert "no.po: No such file or directory" in result.stderr


@pytest.mark.parametrize("option", [(), ("-o", "ours.po")], ids=["", "-o"])
def test_what_an_editor_saves_meanwhile_is_merged_too(
    option: tuple[str, ...], three: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is looked at again right before it is replaced, and merged as it stands then."""

    def saving_between(path: Path, make: Callable[[bytes], bytes]) -> bool:
        make(path.read_bytes())
        path.write_text(po(a="A", b="", c="C", d="D"))
        return rewrite(path, make)

    monkeypatch.setattr("l10n_tool.workflow.merging.rewrite", saving_between)

    assert cli(three, "merge", "base.po", "ours.po", "theirs.po", *option).exit_code == 0
    assert (three / "ours.po").read_text() == f'{MERGED}\nmsgid "d"\nmsgstr "D"\n'


@pytest.mark.parametrize("wrong", [po(a="A"), po(a="A", b="B", c="C").replace('"b"', '"a"')])
def test_a_merge_that_went_wrong_writes_nothing(
    three: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    """What would be lost, or could not be read again, is seen before it is written."""
    entries = [entry for text in wrong.split("\n\n") for entry in parse_catalogue(text.encode()).entries]
    merged = MergedVersions(Catalogue(tuple(entries)))
    monkeypatch.setattr("l10n_tool.workflow.merging.merge_versions", lambda *_: merged)
    before = (three / "ours.po").read_bytes()

    result = cli(three, "merge", "base.po", "ours.po", "theirs.po")

    assert result.exit_code == 3
    assert "Nothing was written" in result.stderr
    assert (three / "ours.po").read_bytes() == before


def test_merge_takes_three_files_and_install_none(three: Path, cli: Cli) -> None:
    """Anything else is wrong usage."""
    assert cli(three, "merge", "base.po").exit_code == 2
    for more in (("base.po",), ("-o", "x.po"), ("--name", "fr.po")):
        result = cli(three, "merge", "--install", *more)

        assert result.exit_code == 2
        assert "--install takes no files" in result.stderr


def test_install_needs_a_repository(tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of one, and without git, it is one message with what to do."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    outside = cli(tmp_path, "merge", "--install")
    monkeypatch.setenv("PATH", str(tmp_path))
    without = cli(tmp_path, "merge", "--install")

    assert outside.exit_code == 2
    assert "not a git repository" in outside.stderr
    assert "-C" in outside.stderr
    assert without.exit_code == 2
    assert "git cannot be run: No such file or directory" in without.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Return a function that runs git in a repository of its own, with our program on its path."""
    if which("git") is None:
        lacking("git is not installed", "apt install git")
    root = tmp_path / "repo"
    root.mkdir()
    (tmp_path / "gitconfig").write_text("[user]\nname = A\nemail = a@example.org\n[init]\ndefaultBranch = main\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)

    def run(*arguments: str, code: int = 0) -> "subprocess.CompletedProcess[str]":
        command = ["git", *arguments]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == code, done.stdout + done.stderr
        return done

    run("init", "-q")
    return run


@pytest.fixture
def repo(tmp_path: Path, git: Git, cli: Cli) -> Path:
    """Return a repository that merges by entry, with one catalogue; its name has a space and a quotation mark."""
    root = tmp_path / "repo"
    assert cli(root, "merge", "--install").exit_code == 0
    (root / NAME).parent.mkdir()
    commit(root, git, po(a="", b="", c=""))
    return root


def commit(root: Path, git: Git, text: str, name: str = NAME) -> None:
    """Commit a version of a catalogue."""
    (root / name).write_text(text)
    git("add", "-A")
    git("commit", "-qm", "a version")


def branches(root: Path, git: Git, ours: str, theirs: str, name: str = NAME) -> None:
    """Make a branch ``theirs`` with one version, and go on with another one."""
    git("checkout", "-qb", "theirs")
    commit(root, git, theirs, name)
    git("checkout", "-q", "main")
    commit(root, git, ours, name)


def test_install_says_what_it_did_and_does_it_once(tmp_path: Path, git: Git, cli: Cli) -> None:
    """What stands in the file is kept, its line ends too."""
    root = tmp_path / "repo"
    (root / "sub").mkdir()
    (root / ".gitattributes").write_bytes(b"*.md text\r\n*.po  merge=l10n-tool")

    first = cli(tmp_path, "-C", str(root / "sub"), "merge", "--install")
    second = cli(root, "merge", "--install", "--fail-on-conflict")

    program = which("l10n-tool")
    assert first.exit_code == second.exit_code == 0
    assert (root / ".gitattributes").read_bytes() == (
        b"*.md text\r\n*.po  merge=l10n-tool\r\n*.pot merge=l10n-tool\r\n"
    )
    assert f"git config merge.l10n-tool.driver: {program} merge %O %A %B --name %P\n" in first.stdout
    assert "added; commit this file" in first.stdout
    assert "already there" in second.stdout
    assert "Every clone needs this once: l10n-tool merge --install" in first.stderr
    driver = git("config", "--get-all", "merge.l10n-tool.driver").stdout
    assert driver == f"{program} merge %O %A %B --name %P --fail-on-conflict\n"


@pytest.mark.parametrize(
    ("attributes", "added"),
    [
        ("*.po merge=l10n-tool\n*.pot merge=l10n-tool\n*.po text merge=union\n", "*.po merge=l10n-tool\n"),
        ("*.po merge=l10n-tool\n*.pot merge=l10n-tool\n* -merge\n", "*.po merge=l10n-tool\n*.pot merge=l10n-tool\n"),
        ("*.po binary\n*.pot merge=l10n-tool", "\n*.po merge=l10n-tool\n"),
        ("*.po merge=union\n*.po[t] text merge=l10n-tool\n*.po text merge=l10n-tool eol=lf\n", ""),
        ("*.po merge=l10n-tool\n*.pot merge=l10n-tool\n# * merge=union\n*.md merge=union\nold/*.po -merge\n", ""),
    ],
)
def test_install_makes_sure_that_its_lines_count(
    attributes: str, added: str, tmp_path: Path, git: Git, cli: Cli
) -> None:
    """Of two lines about a file git takes the last."""
    root = tmp_path / "repo"
    (root / ".gitattributes").write_text(attributes)

    assert cli(root, "merge", "--install").exit_code == 0

    assert (root / ".gitattributes").read_text() == attributes + added
    for name in ("x.po", "po/x.pot"):
        assert git("check-attr", "merge", "--", name).stdout == f"{name}: merge: l10n-tool\n"


def test_a_program_that_is_not_on_the_path_is_called_by_its_interpreter(
    tmp_path: Path, git: Git, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with python -m l10n_tool in an environment that is not active; a module of the repository is not run."""
    monkeypatch.setenv("PATH", str(Path(which("git") or "").parent))
    assert which("l10n-tool") is None
    root = tmp_path / "repo"
    assert cli(root, "merge", "--install").exit_code == 0
    (root / "l10n_tool.py").write_text("raise SystemExit(1)\n")
    commit(root, git, po(a="", b=""), "fr.po")
    branches(root, git, po(a="", b="B"), po(a="A", b=""), "fr.po")

    git("merge", "-q", "--no-edit", "theirs")

    assert (root / "fr.po").read_text() == po(a="A", b="B")


def test_a_program_with_spaces_and_percent_signs_is_called(
    tmp_path: Path, git: Git, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path of a program is a word to the shell, whatever it holds."""
    folder = tmp_path / "100%A $(touch x) 'q'"
    folder.mkdir()
    program = which("l10n-tool")
    assert program
    (folder / "l10n-tool").symlink_to(program)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    root = tmp_path / "repo"
    assert cli(root, "merge", "--install").exit_code == 0
    commit(root, git, po(a="", b=""), "fr.po")
    branches(root, git, po(a="", b="B"), po(a="A", b=""), "fr.po")

    git("merge", "-q", "--no-edit", "theirs")

    assert (root / "fr.po").read_text() == po(a="A", b="B")
    assert not (root / "x").exists()


def test_git_merges_different_entries(repo: Path, git: Git) -> None:
    """Side by side, where lines alone would be a conflict."""
    branches(repo, git, po(a="A", b="", c=""), po(a="", b="B", c=""))

    said = git("merge", "--no-edit", "theirs").stderr

    assert (repo / NAME).read_text() == po(a="A", b="B", c="")
    assert f"{NAME}: merged, 1 from ours, 1 from theirs" in said
    assert git("status", "--porcelain").stdout == ""


def test_git_keeps_both_texts_of_one_entry(repo: Path, git: Git) -> None:
    """Stale, without a marker and without a conflict; the gate holds it back."""
    branches(repo, git, po(a="A", b="", c="C"), po(a="", b="B", c="CC"))

    said = git("merge", "--no-edit", "theirs").stderr

    assert (repo / NAME).read_text() == MERGED
    assert f"{NAME}:14: two texts, kept as stale: c" in said
    assert git("status", "--porcelain").stdout == ""


def test_git_stops_at_two_texts_where_that_was_asked_for(repo: Path, git: Git, cli: Cli) -> None:
    """The file holds both all the same."""
    assert cli(repo, "merge", "--install", "--fail-on-conflict").exit_code == 0
    branches(repo, git, po(a="A", b="", c="C"), po(a="", b="B", c="CC"))

    git("merge", "--no-edit", "theirs", code=1)

    assert (repo / NAME).read_text() == MERGED
    assert git("diff", "--name-only", "--diff-filter=U").stdout


def test_a_rebase_and_a_picked_commit_merge_by_entry_too(repo: Path, git: Git) -> None:
    """They are merges like any other."""
    branches(repo, git, po(a="A", b="", c=""), po(a="", b="B", c=""))
    git("checkout", "-qb", "picked")

    git("cherry-pick", "theirs")
    git("checkout", "-q", "theirs")
    git("rebase", "-q", "main")

    assert (repo / NAME).read_text() == po(a="A", b="B", c="")
    assert git("show", f"picked:{NAME}").stdout == po(a="A", b="B", c="")


def test_a_file_that_both_branches_added(repo: Path, git: Git) -> None:
    """There is no common version of it."""
    git("checkout", "-qb", "theirs")
    commit(repo, git, po(a="A", b=""), "de.po")
    git("checkout", "-q", "main")
    commit(repo, git, po(a="", b="B"), "de.po")

    git("merge", "-q", "--no-edit", "theirs")

    assert (repo / "de.po").read_text() == po(a="A", b="B")


def test_an_update_on_one_branch_and_translations_on_the_other(repo: Path, git: Git, cli: Cli) -> None:
    """A translation follows its source, and one whose source is gone is kept as obsolete."""
    old = po(**{"We thank everyone who came": "Merci", "A book": "Un livre", "Open": ""})
    template = po(**{"We thank everyone who came!": "", "Open": "", "Closed": ""}).replace("Language: fr\\n", "")
    commit(repo, git, old)
    git("checkout", "-qb", "theirs")
    commit(repo, git, old.replace("Merci", "Merci à tous").replace("Un livre", "Le livre"))
    git("checkout", "-q", "main")
    (repo / "app.pot").write_text(template)
    assert cli(repo, "update", NAME, "--pot", "app.pot").exit_code == 0
    git("add", "-A")
    git("commit", "-qm", "update")

    git("merge", "-q", "--no-edit", "theirs")

    entries = {entry.msgid: entry for entry in parse_catalogue((repo / NAME).read_bytes()).entries if entry.msgid}
    assert {msgid: entry.msgstr[0] for msgid, entry in entries.items()} == {
        "We thank everyone who came!": "Merci à tous",
        "Open": "",
        "Closed": "",
        "A book": "Le livre",
    }
    assert entries["We thank everyone who came!"].fuzzy
    assert entries["A book"].obsolete


def test_a_file_that_cannot_be_read_is_a_conflict_of_git(repo: Path, git: Git) -> None:
    """Our side stays in the file, and git does not commit it."""
    branches(repo, git, po(a="A", b="", c=""), "<<<<<<< nothing that can be merged\n")

    said = git("merge", "--no-edit", "theirs", code=1)

    assert (repo / NAME).read_text() == po(a="A", b="", c="")
    assert f"{NAME} (theirs):1:1: a conflict marker" in said.stderr
    assert git("diff", "--name-only", "--diff-filter=U").stdout


@pytest.mark.parametrize("name", ["-x.po", "$(touch gone).po", "a;touch gone;.po", 'quo"te.po', "new\nline.po"])
def test_a_file_name_is_never_a_command(repo: Path, git: Git, name: str) -> None:
    """Whoever may commit a file may choose its name."""
    commit(repo, git, po(a="", b=""), name)
    git("checkout", "-qb", "theirs")
    commit(repo, git, po(a="A", b=""), name)
    git("checkout", "-q", "main")
    commit(repo, git, po(a="", b="B"), name)

    git("merge", "-q", "--no-edit", "theirs")

    assert (repo / name).read_text() == po(a="A", b="B")
    assert not (repo / "gone").exists()
    assert git("status", "--porcelain").stdout == ""
