"""What msgfmt -c refuses, held against our findings: gettext's own tool is the judge."""

import os
import random
import re
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n_tool.catalogue import CatalogueError, parse_catalogue
from l10n_tool.checks import Severity, check_catalogue, findings_of_error
from l10n_tool.checks.formats import KINDS

DATA = Path(__file__).parents[1] / "data" / "checks"
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
TYPE = '"Content-Type: text/plain; charset=UTF-8\\n"'
HEADER = f'msgid ""\nmsgstr ""\n{TYPE}\n"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n'
ENTRY = 'msgid "one"\nmsgid_plural "many"\n'

BROKEN = {
    "no header": 'msgid "a"\nmsgstr "b"\n',
    "no plural header": HEADER.replace("Plural-Forms: nplurals=2; plural=n != 1;", "X-Forms: 2")
    + ENTRY
    + 'msgstr[0] "x"\nmsgstr[1] "y"\n',
    "no nplurals": HEADER.replace("nplurals=2; ", "") + ENTRY + 'msgstr[0] "x"\nmsgstr[1] "y"\n',
    "plural out of range": HEADER.replace("n != 1", "n") + 'msgid "a"\nmsgstr "b"\n',
    "plural that is no expression": HEADER.replace("n != 1", "n !! 1") + 'msgid "a"\nmsgstr "b"\n',
    "plural that divides by zero": HEADER.replace("n != 1", "n / 0") + 'msgid "a"\nmsgstr "b"\n',
    "too few forms": HEADER + ENTRY + 'msgstr[0] "x"\n',
    "too many forms": HEADER + ENTRY + 'msgstr[0] "x"\nmsgstr[1] "y"\nmsgstr[2] "z"\n',
    "newline at the end": HEADER + 'msgid "a\\n"\nmsgstr "b"\n',
    "newline at the beginning": HEADER + 'msgid "a"\nmsgstr "\\nb"\n',
    "newline in msgid_plural": HEADER + 'msgid "a"\nmsgid_plural "as\\n"\nmsgstr[0] "b"\nmsgstr[1] "c"\n',
    "newline in a form": HEADER + 'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] "c\\n"\n',
    "empty form": HEADER + '#, c-format\nmsgid "%d a"\nmsgid_plural "%d as"\nmsgstr[0] "b"\nmsgstr[1] ""\n',
    "byte order mark": "\ufeff" + HEADER + 'msgid "a"\nmsgstr "b"\n',
    "twice": HEADER + 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
    "no msgstr": HEADER + 'msgid "a"\n',
    "bad escape": HEADER + 'msgid "a"\nmsgstr "\\q"\n',
    "open string": HEADER + 'msgid "a"\nmsgstr "b\n',
    "unknown keyword": HEADER + 'msgid "a"\nmsgtxt "b"\n',
    "no header and no message": "# nothing\n",
    "header that is empty": 'msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "b"\n',
    "plural header of xgettext": HEADER.replace("nplurals=2; plural=n != 1;", "nplurals=INTEGER; plural=EXPRESSION;")
    + 'msgid "a"\nmsgstr "b"\n',
    "nplurals before a space": HEADER.replace("nplurals=2", "nplurals =2") + ENTRY + 'msgstr[0] "x"\nmsgstr[1] "y"\n',
    "nplurals in a field above": HEADER.replace('"Plural', '"X-Forms: nplurals=3\\n"\n"Plural')
    + ENTRY
    + 'msgstr[0] "x"\nmsgstr[1] "y"\n',
    "plural below zero": HEADER.replace("n != 1", "n - 1 > 99999999 ? 2 : 0") + 'msgid "a"\nmsgstr "b"\n',
    "no-break space in the plural": HEADER.replace("n != 1;", "n != 1\u00a0") + 'msgid "a"\nmsgstr "b"\n',
    "comment that swallows a line": HEADER + '# in C:\\\nmsgid "a"\nmsgstr "b"\n',
    "fuzzy on the first of two lines": HEADER + '#, fuzzy\n#, no-wrap\nmsgid "a"\nmsgstr "b\\n"\n',
    "form out of order": HEADER + ENTRY + 'msgstr[1] "x"\nmsgstr[0] "y"\n',
}

