"""The cases that translators can add to without Python: each PO file says at its top which findings it expects."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from l10n_tool.catalogue import Catalogue, CatalogueError, parse_catalogue
from l10n_tool.checks import CHECKS, Finding, Severity, check_catalogue, findings_of_error
from l10n_tool.checks.running import check_locales, check_source, whole_of
from l10n_tool.checks.standard import Standard
from l10n_tool.termbase import Termbase
from l10n_tool.termbase.csv_file import COLUMNS, read_terms

DATA = Path(__file__).parents[1] / "data" / "checks"
#: Of a template the source is judged; a folder holds the catalogues of one domain, to be compared with one another.
FILES = sorted([*DATA.glob("*.po"), *DATA.glob("*.pot")])
FOLDERS = sorted(path for path in DATA.iterdir() if path.is_dir())
EXPECTED = re.compile(r'# expect: (error|warning|info) ([a-z-]+) "(.*)" @(.*)')
#: A line of the termbase that holds for the file.
TERM = re.compile(rb"^# term: (.*)$", re.MULTILINE)
#: A file with this line may give what is only worth a word.
NO_WARNINGS = "# expect: no warnings"


def findings_of(path: Path) -> list[Finding]:
    data = path.read_bytes()
    try:
        catalogue = parse_catalogue(data, path.name)
    except CatalogueError as error:
        return findings_of_error(error)
    if path.suffix == ".pot":
        return check_source(whole_of(catalogue, locale="en", file=path.name))
    standard = Standard(termbase=termbase_of(data))
    found = check_catalogue(catalogue, locale=locale_of(catalogue), file=path.name, standard=standard)
    quiet = NO_WARNINGS.encode() in data.splitlines()
    return [finding for finding in found if not quiet or finding.severity is not Severity.INFO]


def termbase_of(data: bytes) -> Termbase:
    return read_terms(b"\n".join([",".join(COLUMNS).encode(), *TERM.findall(data)]), "terms.csv")


def locale_of(catalogue: Catalogue) -> str:
    return catalogue.headers.get("Language", "")


def expected_of(path: Path) -> list[tuple[str, str, str, str]]:
    lines = path.read_text("utf-8").splitlines()
    return [(match[1], match[2], match[3], match[4]) for match in map(EXPECTED.fullmatch, lines) if match]


def fits(finding: Finding, expected: tuple[str, str, str, str]) -> bool:
    severity, check, part, excerpt = expected
    same = finding.severity == severity and finding.check == check
    return same and part in finding.message and excerpt in finding.msgid


def unpaired(findings: list[Finding], expected: list[tuple[str, str, str, str]]) -> Iterator[object]:
    left = list(findings)
    for one in expected:
        found = next((finding for finding in left if fits(finding, one)), None)
        if found is None:
            yield one
        else:
            left.remove(found)
    yield from left


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_gives_the_findings_it_names_and_no_others(path: Path) -> None:
    """Each expected finding is there, and nothing else is said."""
    expected = expected_of(path)

    left = list(unpaired(findings_of(path), expected))

    assert left == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_folder_of_locales_gives_the_findings_that_its_files_name(folder: Path) -> None:
    """What comparing the locales tells is told of the file that expects it, and nothing else is said."""
    files = sorted(folder.glob("*.po"))
    wholes = [whole_of(parse_catalogue(f.read_bytes()), locale=f.stem, file=f.name) for f in files]

    found = check_locales(wholes)
    left = {f.name: list(unpaired([one for one in found if one.file == f.name], expected_of(f))) for f in files}

    assert {name: findings for name, findings in left.items() if findings} == {}


def test_each_line_of_expectations_can_be_read() -> None:
    """A line with a typing error would expect nothing."""
    lines = [
        line
        for path in (*FILES, *DATA.glob("*/*.po"))
        for line in path.read_text("utf-8").splitlines()
        if "# expect" in line
    ]

    assert [line for line in lines if not EXPECTED.fullmatch(line) and line != NO_WARNINGS] == []


def test_the_tricky_translations_are_many() -> None:
    """A hundred and more, in a dozen languages and more, all of them right."""
    files = [path for path in FILES if path.stem.startswith("tricky-")]
    entries = [entry for path in files for entry in parse_catalogue(path.read_bytes(), path.name).messages]

    assert len(files) >= 12
    assert len(entries) >= 100


def test_each_check_finds_something_in_some_file() -> None:
    """A check without a case that it finds is not tested; what breaks a document is found with its document."""
    files = (*FILES, *DATA.glob("*/*.po"))
    found = {check for path in files for _, check, _, _ in expected_of(path)} | {"document-structure"}

    assert set(CHECKS) - found == set()
