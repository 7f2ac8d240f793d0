"""What i18nspector calls an error, held against our findings: a finding of ours names each."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n_tool.catalogue import CatalogueError, parse_catalogue
from l10n_tool.checks import Finding, check_catalogue, findings_of_error

DATA = Path(__file__).parents[1] / "data" / "checks"
CASES = sorted(DATA.glob("*.po"))
LOCALES = Path(__file__).parents[2] / "locales"
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

FIELDS = (
    "Project-Id-Version: shelves 1.0\\n",
    "Report-Msgid-Bugs-To: bugs@shelves.net\\n",
    "POT-Creation-Date: 2026-09-01 10:00+0200\\n",
    "PO-Revision-Date: 2026-09-02 10:00+0200\\n",
    "Last-Translator: Ada <ada@shelves.net>\\n",
    "Language-Team: none\\n",
    "Language: de\\n",
    "MIME-Version: 1.0\\n",
    "Content-Type: text/plain; charset=UTF-8\\n",
    "Content-Transfer-Encoding: 8bit\\n",
    "Plural-Forms: nplurals=2; plural=n != 1;\\n",
)
MESSAGE = 'msgid "Book"\nmsgstr "Buch"\n'
PLURAL = 'msgid "a book"\nmsgid_plural "books"\n'
FORMS = 'msgstr[0] "ein Buch"\nmsgstr[1] "Bücher"\n'


def header(old: str = "", new: str = "", *, more: str = "") -> str:
    fields = "".join(f'"{field}"\n' for field in FIELDS)
    return f'msgid ""\nmsgstr ""\n{fields.replace(old, new) if old else fields}{more}\n'


def twice(field: str, other: str) -> str:
    line = next(f for f in FIELDS if f.startswith(f"{field}:"))
    return header(more=f'"{field}: {other}\\n"\n' if other else f'"{line}"\n')


def entry(source: str, translation: str, above: str = "") -> str:
    return f'{above}msgid "{source}"\nmsgstr "{translation}"\n'


USED = "n != 1;"
#: A tag of i18nspector, and a file that it finds it in; of some tags there are several.
BROKEN = {
    "arithmetic-error-in-plural-forms": header(USED, "n / (n - 1) > 99;") + PLURAL + FORMS,
    "codomain-error-in-plural-forms": header(USED, "n > 1 ? 2 : 0;") + PLURAL + FORMS,
    "syntax-error-in-plural-forms": header(USED, "n !! 1;") + PLURAL + FORMS,
    "syntax-error-in-unused-plural-forms": header(USED, "n !! 1;") + MESSAGE,
    "leading-junk-in-plural-forms": header("nplurals=2", "x nplurals=2") + PLURAL + FORMS,
    "trailing-junk-in-plural-forms": header(USED, "n != 1; x") + PLURAL + FORMS,
    "unusual-plural-forms": header("nplurals=2; plural=n != 1;", "nplurals=1; plural=0;")
    + PLURAL
    + 'msgstr[0] "Bücher"\n',
    "incorrect-number-of-plural-forms": header() + PLURAL + FORMS + 'msgstr[2] "Bücher"\n',
    "inconsistent-number-of-plural-forms": header()
    + PLURAL
    + FORMS
    + PLURAL.replace("book", "card")
    + 'msgstr[0] "Karte"\n',
    "no-required-plural-forms-header-field": header("Plural-Forms", "X-Plural") + PLURAL + FORMS,
    "duplicate-header-field-plural-forms": twice("Plural-Forms", "") + PLURAL + FORMS,
    "partially-translated-message": header() + PLURAL + 'msgstr[0] "ein Buch"\nmsgstr[1] ""\n',
    "boilerplate-in-content-type": header("UTF-8", "CHARSET") + MESSAGE,
    "unknown-encoding": header("UTF-8", "UTF-88") + MESSAGE,
    "non-ascii-compatible-encoding": header("UTF-8", "UTF-7") + MESSAGE,
    "non-portable-encoding": header("UTF-8", "cp437") + MESSAGE,
    "unrepresentable-characters": header("UTF-8", "ISO-8859-1").replace("Language: de", "Language: pl") + MESSAGE,
    "broken-encoding": header("UTF-8", "US-ASCII") + entry("Books", "Bücher"),
    "invalid-content-type": header("text/plain", "text/html") + MESSAGE,
    "invalid-content-type 2": header("text/plain; ", "text/plain;") + MESSAGE,
    "non-portable-encoding 2": header("UTF-8", "utf8") + MESSAGE,
    "no-content-type-header-field": header("Content-Type", "X-Type") + MESSAGE,
    "duplicate-header-field-content-type": twice("Content-Type", "text/plain; charset=ISO-8859-1") + MESSAGE,
    "duplicate-header-field-language": twice("Language", "fr") + MESSAGE,
    "invalid-language": header("Language: de", "Language: German") + MESSAGE,
    "invalid-language 2": header("Language: de", "Language: de_QQ") + MESSAGE,
    "invalid-language 3": header("Language: de", "Language: deu") + MESSAGE,
    "stray-header-line": header(more='"a line without a name\\n"\n') + MESSAGE,
    "conflict-marker-in-header-entry": header(more='"#-#-#-#-#  a.po  #-#-#-#-#\\n"\n') + MESSAGE,
    "conflict-marker-in-translation": header() + entry("Book", "#-#-#-#-#  a.po  #-#-#-#-#\\nBuch"),
    "distant-header-entry": MESSAGE + "\n" + header(),
    "duplicate-header-entry": header() + header() + MESSAGE,
    "unusual-character-in-header-entry": header("Ada", "A\ufffdda") + MESSAGE,
    "unusual-character-in-translation": header() + entry("Books", "B\ufffdcher"),
    "duplicate-message-definition": header() + MESSAGE + MESSAGE,
    "empty-msgid-message-with-source-code-references": "#: a.md:1\n" + header() + MESSAGE,
    "empty-msgid-message-with-plural-forms": header().replace('msgstr ""', 'msgid_plural "x"\nmsgstr[0] ""') + MESSAGE,
    "inconsistent-leading-newlines": header() + entry("\\nBook", "Buch"),
    "inconsistent-trailing-newlines": header() + entry("Book", "Buch\\n"),
    "conflicting-message-flags": header() + entry("%d", "%d", "#, c-format, no-c-format\n"),
    "conflicting-message-flags 2": header() + entry("Book", "Buch", "#, c-format, python-brace-format\n"),
    "conflicting-message-flags 3": header() + entry("Book", "Buch", "#, wrap, no-wrap\n"),
    "invalid-range-flag": header() + "#, range: 9..2\n" + PLURAL + FORMS,
    "qt-plural-format-mistaken-for-c-format": header() + entry("%n file(s)", "%n Datei(en)", "#, c-format\n"),
    "malformed-xml": header() + entry("See <b>here</b>", "Siehe <b>hier", "#. type: Content of: <para>\n"),
    "malformed-xml 2": header() + entry("Books and cards", "Bücher & Karten", "#. type: Content of: <para>\n"),
    "syntax-error-in-po-file": header() + MESSAGE.replace("msgstr", "msgtxt"),
    "c-format-string-error": header() + entry("%d", "%d %y", "#, c-format\n"),
    "c-format-string-excess-arguments": header() + entry("%d", "%d %d", "#, c-format\n"),
    "c-format-string-missing-arguments": header() + entry("%d %d", "%d", "#, c-format\n"),
    "c-format-string-argument-type-mismatch": header() + entry("%d", "%s", "#, c-format\n"),
    "python-format-string-error": header() + entry("%d", "%d %y", "#, python-format\n"),
    "python-format-string-argument-number-mismatch": header() + entry("%d", "%d %d", "#, python-format\n"),
    "python-format-string-argument-type-mismatch": header() + entry("%(a)d", "%(a)s", "#, python-format\n"),
    "python-format-string-missing-argument": header() + entry("%(a)d", "Buch", "#, python-format\n"),
    "python-format-string-unknown-argument": header() + entry("%(a)d", "%(a)d %(b)d", "#, python-format\n"),
    "python-brace-format-string-error": header() + entry("{a}", "{a} {", "#, python-brace-format\n"),
    "python-brace-format-string-missing-argument": header() + entry("{a}", "Buch", "#, python-brace-format\n"),
    "python-brace-format-string-unknown-argument": header() + entry("{a}", "{a} {b}", "#, python-brace-format\n"),
    "python-brace-format-string-argument-type-mismatch": header() + entry("{a:d}", "{a:s}", "#, python-brace-format\n"),
    "perl-brace-format-string-missing-argument": header() + entry("{a}", "Buch", "#, perl-brace-format\n"),
    "perl-brace-format-string-unknown-argument": header() + entry("{a}", "{a} {b}", "#, perl-brace-format\n"),
}  # fmt: skip

CLEAN = {
    "all fields": header() + MESSAGE + PLURAL + FORMS,
    "charset of one language": header("UTF-8", "ISO-8859-2").replace("Language: de", "Language: pl") + MESSAGE,
    "territory": header("Language: de", "Language: de_AT") + MESSAGE,
    "script": header("Language: de", "Language: sr@latin") + MESSAGE,
    "three letters": header("Language: de", "Language: ast") + MESSAGE,
    "fields of editors": header(more='"X-Generator: Poedit 3\\n"\n"X-Poedit-Basepath: ..\\n"\n') + MESSAGE,
    "flags": header() + entry("%d", "%d", "#, c-format, no-wrap\n"),
    "range": header() + "#, range: 0..9\n" + PLURAL + FORMS,
    "XML": header() + entry("See <b>a</b> &amp; b", "Siehe <b>a</b> &amp; b", "#. type: Content of: <para>\n"),
    "template's own source": header() + '#, fuzzy\n#| msgid "Books"\n' + MESSAGE,
}  # fmt: skip


def findings_of(path: Path) -> list[Finding]:
    try:
        catalogue = parse_catalogue(path.read_bytes())
    except CatalogueError as error:
        return findings_of_error(error)
    return check_catalogue(catalogue, locale=catalogue.headers.get("Language", ""), file=path.name)


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory, i18nspector: Run) -> dict[str, list[str]]:
    """The errors of every file, by its name: the program starts slowly, and takes many files at once."""
    folder = tmp_path_factory.mktemp("i18nspector")
    for name, text in {**BROKEN, **CLEAN}.items():
        (folder / f"{name}_.po").write_text(text, encoding="utf-8")
    files = [*sorted(folder.glob("*.po")), *CASES]
    output = i18nspector(*files).stdout.decode()
    found: dict[str, list[str]] = {path.stem: [] for path in files}
    for name, tag in re.findall(r"^E: (?:.*/)?([^/\n]*)\.po: (\S+)", output, re.MULTILINE):
        found[name].append(tag)
    return found


def told(text: str, folder: Path) -> list[str]:
    path = folder / "x_.po"
    path.write_text(text, encoding="utf-8")
    # Each of these files has a message that is not done, or not: that is no matter here.
    return [finding.message for finding in findings_of(path) if finding.check != "completeness"]


@pytest.mark.parametrize("name", BROKEN)
def test_what_i18nspector_calls_an_error_has_a_finding(name: str, tmp_path: Path, errors: dict[str, list[str]]) -> None:
    """Each of these has the error, so that the case is a case."""
    assert name.split(maxsplit=1)[0] in errors[f"{name}_"]
    assert told(BROKEN[name], tmp_path) != []


@pytest.mark.parametrize("name", CLEAN)
def test_what_i18nspector_takes_has_no_finding(name: str, tmp_path: Path, errors: dict[str, list[str]]) -> None:
    """Nothing is said of what is right."""
    assert errors[f"{name}_"] == []
    assert told(CLEAN[name], tmp_path) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_file_that_i18nspector_calls_wrong_has_a_finding(path: Path, errors: dict[str, list[str]]) -> None:
    """The case files are judged too, whatever they are about; it knows no Chinese without a territory."""
    known = "Language: zh" not in path.read_text("utf-8")
    wrong = [tag for tag in errors[path.stem] if known or tag != "invalid-language"]

    assert findings_of(path) or wrong == []


@pytest.mark.parametrize("path", sorted(LOCALES.glob("*/*/*.po")), ids=lambda path: path.parts[-3])
def test_the_headers_that_this_tool_writes_are_right(path: Path) -> None:
    """What init and update write raises nothing about header, flags or forms."""
    named = {"header", "header-fields", "header-language", "plural-header", "plural-count", "flags", "po-syntax"}

    assert [finding.message for finding in findings_of(path) if finding.check in named] == []
