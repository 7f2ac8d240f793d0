"""The template of some source files."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from l10n_tool.catalogue import Catalogue, format_catalogue
from l10n_tool.catalogue.model import Key
from l10n_tool.errors import FileError
from l10n_tool.project import Project
from l10n_tool.project.finding import PYPROJECT
from l10n_tool.segments import Segment, segment_document, template_of
from l10n_tool.storage import read_bytes, write_bytes
from l10n_tool.workflow.documents import SourceFile
from l10n_tool.workflow.extracted import Extracted, Progress, SourceRemark
from l10n_tool.workflow.overwriting import require_other, standing_template
from l10n_tool.workflow.parallel import in_parallel

__all__ = ["extract_files", "template_of_files"]

#: What xgettext leaves to a person to fill in.
_NO_NAME: Final = "PACKAGE VERSION"


def extract_files(
    files: Sequence[SourceFile], output: Path | None, *, project: Project | None = None, check: bool = False
) -> Extracted:
    """Write the template of these files, if it differs from what is there; with ``check`` only tell.

    The project's name and the creation date stand as they were first written, so sources that did not change give the
    same bytes in every checkout.
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
    """Write the template of files that were read already, as ``extract_files`` does.

    Raises UsageError where the output is one of them, or is there and is no template.
    """
    if output is not None:
        require_other(output, (file.path for file in files))
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
    old = standing_template(output) if output is not None else None
    catalogue = _with_known_entries(_with_words(template_of(segments, _headers(old, project)), old), old)
    data = format_catalogue(catalogue)
    after = {entry.key for entry in catalogue.messages}
    if output is None:
        remarks = _remarks(catalogue, after, project)
        return Extracted(None, len(after), documents, changed=True, added=len(after), data=data, remarks=remarks)
    before = {entry.key for entry in old.messages} if old else set()
    changed = not output.is_file() or read_bytes(output) != data
    if changed and not check:
        write_bytes(output, data, root=project.root if project else None)
    remarks = _remarks(catalogue, after - before, project)
    return Extracted(output, len(after), documents, changed, len(after - before), len(before - after), remarks=remarks)


def _remarks(catalogue: Catalogue, fresh: set[Key], project: Project | None) -> tuple[SourceRemark, ...]:
    """Return what the checks of the sources say about the texts that are fresh; nothing is checked where none is."""
    if not fresh:
        return ()
    from l10n_tool.checks.running import check_source, whole_of
    from l10n_tool.checks.standard import Standard

    locale = project.source_locale if project else "en"
    standard = Standard(rules=project.rules if project else ())
    whole = whole_of(catalogue, locale=locale, file="", source_locale=locale, standard=standard)
    files = {entry.key: next(iter(entry.references), "") for entry in catalogue.messages}
    found = [(finding, (finding.msgctxt, finding.msgid)) for finding in check_source(whole)]
    return tuple(
        SourceRemark(finding.check, files.get(key, ""), finding.msgid, finding.message)
        for finding, key in found
        if key in fresh
    )


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
        "Project-Id-Version": _name(was.get("Project-Id-Version", ""), project),
        "Report-Msgid-Bugs-To": was.get("Report-Msgid-Bugs-To", ""),
        "POT-Creation-Date": was.get("POT-Creation-Date") or now,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    # Fields that are none of ours somebody added on purpose.
    return {**own, **{name: value for name, value in was.items() if name not in own}}


def _name(was: str, project: Project | None) -> str:
    """Return what stands in the template, else the project's name; that of its folder differs between checkouts."""
    if was and was != _NO_NAME:
        return was
    if project is None:
        return "messages"
    try:
        about = tomllib.loads(read_bytes(project.root / PYPROJECT).decode())
        name = about["project"]["name"]
    except (FileError, ValueError, KeyError, TypeError):
        # Where it is not what it should be, its own tools say so.
        name = ""
    return " ".join(name.split()) or project.name if isinstance(name, str) else project.name
