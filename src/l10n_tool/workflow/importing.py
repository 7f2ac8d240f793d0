"""Captured pages to a source document."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n_tool.captures import (
    Capture,
    DroppedLine,
    Imported,
    decode_page,
    import_captures,
    is_html,
    to_markdown,
)
from l10n_tool.document import decode
from l10n_tool.errors import FileError, Place, UsageError
from l10n_tool.storage import read_bytes, write_bytes
from l10n_tool.workflow.overwriting import require_other

__all__ = ["ImportedFile", "import_files"]

_PAGES = frozenset({".html", ".htm", ".xhtml", ".xht"})


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
    require_other(output, files)
    captures = [_capture(path) for path in files]
    imported = import_captures(captures)
    data = to_markdown(imported.message).encode()
    if output.exists() and not force and read_bytes(output) != data:
        remedy = "Use another name, or --force to replace what is there."
        raise UsageError(f"{output} is there already and holds something else", remedy=remedy)
    return ImportedFile(output, imported, write_bytes(output, data))


def _capture(path: Path) -> Capture:
    """Read a capture: HTML by the ending of its name, or where its bytes begin as a page does."""
    name, data = path.as_posix(), read_bytes(path)
    html = path.suffix.lower() in _PAGES or is_html(data)
    text = decode_page(name, data) if html else decode(name, data, "capture")
    if "\0" in text:
        raise FileError("the capture holds NUL characters", place=Place(name), remedy="Save it as text.")
    return Capture(name, text, html=html)
