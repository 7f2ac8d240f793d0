"""Damaged files by the thousand: each is read exactly or refused, and msgfmt -c refuses none that passes our checks."""

import os
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from subprocess import CompletedProcess
from typing import Final

from catalogue.mutating import mutated, seeds
from l10n_tool.catalogue import Catalogue, CatalogueError, format_catalogue, parse_catalogue
from l10n_tool.catalogue.lines import LineReader
from l10n_tool.checks import CHECKS, Severity, check_catalogue
from l10n_tool.errors import FileError
from time_limit import no_longer_than

Run = Callable[..., "CompletedProcess[bytes]"]

#: How many files are damaged: two thousand in every run, a hundred thousand when somebody asks for them.
ROUNDS: Final = int(os.environ.get("L10N_TOOL_MUTATIONS", "2000"))
SEED: Final = 20_261_122
#: A file of a few thousand bytes takes milliseconds; this is the processor's time, whatever else the machine does.
LONGEST: Final = 5.0
#: The checks that look for what msgfmt -c looks for; what the others find must not hide what these miss.
STRUCTURE: Final = {
    name: CHECKS[name]
    for name in ("po-syntax", "header", "plural-header", "plural-count", "format-strings", "newlines")
}

#: What we refuse although msgfmt takes it, and why.
JUSTIFIED: Final = {
    "unknown charset": "it warns and copies the bytes; we could not tell what they say",
    "byte 0x.. is not": "it drops comments unread, and we have to write them back",
    "does not give the file's bytes back": "an untouched line would change",
    "NUL character": "it cuts the text short in the MO file",
    "the escaped bytes are not": "it copies them, and programs that load the MO file fail",
    "is more than a byte": "it keeps the low byte, which nobody can have meant",
    "the lines end in carriage returns only": "it takes the whole file for one line",
    "the closing quotation mark is missing": "its reader joins a line that ends in a backslash to the next",
    "a domain directive": "it writes those messages into another file",
    "outside the quotation marks": "its reader allows comments and continued lines there, which no other tool does",
    "two obsolete entries on one line": "they cannot be written back one by one",
    "the message of line": "it looks at line numbers, and the two stand on one line",
    "a second header": "the same",
    "a previous source without a keyword": "it reads marks within marks",
    "has no place here in a previous source": "it reads a previous source after its entry's first lines",
    "more than 64 plural forms": "no language has more than six",
}
#: Its reader joins a comment that ends in a backslash to the next line, which no other tool does.
_JOINED: Final = re.compile(rb"^#.*\\$", re.MULTILINE)
#: libxml2, which reads KUIT for msgfmt, takes the bytes of every file for UTF-8.
_NOT_OURS: Final = re.compile(rb"KUIT.*(?:not proper UTF-8|error while parsing)")


@dataclass(slots=True)
class Outcomes:
    """What became of the files: how many were refused, had errors and were clean, and what went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    silent: list[tuple[int, str]] = field(default_factory=list)
    unjustified: list[tuple[int, str]] = field(default_factory=list)


def _examined(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return whether a file is refused, has errors or is clean, with the problems; assert what must always hold."""
    with no_longer_than(LONGEST):
        try:
            catalogue = parse_catalogue(data, "x.po")
        except CatalogueError as error:
            assert all(p.line > 0 and p.column > 0 and p.message and p.remedy for p in error.problems)  # noqa: PT017
            return "refused", tuple(problem.message for problem in error.problems)
        assert format_catalogue(catalogue) == data
        _assert_read_line_by_line(catalogue)
        _assert_read_again(catalogue)
        locale = catalogue.headers.get("Language", "")
        check_catalogue(catalogue, locale=locale, file="x.po")
        found = check_catalogue(catalogue, locale=locale, file="x.po", checks=STRUCTURE)
        errors = tuple(finding.message for finding in found if finding.severity is Severity.ERROR)
        return ("errors" if errors else "clean"), errors


def _assert_read_line_by_line(catalogue: Catalogue) -> None:
    text = "".join(entry.raw or "" for entry in catalogue.entries) + catalogue.tail
    entries, tail = LineReader("x.po", catalogue.charset).read(text)
    assert (entries, tail) == (catalogue.entries, catalogue.tail)
    assert [entry.raw for entry in entries] == [entry.raw for entry in catalogue.entries]


def _assert_read_again(catalogue: Catalogue) -> None:
    """Write every entry anew, but the header, which says how to read the bytes."""
    fresh = tuple(entry if entry.is_header else replace(entry, raw=None) for entry in catalogue.entries)
    try:
        data = format_catalogue(replace(catalogue, entries=fresh, tail=""))
    except FileError:
        # An escape can name a character that the charset lacks.
        return
    assert parse_catalogue(data).entries == catalogue.entries


def _run(msgfmt: Run, numbers: range) -> Outcomes:
    found, outcomes = seeds(), Outcomes()
    cases = [mutated(random.Random(f"{SEED} {number}"), found) for number in numbers]
    examined = [_examined(data) for data in cases]
    with ThreadPoolExecutor(2) as pool:
        judged = list(pool.map(lambda data: msgfmt("-c", "--check-format", "-o", "/dev/null", "-", data=data), cases))
    for number, data, (kind, problems), verdict in zip(numbers, cases, examined, judged, strict=True):
        outcomes.counts[kind] += 1
        if kind == "clean" and verdict.returncode and not _NOT_OURS.search(verdict.stderr):
            outcomes.silent.append((number, verdict.stderr.decode(errors="replace")))
        if kind == "refused" and not verdict.returncode:
            outcomes.counts["refused by us only"] += 1
            outcomes.unjustified += [(number, text) for text in problems[:1] if not _justified(text, data)]
    return outcomes


def _justified(problem: str, data: bytes) -> bool:
    return _JOINED.search(data) is not None or any(
        reason in re.sub(r"0x[0-9a-f]{2}", "0x..", problem) for reason in JUSTIFIED
    )


def _in_turn(rounds: int, step: int = 2000) -> Sequence[range]:
    return [range(start, min(rounds, start + step)) for start in range(0, rounds, step)]


def test_no_damaged_file_passes_that_msgfmt_refuses(msgfmt: Run) -> None:
    """No exception but ours, no long wait, the bytes and the entries as they were, and no error that nobody tells."""
    total = Outcomes()
    for numbers in _in_turn(ROUNDS):
        outcomes = _run(msgfmt, numbers)
        total.counts += outcomes.counts
        total.silent += outcomes.silent
        total.unjustified += outcomes.unjustified

    print(dict(total.counts))  # noqa: T201 - shown with pytest -s, for a long run
    assert total.silent == []
    assert total.unjustified == []
    assert min(total.counts["refused"], total.counts["errors"], total.counts["clean"]) > ROUNDS / 20


def test_the_same_number_damages_in_the_same_way() -> None:
    """What CI finds can be looked at anywhere."""
    found = seeds()

    assert [mutated(random.Random(f"{SEED} {n}"), found) for n in range(50)] == [
        mutated(random.Random(f"{SEED} {n}"), seeds()) for n in range(50)
    ]


def test_there_are_seeds_of_every_kind() -> None:
    """Cases of our own, and pieces of catalogues that a package ships."""
    found = seeds()

    assert len(found) > 100
    assert any(b"Project-Id-Version: django" in data for data in found)
    assert all(
        any(flag in data for data in found) for flag in (b"msgid_plural", b"msgctxt", b"#~| ", b"-format", b"\r\n")
    )
