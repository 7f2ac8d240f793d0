"""What one output file may take the place of: no file that the command reads, nor one that holds other work."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from l10n_tool.errors import UsageError
from l10n_tool.project.finding import PYPROJECT, SETTINGS
from l10n_tool.storage import find_names, read_bytes

if TYPE_CHECKING:
    from l10n_tool.catalogue import Catalogue
    from l10n_tool.project import Project

__all__ = ["files_of", "require_no_catalogue", "require_other", "require_place_for_mo", "standing_template"]

#: The first bytes of an MO file in either byte order.
_MO: Final = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")
_TEMPLATE: Final = ".pot"
_CATALOGUES: Final = frozenset({".po", _TEMPLATE})
_ELSEWHERE: Final = "Name another file with -o."


def require_other(output: Path, read: Iterable[Path | str]) -> None:
    """Let an output be none of the files that are read, as the file system compares them: links are no other files.

    Raises UsageError. What is no regular file is written to as it is, and takes the place of nothing.
    """
    there = _regular(output)
    if there is None:
        return
    for path in read:
        found = _regular(path)
        if found is not None and os.path.samestat(there, found):
            same = "" if Path(path).absolute() == output.absolute() else f", which is {os.fspath(path)},"
            raise UsageError(f"{output}{same} would be written over, and is read", remedy=_ELSEWHERE)


def _regular(path: Path | str) -> os.stat_result | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - of every source of a project
    except (OSError, ValueError):
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def files_of(project: "Project") -> Iterator[Path | str]:
    """Yield what a project may be made of, whether or not it is there: its settings, its catalogues, its sources."""
    yield from (project.root / SETTINGS, project.root / PYPROJECT)
    yield from map(project.template_of, project.domains)
    for locale in project.locales:
        yield from (project.catalogue(locale, domain) for domain in project.domains)
    for pattern in project.sources:
        yield from (f"{project.root}/{name}" for name in find_names(project.root, pattern))


def require_place_for_mo(output: Path, read: Iterable[Path]) -> None:
    """Let an MO file take the place of an MO file, of an empty one, or of nothing. Raises UsageError."""
    require_other(output, read)
    if _regular(output) is None:
        return
    try:
        with output.open("rb") as file:
            start = file.read(4)
    except OSError:
        # Whoever writes it says what is wrong.
        return
    if start and start not in _MO:
        raise UsageError(f"{output} is there already and is no MO file", remedy=_ELSEWHERE)


def require_no_catalogue(output: Path) -> None:
    """Let a localised document have no name of a catalogue. Raises UsageError."""
    if output.suffix.lower() in _CATALOGUES:
        raise UsageError(f"{output}: no catalogue comes of a build", remedy="Name the document to write with -o.")


def standing_template(output: Path) -> "Catalogue | None":
    """Return the template that is written anew, None where there is nothing.

    Raises UsageError for what is no template: a catalogue of a locale, one that holds translations whatever its name,
    another file that happens to parse. Raises FileError for a catalogue that does not.
    """
    if _regular(output) is None:
        return None
    from l10n_tool.catalogue import CatalogueError, parse_catalogue

    data = read_bytes(output)
    try:
        catalogue = parse_catalogue(data, output.as_posix())
    except CatalogueError:
        if output.suffix.lower() in _CATALOGUES:
            raise
        raise UsageError(f"{output} is there already and is no template", remedy=_ELSEWHERE) from None
    if data.strip():
        _require_template(catalogue, output)
    return catalogue


def _require_template(catalogue: "Catalogue", output: Path) -> None:
    if not catalogue.entries:
        # Every line of it is a comment, as a heading in Markdown looks like one.
        raise UsageError(f"{output} is there already and is no template", remedy=_ELSEWHERE)
    if any(any(entry.msgstr) for entry in catalogue.entries if not entry.is_header):
        remedy = "Move it to the catalogue of its locale, or name another file with -o."
        raise UsageError(f"{output} holds translations, and a template has none", remedy=remedy)
    locale = catalogue.headers.get("Language", "")
    # Some templates name the language of their sources.
    if locale and output.suffix.lower() != _TEMPLATE:
        raise UsageError(f"{output} is there already and is the catalogue of {locale}", remedy=_ELSEWHERE)
