"""A baseline: what it knows is not told again, what is new is, and what is gone is counted."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.checks import Finding
from l10n_tool.errors import FileError
from l10n_tool.workflow.baseline import Compared, compare, fingerprint, read_baseline, update_baseline
from l10n_tool.workflow.check import Checked
from reporting import a_finding


def compared(path: Path, *findings: Finding, files: tuple[str, ...] = ("fr.po",)) -> Compared:
    return compare(Checked(findings, 1, 1), path, files)


@pytest.mark.parametrize("change", [{"line": 99}, {"sig": "0" * 16}, {"marks": ()}, {"locale": "fr_CA"}])
def test_a_finding_that_moved_is_known(change: dict[str, object], tmp_path: Path) -> None:
    """By what it says of which text, not by where that stands."""
    path = tmp_path / "known.json"
    update_baseline(path, [a_finding()], ["fr.po"])

    result = compared(path, a_finding(**change))

    assert (result.checked.findings, result.known, result.gone) == ((), 1, 0)


@pytest.mark.parametrize(
    "change",
    [
        {"check": "dates"}, {"file": "de.po"}, {"msgctxt": "title"}, {"msgid": "Until 1992"},
        {"message": "1992 is missing; 1994 is too much"}, {"message": "1992 is missing (in msgstr[1])"},
    ],
)  # fmt: skip
def test_a_finding_that_says_something_else_is_new(change: dict[str, object], tmp_path: Path) -> None:
    """Also of another form of the same entry; and the known one is gone."""
    path = tmp_path / "known.json"
    update_baseline(path, [a_finding()], ["fr.po"])

    result = compared(path, a_finding(**change))

    assert (result.checked.findings, result.known, result.gone) == ((a_finding(**change),), 0, 1)


def test_what_is_known_twice_may_be_there_twice(tmp_path: Path) -> None:
    """A third one is new."""
    path = tmp_path / "known.json"
    update_baseline(path, [a_finding(), a_finding()], ["fr.po"])

    result = compared(path, a_finding(), a_finding(), a_finding(line=30))

    assert [finding.line for finding in result.checked.findings] == [30]


def test_a_catalogue_that_is_not_complete_is_known_however_much_is_missing(tmp_path: Path) -> None:
    """Each entry that is translated changes the words, and the place."""
    path = tmp_path / "known.json"
    update_baseline(path, [a_finding(check="completeness", message="3 of 9 are not ready")], ["fr.po"])

    result = compared(path, a_finding(check="completeness", message="2 of 9 are not ready", msgid="Another"))

    assert (result.known, result.gone) == (1, 0)


def test_what_is_known_of_other_files_stays(tmp_path: Path) -> None:
    """Neither gone nor forgotten where only one locale is checked."""
    path = tmp_path / "known.json"
    update_baseline(path, [a_finding(), a_finding(file="de.po")], ["fr.po", "de.po"])

    result = compared(path, files=("fr.po",))
    update_baseline(path, [], ["fr.po"])

    assert result.gone == 1
    assert [file for file, _, _ in read_baseline(path)] == ["de.po"]


def test_the_file_is_sorted_and_stays_as_it_is(tmp_path: Path) -> None:
    """In whatever order the findings come; a line for each, so that two branches merge."""
    path = tmp_path / "known.json"
    findings = [a_finding(check=check, file=file) for check in ("urls", "numbers") for file in ("fr.po", "de.po")]

    assert update_baseline(path, findings, ["fr.po", "de.po"])
    first = path.read_bytes()
    assert not update_baseline(path, findings[::-1], ["fr.po", "de.po"])

    assert path.read_bytes() == first
    table = json.loads(first)["findings"]
    assert [(file, list(checks)) for file, checks in table.items()] == [
        ("de.po", ["numbers", "urls"]),
        ("fr.po", ["numbers", "urls"]),
    ]
    assert f'   "{fingerprint(findings[0])}": 1\n'.encode() in first


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"findings": }', ":1:14: no JSON: Expecting value"),
        (b"\xff", ": no JSON in UTF-8"),
        (b'msgid ""\n', ":1:1: no JSON: Expecting value"),
        (b"[" * 100_000, ": no JSON"),
        (b"[]", ": no baseline of l10n-tool"),
        (b"{}", ": no baseline of l10n-tool"),
        (b'{"l10n-tool-baseline": 2}', ": a baseline of version 2"),
        (b'{"l10n-tool-baseline": 1}', ": a table was expected, not 'None'"),
        (b'{"l10n-tool-baseline": 1, "findings": {"a.po": 1}}', ": a table was expected, not '1'"),
        (b'{"l10n-tool-baseline": 1, "findings": {"a.po": {"b": {"c": 0}}}}', ": a number was expected, not '0'"),
        (b'{"l10n-tool-baseline": 1, "findings": {"a.po": {"b": {"c": true}}}}', ": a number was expected"),
    ],
)
def test_what_is_no_baseline_is_refused_and_left_alone(content: bytes, said: str, tmp_path: Path) -> None:
    """One line with the place of what is wrong, and what to do; an update does not write over it."""
    path = tmp_path / "known.json"
    path.write_bytes(content)

    with pytest.raises(FileError) as error:
        update_baseline(path, [], [])

    assert str(error.value).startswith(f"{path}{said}")
    assert error.value.remedy
    assert path.read_bytes() == content


def test_a_baseline_that_is_not_there_says_how_to_write_it(tmp_path: Path) -> None:
    """A misspelt name must not pass for a baseline that knows nothing."""
    with pytest.raises(FileError, match="there is no baseline\n  Write it with: l10n-tool check --baseline"):
        read_baseline(tmp_path / "none.json")


@given(st.text(), st.text(), st.none() | st.text())
def test_a_fingerprint_is_of_every_text(msgid: str, message: str, msgctxt: str | None) -> None:
    """Sixteen hex digits, whatever it is made from."""
    found = fingerprint(a_finding(msgid=msgid, message=message, msgctxt=msgctxt))

    assert len(found) == 16
    assert int(found, 16) >= 0


def test_how_many_others_have_it_too_makes_nothing_new() -> None:
    """What a catalogue is full of is told once, with a number that goes down with each entry that is mended."""
    many, few = (
        a_finding(message=f"two spaces; stray spaces in {n} other {w} too") for n, w in ((18, "entries"), (1, "entry"))
    )

    assert fingerprint(many) == fingerprint(few) != fingerprint(a_finding(message="two spaces"))
