"""Findings that are known: a file remembers them, so that only new ones are told.

A finding is known by what it says of which text, not by where it stands: entries that move in a file, or a word that
is mended elsewhere in it, make nothing new. The file is JSON, sorted, a line for each finding, so that two branches
merge and a review shows what was accepted.
"""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from l10n_tool.checks.finding import Finding
from l10n_tool.errors import FileError, Place
from l10n_tool.storage import read_bytes, write_bytes
from l10n_tool.workflow.check import Checked

__all__ = ["Compared", "compare", "fingerprint", "read_baseline", "update_baseline"]

_VERSION: Final = 1
_SEPARATOR: Final = "\u0004"
#: What is said once of a catalogue as a whole, in other words whenever anything in it changes.
_OF_FILE: Final = frozenset({"completeness"})
#: How many others have it too, which changes when one of them is mended.
_OTHERS: Final = re.compile(r" in [0-9]+ other entr(?:y|ies) too$")
_REMEDY: Final = "Name another file, or remove this one and write it with --update-baseline."

#: How often each finding is known, by file, check and fingerprint.
Known = Counter[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Compared:
    """What is new beside a baseline, and how many findings are known and how many known ones are gone."""

    checked: Checked
    known: int
    gone: int


def fingerprint(finding: Finding) -> str:
    """Return 16 hex digits that stay the same wherever in its file an entry stands.

    They are of SHA-256 over check, file, msgctxt, msgid and message, each in NFC and UTF-8, joined by U+0004; the
    message names the form, and how many others have it too is left out. Of what is said once of a catalogue as a
    whole, check and file alone count.
    """
    fields = [finding.check, finding.file]
    if finding.check not in _OF_FILE:
        fields += [finding.msgctxt or "", finding.msgid, _OTHERS.sub("", finding.message)]
    text = _SEPARATOR.join(unicodedata.normalize("NFC", field) for field in fields)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.file, finding.check, fingerprint(finding)


def compare(checked: Checked, path: Path, files: Iterable[str]) -> Compared:
    """Return the findings that a baseline does not know. Raises FileError.

    One that it knows twice may be there twice. Gone are those of the ``files`` that were checked.
    """
    left = Counter(read_baseline(path))
    new = []
    for finding in checked.findings:
        key = _key(finding)
        if left[key]:
            left[key] -= 1
        else:
            new.append(finding)
    looked = frozenset(files)
    gone = sum(count for (file, _, _), count in left.items() if file in looked)
    known = len(checked.findings) - len(new)
    return Compared(replace(checked, findings=tuple(new)), known, gone)


def update_baseline(path: Path, findings: Sequence[Finding], files: Iterable[str]) -> bool:
    """Write the findings down as known, in the place of all that is known of the ``files`` that were checked.

    Returns whether the file changed. Raises FileError, also where there is a file that is no baseline.
    """
    before = read_baseline(path) if path.exists() else Counter()
    looked = frozenset(files)
    kept = {key: count for key, count in before.items() if key[0] not in looked}
    return write_bytes(path, _format(Counter(kept) + Counter(map(_key, findings))))


def _format(known: Known) -> bytes:
    table: dict[str, dict[str, dict[str, int]]] = {}
    for (file, check, print_), count in sorted(known.items()):
        table.setdefault(file, {}).setdefault(check, {})[print_] = count
    text = json.dumps({"l10n-tool-baseline": _VERSION, "findings": table}, indent=1, ensure_ascii=True)
    return f"{text}\n".encode()


def read_baseline(path: Path) -> Known:
    """Return what a baseline knows. Raises FileError with the place of what is wrong."""
    if not path.exists():
        remedy = f"Write it with: l10n-tool check --baseline {path} --update-baseline"
        raise FileError("there is no baseline", place=Place(str(path)), remedy=remedy)
    try:
        content = json.loads(read_bytes(path).decode("utf-8"))
    except json.JSONDecodeError as error:
        place = Place(str(path), error.lineno, error.colno)
        raise FileError(f"no JSON: {error.msg}", place=place, remedy=_REMEDY) from None
    except (UnicodeDecodeError, RecursionError, ValueError):
        raise FileError("no JSON in UTF-8", place=Place(str(path)), remedy=_REMEDY) from None
    return _known(content, path)


def _known(content: Any, path: Path) -> Known:
    version = content.get("l10n-tool-baseline") if isinstance(content, dict) else None
    if isinstance(version, int) and version > _VERSION:
        raise FileError(f"a baseline of version {version}", place=Place(str(path)), remedy="Use a later l10n-tool.")
    if version != _VERSION:
        raise FileError("no baseline of l10n-tool", place=Place(str(path)), remedy=_REMEDY)
    known: Known = Counter()
    for file, checks in _table(content.get("findings"), path).items():
        for check, prints in _table(checks, path).items():
            for print_, count in _table(prints, path).items():
                known[file, check, print_] = _count(count, path)
    return known


def _table(value: Any, path: Path) -> Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    raise FileError(f"a table was expected, not {str(value)[:40]!r}", place=Place(str(path)), remedy=_REMEDY)


def _count(value: Any, path: Path) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise FileError(f"a number was expected, not {str(value)[:40]!r}", place=Place(str(path)), remedy=_REMEDY)
