"""Sources to a template."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from l10n_tool.catalogue import Catalogue, format_catalogue
from l10n_tool.errors import UsageError
from l10n_tool.project import Project
from l10n_tool.segments import Segment, segment_document, template_of
from l10n_tool.storage import read_bytes, write_bytes
from l10n_tool.workflow.cache import Cache, digest
from l10n_tool.workflow.documents import SourceFile, source_files
from l10n_tool.workflow.files import open_catalogue
from l10n_tool.workflow.parallel import in_parallel

__all__ = ["Extracted", "extract", "extract_files"]


@dataclass(frozen=True, slots=True)
class Extracted:
    """A template as it is now, and what changed against the file that was there; ``data`` is for standard output."""

    template: Path | None
    entries: int
    documents: int
    changed: bool
    added: int = 0
    removed: int = 0
    data: bytes = b""


#: Told how many documents of how many are read, and a word for them.
Progress = Callable[[int, int, str], None]


def extract(project: Project, *, check: bool = False, progress: Progress | None = None) -> list[Extracted]:
    """Bring the template of each domain up to date; with ``check`` only tell.

    Sources and a template that are those of the last extraction are not read again.
    """
    files = source_files(project)
    memory = Cache(project.root, "extract")
    reading = _Reading(len(files), progress)
    results = [_extract_domain(project, domain, files, memory, reading, check=check) for domain in project.domains]
    memory.forget_others(project.domains)
    memory.save()
    return results


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


def _extract_domain(
    project: Project, domain: str, files: Sequence[SourceFile], memory: Cache, reading: _Reading, *, check: bool
) -> Extracted:
    chosen = [file for file in files if file.group.domain == domain]
    if not chosen:
        patterns = ", ".join(pattern for group in project.groups if group.domain == domain for pattern in group.files)
        # An empty template would make every translation of the domain obsolete.
        raise UsageError(f"no source of the domain {domain} matches {patterns}", remedy="Mend sources.")
    read = [read_bytes(file.path) for file in chosen]
    output = project.template_of(domain)
    known = memory.recall(domain, _key(project, output, chosen, read), _unchanged(output))
    if known is not None:
        return known
    segments = _segments(chosen, read, reading)
    extracted = _write(segments, output, project, len(chosen), check=check)
    if not check or not extracted.changed:
        value = {"entries": extracted.entries, "documents": extracted.documents}
        memory.keep(domain, _key(project, output, chosen, read), value)
    return extracted


def _key(project: Project, output: Path, files: Sequence[SourceFile], read: Sequence[bytes]) -> str:
    """Return a hash of all that a template depends on, itself included."""
    there = output.read_bytes() if output.is_file() else b""
    parts: list[bytes | str] = [project.name, there]
    for file, data in zip(files, read, strict=True):
        parts += [file.name, repr(file.group), data]
    return digest(*parts)


def _unchanged(output: Path) -> Callable[[Mapping[str, Any]], Extracted]:
    return lambda kept: Extracted(output, int(kept["entries"]), int(kept["documents"]), changed=False)


def extract_files(
    files: Sequence[SourceFile], output: Path | None, *, project: Project | None = None, check: bool = False
) -> Extracted:
    """Write the template of these files, if it differs from what is there; with ``check`` only tell.

    The creation date stands as it was first written, so sources that did not change give the same bytes.
    """
    read = [read_bytes(file.path) for file in files]
    return _write(_segments(files, read, _Reading(len(files))), output, project, len(files), check=check)


def _segments(files: Sequence[SourceFile], read: Sequence[bytes], reading: _Reading) -> list[Segment]:
    items = list(zip(files, read, strict=True))
    return in_parallel(items, [len(data) for data in read], reading.segments, list)


def _write(
    segments: Sequence[Segment], output: Path | None, project: Project | None, documents: int, *, check: bool
) -> Extracted:
    old = open_catalogue(output) if output is not None and output.exists() else None
    catalogue = _with_known_entries(template_of(segments, _headers(old, project)), old)
    data = format_catalogue(catalogue)
    after = {entry.key for entry in catalogue.messages}
    if output is None:
        return Extracted(None, len(after), documents, changed=True, added=len(after), data=data)
    before = {entry.key for entry in old.messages} if old else set()
    changed = not output.exists() or read_bytes(output) != data
    if changed and not check:
        write_bytes(output, data, root=project.root if project else None)
    return Extracted(output, len(after), documents, changed, len(after - before), len(before - after))


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
    return {
        "Project-Id-Version": project.name if project else was.get("Project-Id-Version", "messages"),
        "Report-Msgid-Bugs-To": was.get("Report-Msgid-Bugs-To", ""),
        "POT-Creation-Date": was.get("POT-Creation-Date") or now,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
