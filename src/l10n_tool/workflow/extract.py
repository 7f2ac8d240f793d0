"""Sources to templates, unless nothing changed: then nothing of what reads and writes them is even imported."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from l10n_tool.errors import UsageError
from l10n_tool.project import Project
from l10n_tool.storage import read_bytes
from l10n_tool.workflow.cache import Cache, digest
from l10n_tool.workflow.documents import SourceFile, source_files, stamps_of
from l10n_tool.workflow.extracted import Extracted, Progress

__all__ = ["extract"]


def extract(project: Project, *, check: bool = False, progress: Progress | None = None) -> list[Extracted]:
    """Bring the template of each domain up to date; with ``check`` only tell.

    Sources and a template that are those of the last extraction are not read again.
    """
    files = source_files(project)
    memory = Cache(project.root, "extract")
    results = [_extract_domain(project, domain, files, memory, progress, check=check) for domain in project.domains]
    memory.forget_others(project.domains)
    memory.save()
    return results


def _extract_domain(
    project: Project, domain: str, files: Sequence[SourceFile], memory: Cache, progress: Progress | None, *, check: bool
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
    from l10n_tool.workflow.template import template_of_files

    extracted = template_of_files(chosen, read, output, project, progress, check=check)
    if not check or not extracted.changed:
        value = {"entries": extracted.entries, "documents": extracted.documents}
        memory.keep(domain, _key(project, output, chosen, read), value)
    return extracted


def _key(project: Project, output: Path, files: Sequence[SourceFile], read: Sequence[bytes]) -> str:
    """Return a hash of all that a template depends on, itself included."""
    there = output.read_bytes() if output.is_file() else b""
    return digest(project.name, there, *stamps_of(files, read))


def _unchanged(output: Path) -> Callable[[Mapping[str, Any]], Extracted]:
    return lambda kept: Extracted(output, int(kept["entries"]), int(kept["documents"]), changed=False)
