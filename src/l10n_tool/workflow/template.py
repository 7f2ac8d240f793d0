"""The template of some source files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from l10n_tool.catalogue import Catalogue, format_catalogue
from l10n_tool.project import Project
from l10n_tool.segments import Segment, segment_document, template_of
from l10n_tool.storage import read_bytes, write_bytes
from l10n_tool.workflow.documents import SourceFile
from l10n_tool.workflow.extracted import Extracted, Progress
from l10n_tool.workflow.files import open_catalogue
from l10n_tool.workflow.parallel import in_parallel

__all__ = ["extract_files", "template_of_files"]


def extract_files(
    files: Sequence[SourceFile], output: Path | None, *, project: Project | None = None, check: bool = False
) -> Extracted:
    """Write the template of these files, if it differs from what is there; with ``check`` only tell.

    The creation date stands as it was first written, so sources that did not change give the same bytes.
    """
    read = [read_bytes(file.path) for file in files]
    return template_of_files(files, read, output, project, check=check)


def template_of_files(
    files: Sequence[SourceFile],
    read: Sequence[bytes],
    output: Path | None,
    project: Project | None,
    progress: Progress | None = None,
    *,
    check: bool,
) -> Extracted:
    """Write the template of files that were read already, as ``extract_files`` does."""
    reading = _Reading(len(files), progress)
    items = list(zip(files, read, strict=True))
    segments: list[Segment] = in_parallel(items, [len(data) for data in read], reading.segments, _as_they_are)
    return _write(segments, output, project, len(files), check=check)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads files and tells how far it has come; every process has about the same share, the first speaks for all."""

    total: int
    progress: Progress | None = None

    def segments(self, items: Sequence[tuple[SourceFile, bytes]]) -> list[Segment]:
        found: list[Segment] = []
        for done, (file, data) in enumerate(items, 1):
            found += segment_document(file.read(data), file.group.segmentation)
            if self.progress:
                self.progress(done * self.total // len(items), self.total, "documents")
        return found


def _as_they_are(segments: list[Segment]) -> list[Segment]:
    return segments


def _write(
    segments: Sequence[Segment], output: Path | None, project: Project | None, documents: int, *, check: bool
) -> Extracted:
    old = open_catalogue(output) if output is not None and output.exists() else None
    catalogue = _with_known_entries(_with_words(template_of(segments, _headers(old, project)), old), old)
    data = format_catalogue(catalogue)
    after = {entry.key for entry in catalogue.messages}
    if output is None:
        return Extracted(None, len(after), documents, changed=True, added=len(after), data=data)
    before = {entry.key for entry in old.messages} if old else set()
    changed = not output.exists() or read_bytes(output) != data
    if changed and not check:
        write_bytes(output, data, root=project.root if project else None)
    return Extracted(output, len(after), documents, changed, len(after - before), len(before - after))


def _with_words(catalogue: Catalogue, old: Catalogue | None) -> Catalogue:
    """Return the template with what a person wrote above the header that stood in it, such as a licence."""
    header, was = catalogue.header, old.header if old else None
    if header is None or was is None or not was.comments:
        return catalogue
    return catalogue.map({header.key: header.replace(comments=was.comments)})


def _with_known_entries(catalogue: Catalogue, old: Catalogue | None) -> Catalogue:
    """Return the template with the entries that stood in it as they were written, so that they keep their bytes."""
    if old is None or _form(old) != _form(catalogue):
        return catalogue
    known = {entry.key: entry for entry in old.entries if not entry.obsolete}
    entries = (known.get(entry.key, entry) for entry in catalogue.entries)
    kept = tuple(was if was == now else now for was, now in zip(entries, catalogue.entries, strict=True))
    return replace(catalogue, entries=kept)


def _form(catalogue: Catalogue) -> tuple[str, bool, str]:
    return catalogue.newline, catalogue.bom, catalogue.charset.lower()


def _headers(old: Catalogue | None, project: Project | None) -> dict[str, str]:
    was = old.headers if old else {}
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")
    own = {
        "Project-Id-Version": project.name if project else was.get("Project-Id-Version", "messages"),
        "Report-Msgid-Bugs-To": was.get("Report-Msgid-Bugs-To", ""),
        "POT-Creation-Date": was.get("POT-Creation-Date") or now,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    # Fields that are none of ours somebody added on purpose.
    return {**own, **{name: value for name, value in was.items() if name not in own}}
