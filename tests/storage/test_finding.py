"""Files of a project, found by patterns."""

from pathlib import Path

import pytest

from l10n_tool.errors import FileError
from l10n_tool.storage import contained, find_files, find_names, relative_name


def test_files_are_found_once_and_sorted(tmp_path: Path) -> None:
    """By name, whatever order the file system has."""
    for name in ("b.md", "a.md", "sub/c.md", "sub/deep/d.md", "x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")

    found = find_files(tmp_path, ["**/*.md", "*.md", "sub/*.md"])

    assert [relative_name(path, tmp_path) for path in found] == ["a.md", "b.md", "sub/c.md", "sub/deep/d.md"]


def test_hidden_and_outside_files_are_left_out(tmp_path: Path) -> None:
    """Names that begin with a dot, links that lead out, folders, and '..' in a pattern."""
    root, outside = tmp_path / "project", tmp_path / "outside"
    for path in (root / ".hidden.md", root / ".git" / "x.md", root / "ok.md", outside / "secret.md"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    (root / "link.md").symlink_to(outside / "secret.md")
    (root / "folder").symlink_to(outside)
    (root / "dir.md").mkdir()
    (root / "inside.md").symlink_to("ok.md")

    found = find_files(root, ["**/*.md", "../outside/*.md", "x/../../outside/*.md", "folder/*.md", ".git/*.md"])

    assert [relative_name(path, root) for path in found] == ["inside.md", "ok.md"]


@pytest.mark.parametrize("pattern", ["/etc/*", "", "**x/*.md", "a\0b"])
def test_a_pattern_that_means_nothing_is_an_error_or_finds_nothing(pattern: str, tmp_path: Path) -> None:
    """And no traceback."""
    (tmp_path / "a.md").write_bytes(b"")

    try:
        found = find_files(tmp_path, [pattern])
    except FileError as error:
        assert str(tmp_path) in str(error) or pattern in str(error)  # noqa: PT017
        return

    assert found == []


def test_containment_follows_links_and_compares_whole_names(tmp_path: Path) -> None:
    """A common beginning of two names is no containment."""
    (tmp_path / "a").mkdir()
    (tmp_path / "ab").mkdir()
    (tmp_path / "a" / "out").symlink_to(tmp_path / "ab")

    assert contained(tmp_path / "a", tmp_path / "a" / "x" / "y")
    assert contained(tmp_path / "a", tmp_path / "a" / "out" / ".." / "a")
    assert not contained(tmp_path / "a", tmp_path / "ab" / "x")
    assert not contained(tmp_path / "a", tmp_path / "a" / "out" / "x")


def test_names_in_references_are_relative_with_slashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the same project gives the same bytes wherever it lies."""
    monkeypatch.chdir(tmp_path)

    assert relative_name(Path("source/a.md"), Path()) == "source/a.md"
    assert relative_name(tmp_path / "source" / ".." / "b.md", tmp_path) == "b.md"
    assert relative_name(Path("/elsewhere/c.md"), tmp_path) == "/elsewhere/c.md"


@pytest.mark.parametrize(
    "pattern",
    ["*.md", "**/*.md", "a/**/*.md", "a/*.md",
     "*/c.md", "a/**", "**", "**/b/*", "?.md", "[ab].md", "[!a].md", "a/b/c.md",
     "a/[bc]*/**/*.txt", "*", "a*/*.m?", "x/*.md", "**/**/c.md"],
)  # fmt: skip
def test_patterns_mean_what_they_mean_to_pathlib(pattern: str, tmp_path: Path) -> None:
    """The library is the oracle."""
    for name in ("a.md", "b.md", "c.txt", "a/a.md", "a/b/c.md", "a/b/d.txt", "a/bb/e/f.txt", "b/c.md", "b/a/b/x.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    # From Python 3.13 on, a pattern that ends in ** finds files too; before it found folders only.
    wanted = f"{pattern}/*" if pattern.endswith("**") else pattern

    found = find_names(tmp_path, pattern)

    expected = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.glob(wanted) if path.is_file())
    assert found == expected
