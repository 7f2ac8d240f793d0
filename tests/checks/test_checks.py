"""The table of checks, and what check_catalogue does with their remarks."""

import json
from dataclasses import asdict, fields
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

import l10n_tool.checks
from l10n_tool.catalogue import Catalogue, Entry, parse_catalogue
from l10n_tool.checks import CHECKS, Check, Finding, Severity, check_catalogue
from l10n_tool.provenance import approve, signature, with_draft

HEADER = Entry("", ("Language: de\nContent-Type: text/plain; charset=UTF-8\n",))
#: Modules of the folder that hold no check.
SUPPORT = {"__init__", "finding", "habits", "model", "running", "standard", "table"}
ON = date(2026, 11, 22)


def findings(*entries: Entry, locale: str = "de") -> list[Finding]:
    return check_catalogue(Catalogue((HEADER, *entries)), locale=locale, file="de.po")


def modules() -> set[str]:
    return {path.stem for path in Path(str(l10n_tool.checks.__file__)).parent.glob("*.py")} - SUPPORT


def test_every_file_with_a_check_is_in_the_table() -> None:
    """A check that is written but not listed would never run."""
    declared = {
        id(value): f"{name}: {value.name}"
        for name in modules()
        for value in vars(import_module(f"l10n_tool.checks.{name}")).values()
        if isinstance(value, Check)
    }
    listed = {id(check) for check in CHECKS.values()}

    assert {name for key, name in declared.items() if key not in listed} == set()
    assert {name.split(":")[0] for name in declared.values()} == modules()


def test_a_check_is_listed_under_its_own_name() -> None:
    """What a finding says is what explain knows."""
    assert {name: check.name for name, check in CHECKS.items()} == {name: name for name in CHECKS}


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.name)
def test_every_check_explains_itself(check: Check) -> None:
    """One sentence of summary, and a paragraph that says how to mend it."""
    assert check.summary.endswith(".")
    assert "\n" not in check.summary
    assert len(check.explanation) > 150


def test_the_table_cannot_be_changed() -> None:
    """No import adds a check behind the reader's back."""
    with pytest.raises(TypeError):
        CHECKS["mine"] = CHECKS["numbers"]  # type: ignore[index]


def test_a_finding_has_the_keys_of_the_json_format_first() -> None:
    """The first eight fields are what check --format json promises."""
    entry = Entry("In 1992", ("Im Jahr 1993",), msgctxt="title", line=7)

    found = findings(entry)[0]

    keys = ["check", "severity", "locale", "file", "line", "msgctxt", "msgid", "message"]
    assert [field.name for field in fields(Finding)][:8] == keys
    assert json.loads(json.dumps(asdict(found))) == {
        "check": "numbers", "severity": "error", "locale": "de", "file": "de.po", "line": 7, "msgctxt": "title",
        "msgid": "In 1992", "message": "1992 is missing; 1993 is too much", "sig": signature(entry),
        "msgstr": "Im Jahr 1993", "source": "In 1992", "marks": [[8, 12]], "source_marks": [[3, 7]],
    }  # fmt: skip


def test_findings_come_by_line_and_check() -> None:
    """The order is that of the file, so that two runs compare."""
    found = findings(Entry("In 1992, see %s.", ("Im Jahr 1993",), line=20), Entry("In 1988 %s", ("Im Jahr",), line=10))

    assert [(finding.line, finding.check) for finding in found] == [
        (10, "numbers"), (10, "placeholders"), (20, "end-punctuation"), (20, "numbers"), (20, "placeholders"),
    ]  # fmt: skip


def test_an_error_in_a_draft_is_a_warning() -> None:
    """The gate holds a draft back, and its reviewer is told what to look at."""
    draft = with_draft(Entry("In 1992"), ("Im Jahr 1993",), "apertium/eng-deu", ON)

    found = [finding for finding in findings(draft) if finding.check == "numbers"]

    assert [finding.severity for finding in found] == [Severity.WARNING]


def test_an_error_in_an_approved_entry_stays_an_error() -> None:
    """Approval does not make a wrong number right."""
    entry = approve(Entry("In 1992", ("Im Jahr 1993",)), "de-reviewer", ON)

    assert [finding.severity for finding in findings(entry)] == [Severity.ERROR]


def test_an_untranslated_entry_counts_as_open_and_nothing_else() -> None:
    """An empty text breaks nothing."""
    assert [finding.check for finding in findings(Entry("In 1992 %s\n", ("",)))] == ["completeness"]


def test_a_plural_entry_with_one_empty_form_is_checked_in_the_others() -> None:
    """What is there is looked at, with the form it stands in."""
    entry = Entry("%d year after 1992", ("%d Jahr nach 1993", ""), msgid_plural="%d years after 1992")

    messages = [finding.message for finding in findings(entry) if finding.check == "numbers"]

    assert messages == ["1992 is missing; 1993 is too much (in msgstr[0])"]


@pytest.mark.parametrize(
    ("reference", "markdown"),
    [
        ("source/a.md", True),
        ("a.markdown:12", True),
        ("\u2068my file.md\u2069:3", True),
        ("a.py:3", False),
        ("amd", False),
    ],
)
def test_an_entry_is_markdown_by_the_files_it_comes_from(reference: str, markdown: bool) -> None:
    """Bold counts in a Markdown document; elsewhere an asterisk is an asterisk."""
    entry = Entry("A **word** here", ("Ein Wort hier",), references=(reference,))

    assert ("markup" in {finding.check for finding in findings(entry)}) is markdown


def test_only_the_checks_that_are_asked_for_run() -> None:
    """A caller may leave checks out."""
    catalogue = Catalogue((HEADER, Entry("In 1992 %s", ("Im Jahr",))))

    found = check_catalogue(catalogue, locale="de", file="x", checks={"numbers": CHECKS["numbers"]})

    assert [finding.check for finding in found] == ["numbers"]


@pytest.mark.parametrize("locale", ["", "xx", "tlh", "sr@latin", "zh_Hans", "not a locale", "../../etc"])
def test_any_locale_is_borne(locale: str) -> None:
    """A catalogue of another project may have any name."""
    catalogue = parse_catalogue(
        b'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n'
        b'msgid "one %d"\nmsgid_plural "many %d"\nmsgstr[0] "x %d"\nmsgstr[1] "y %d"\n'
    )

    assert all(f.locale == locale for f in check_catalogue(catalogue, locale=locale, file="x.po"))