DIRECTIVES = {
    "c-format": [
        *[
            "%d",
            "%s",
            "%u",
            "%ld",
            "%5.2f",
            "%%",
            "%",
            "%1$s",
            "%2$d",
            "%*d",
            "%m",
            "%<PRId64>",
            "%c",
            "%n",
            "%lc",
            "%S",
        ],
        *[
            "%C",
            "%ls",
            "%zu",
            "%qd",
            "%hhd",
            "%i",
            "%.3s",
            "%'d",
            "%-5d",
            "%.*f",
            "x",
            "%y",
            "%hs",
            "%Lf",
            "%lf",
            "%p",
        ],
        *["%02$d", "%1$%", "%0$d", "%G", "%5%", "%jd"],
    ],
    "python-format": [
        *[
            "%d",
            "%s",
            "%r",
            "%(a)s",
            "%(b)d",
            "%(a)d",
            "%%",
            "%",
            "%5.2f",
            "%*d",
            "%c",
            "%(a)%",
            "%()s",
            "%(a",
            "%y",
            "%ld",
        ],
        *["%i", "%(b)s", "x", "%.*f", "%(a)*d", "%u", "%5%", "%e", "%(a(b)c)s"],
    ],
    "python-brace-format": [
        *[
            "{a}",
            "{b}",
            "{0}",
            "{1}",
            "{{",
            "}}",
            "}",
            "{",
            "{a.b}",
            "{a[0]}",
            "{a:>10}",
            "{a:{b}}",
            "{a!r}",
            "{a!z}",
        ],
        *["{a-b}", "{a:x!r}", "{}", "{:5}", "x"],
    ],
}

#: The other languages, which share their directives: what is sound in one is broken in the next.
OTHERS = tomllib.loads((DATA.parent / "directives.toml").read_text(encoding="utf-8"))
DIRECTIVES |= {flag: kind["directives"] for kind in OTHERS.values() for flag in kind["flags"]}
#: The languages that msgfmt 0.21 does not know.
YOUNGER = {f"{name}-format" for name in ("c++", "rust", "go", "sh-printf", "d", "ocaml", "modula2")}
#: Those of which msgfmt refuses nothing but what we refuse.
EXACT = {
    "c-format",
    "python-format",
    "java-printf-format",
    "javascript-format",
    "awk-format",
    "tcl-format",
    "sh-format",
}


def refusal(msgfmt: Run, path: Path) -> tuple[int, str]:
    done = msgfmt("-c", "-o", os.devnull, path)
    return done.returncode, done.stderr.decode("utf-8", "replace")


def has_error(data: bytes, locale: str) -> bool:
    try:
        catalogue = parse_catalogue(data)
    except CatalogueError as error:
        return bool(findings_of_error(error))
    return any(f.severity is Severity.ERROR for f in check_catalogue(catalogue, locale=locale, file="x.po"))


@pytest.mark.parametrize("name", BROKEN)
def test_what_msgfmt_refuses_gives_an_error(name: str, tmp_path: Path, msgfmt: Run) -> None:
    """Each of these is refused by msgfmt -c, so that the case is a case."""
    path = tmp_path / "x.po"
    path.write_text(BROKEN[name], encoding="utf-8")

    assert refusal(msgfmt, path)[0] != 0
    assert has_error(path.read_bytes(), "de")


@pytest.mark.parametrize("path", sorted(DATA.glob("*.po")), ids=lambda path: path.stem)
def test_a_case_file_that_msgfmt_refuses_gives_an_error(path: Path, msgfmt: Run) -> None:
    """The case files are judged too, whatever they are about."""
    refused = refusal(msgfmt, path)[0] != 0

    assert has_error(path.read_bytes(), path.stem.rpartition("-")[2]) or not refused


