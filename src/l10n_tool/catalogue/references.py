"""What references say: files, and in other projects also lines, which move with every edit of the source."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from l10n_tool.catalogue.model import Catalogue, Entry

__all__ = ["in_the_manner_of", "without_lines"]

#: A line number, or several, at the end of a reference that is read backwards: one match, whatever stands there.
_LINE: Final = r"(?:[0-9]+:)+"


def without_lines(references: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files that references name, each once; what is no file and line stays as it is."""
    return tuple(dict.fromkeys(map(_file_of, references))) if references else ()


def _file_of(reference: str) -> str:
    """Return a reference without its line; an address, whose number is a port, stays as it is."""
    if ":" not in reference or "://" in reference:
        return reference
    lines = re.match(_LINE, reference[::-1])
    return reference[: -lines.end()] or reference if lines else reference


def in_the_manner_of(catalogue: Catalogue, template: Catalogue) -> Catalogue:
    """Return a template without line numbers where the catalogue is kept without them, as ``tidy`` leaves it."""
    first = next(_references(template.messages), "")
    if _file_of(first) == first:
        return template
    kept = _references(catalogue.messages)
    one = next(kept, None)
    if one is None or any(_file_of(reference) != reference for reference in chain([one], kept)):
        return template
    bare = (entry.replace(references=without_lines(entry.references)) for entry in template.messages)
    return template.map({entry.key: entry for entry in bare})


def _references(entries: Iterable[Entry]) -> Iterator[str]:
    return (reference for entry in entries for reference in entry.references)
