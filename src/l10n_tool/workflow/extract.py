"""Sources to a template."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from l10n_tool.catalogue import Catalogue, format_catalogue
from l10n_tool.document import Document
from l10n_tool.errors import UsageError
from l10n_tool.project import Project
from l10n_tool.segments import segment_document, template_of
from l10n_tool.sources import source_of
from l10n_tool.storage import find_files, read_bytes, relative_name, write_bytes
from l10n_tool.workflow.files import open_catalogue

__all__ = ["Extracted", "extract", "read_document", "read_documents"]


@dataclass(frozen=True, slots=True)
class Extracted:
    """A template as it is now, its bytes, and what changed against the file that was there."""

    catalogue: Catalogue
    data: bytes
    documents: tuple[str, ...]
    changed: bool
    added: int = 0
    removed: int = 0


def read_documents(project: Project) -> list[Document]:
    """Return the documents of a project, sorted by name. Raises UsageError where its sources match no file."""
    paths = find_files(project.root, project.sources)
    if not paths:
        patterns = ", ".join(project.sources)
        raise UsageError(f"no source matches {patterns}", remedy="Write a document there, or mend sources.")
    return [read_document(path, project.root) for path in paths]


def read_document(path: Path, root: Path) -> Document:
    """Return one document, named as its references name it."""
    name = relative_name(path, root)
    if not name.isprintable():
        # References are lines of a catalogue, and a name is all that they hold.
        raise UsageError(f"{name!r} has a control character in its name", remedy="Rename the file.")
    return source_of(name).read(name, read_bytes(path))


def extract(
    documents: Sequence[Document], output: Path | None, *, project: Project | None = None, check: bool = False
) -> Extracted:
    """Write the template of these documents, if it differs from what is there; with ``check`` only tell.

    The creation date stands as it was first written, so sources that did not change give the same bytes.
    """
    old = open_catalogue(output) if output is not None and output.exists() else None
    segments = [segment for document in documents for segment in segment_document(document)]
    catalogue = template_of(segments, _headers(old, project))
    data = format_catalogue(catalogue)
    before = {entry.key for entry in old.messages} if old else set()
    after = {entry.key for entry in catalogue.messages}
    names = tuple(document.name for document in documents)
    if output is None:
        return Extracted(catalogue, data, names, changed=True, added=len(after))
    changed = not output.exists() or read_bytes(output) != data
    if changed and not check:
        write_bytes(output, data, root=project.root if project else None)
    return Extracted(catalogue, data, names, changed, len(after - before), len(before - after))


def _headers(old: Catalogue | None, project: Project | None) -> dict[str, str]:
    was = old.headers if old else {}
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")
    return {
        "Project-Id-Version": project.name if project else was.get("Project-Id-Version", "messages"),
        "Report-Msgid-Bugs-To": was.get("Report-Msgid-Bugs-To", ""),
        "POT-Creation-Date": was.get("POT-Creation-Date") or now,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