@pytest.mark.parametrize("flag", DIRECTIVES)
def test_format_strings_are_judged_at_least_as_strictly_as_by_msgfmt(flag: str, tmp_path: Path, msgfmt: Run) -> None:
    """Of 1,500 random entries none that msgfmt refuses passes; of most languages none that it takes is refused."""
    text = HEADER + "".join(random_entry(flag, number) for number in range(1500))
    path = tmp_path / "x.po"
    path.write_text(text, encoding="utf-8")
    catalogue = parse_catalogue(text.encode())
    lines = {entry.line: entry.msgid for entry in catalogue.messages}

    complaints = re.findall(r"^.*?\.po:([0-9]+): (?!warning)", refusal(msgfmt, path)[1], re.MULTILINE)
    refused = {lines[max(line for line in lines if line <= int(number))] for number in complaints}
    found = check_catalogue(catalogue, locale="de", file="x.po")
    ours = {finding.msgid for finding in found if finding.check == "format-strings"}

    assert len(refused) > 40
    assert refused - ours == set()
    assert len(ours) < 1400
    if flag in EXACT:
        assert ours - refused == set()


def test_every_language_that_msgfmt_knows_is_tried() -> None:
    """A flag without directives here would never be held against msgfmt."""
    assert DIRECTIVES.keys() == KINDS.keys() - YOUNGER


@pytest.mark.parametrize("flag", sorted(YOUNGER))
def test_a_language_that_is_younger_than_msgfmt_is_compared_as_it_stands(flag: str) -> None:
    """Directives that are missing or moved are told, and the same ones in the same order pass."""
    directive = "{a}" if flag in {"c++-format", "rust-format"} else "%d"
    entry = f'#, {flag}\nmsgid "{directive} of {{0}} %s"\n'

    kept = has_error(f'{HEADER}{entry}msgstr "– {directive} – {{0}} %s"\n'.encode(), "de")
    moved = has_error(f'{HEADER}{entry}msgstr "{{0}} %s {directive}"\n'.encode(), "de")

    assert (kept, moved) == (False, True)


@pytest.mark.parametrize(
    "flags", ["no-wrap c-format", "possible-c-format", "no-c-format, c-format", "c-format, range: 0..9"]
)
def test_flags_are_read_as_gettext_reads_them(flags: str, tmp_path: Path, msgfmt: Run) -> None:
    """Parted by spaces too; what may be a format string is checked, and of two flags the last counts."""
    path = tmp_path / "x.po"
    path.write_text(f'{HEADER}#, {flags}\nmsgid "%d"\nmsgstr "%s"\n', encoding="utf-8")

    assert refusal(msgfmt, path)[0] != 0
    assert has_error(path.read_bytes(), "de")


@pytest.mark.parametrize("flags", ["c-format, no-c-format", "impossible-c-format", "no-c-format", "C-format"])
def test_what_is_said_to_be_no_format_string_is_not_checked(flags: str, tmp_path: Path, msgfmt: Run) -> None:
    """A programmer's word counts more than a percent sign."""
    path = tmp_path / "x.po"
    path.write_text(f'{HEADER}#, {flags}\nmsgid "100 %d"\nmsgstr "100 %s"\n', encoding="utf-8")

    assert refusal(msgfmt, path)[0] == 0
    found = check_catalogue(parse_catalogue(path.read_bytes()), locale="de", file="x.po")
    assert [finding for finding in found if finding.check == "format-strings"] == []


def random_entry(flag: str, number: int) -> str:
    choose = random.Random(f"{flag} {number}")
    source = choose.choices(DIRECTIVES[flag], k=choose.randrange(4))
    target = list(source) if choose.random() < 0.5 else choose.choices(DIRECTIVES[flag], k=choose.randrange(4))
    if choose.random() < 0.4:
        choose.shuffle(target)
    if choose.random() < 0.2:
        target = target[1:]
    one, other = f"K{number}_ {' '.join(source)}", f"T{' '.join(target)}"
    if choose.random() < 0.7:
        return f'#, {flag}\nmsgid "{one}"\nmsgstr "{other}"\n\n'
    return f'#, {flag}\nmsgid "{one}"\nmsgid_plural "{one}s"\nmsgstr[0] "{other}"\nmsgstr[1] "{other}"\n\n'
