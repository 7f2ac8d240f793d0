"""Captured pages to a source document."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n_tool.captures import Capture, DroppedLine, Imported, import_captures, to_markdown
from l10n_tool.document import decode
from l10n_tool.errors import FileError, Place, UsageError
from l10n_tool.storage import read_bytes, write_bytes

__all__ = ["ImportedFile", "import_files"]


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """The document that an import wrote, and what it left out."""

    output: Path
    imported: Imported
    changed: bool

    @property
    def dropped(self) -> tuple[DroppedLine, ...]:
        """The lines that are not in the document, with the reason for each."""
        return self.imported.dropped


def import_files(files: Sequence[Path], output: Path, *, force: bool = False) -> ImportedFile:
    """Write the message that stands in some captured pages as one Markdown document.

    A document that is there already is replaced with ``force`` only, since a person may have edited it.
    """
    if output.suffix.lower() not in {".md", ".markdown"}:
        raise UsageError(f"{output}: an import makes a Markdown document", remedy="Name it with -o source/NAME.md.")
    captures = [_capture(path) for path in files]
    imported = import_captures(captures)
    data = to_markdown(imported.message).encode()
    if output.exists() and not force and read_bytes(output) != data:
        remedy = "Use another name, or --force to replace what is there."
        raise UsageError(f"{output} is there already and holds something else", remedy=remedy)
    return ImportedFile(output, imported, write_bytes(output, data))


def _capture(path: Path) -> Capture:
    text = decode(path.as_posix(), read_bytes(path), "capture")
    if "\0" in text:
        raise FileError("the capture holds NUL characters", place=Place(path.as_posix()), remedy="Save it as text.")
    return Capture(path.as_posix(), text)
