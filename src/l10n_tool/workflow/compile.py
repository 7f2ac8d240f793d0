"""PO to MO, behind the gate."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from l10n_tool.catalogue import Catalogue, Entry, format_mo, parse_mo
from l10n_tool.catalogue.mo import message_of
from l10n_tool.catalogue.model import parse_headers
from l10n_tool.errors import FileError, UsageError
from l10n_tool.gate import may_publish
from l10n_tool.project import Project
from l10n_tool.segments import is_markdown
from l10n_tool.storage import contained, read_bytes, relative_name, write_bytes
from l10n_tool.workflow.cache import Cache, digest
from l10n_tool.workflow.files import CatalogueFile, open_target, read_target
from l10n_tool.workflow.targets import Target, targets

__all__ = ["Compiled", "compile_catalogues"]

#: The end of ``javascript:`` and of ``data:``, also with something inside that a browser does not see.
_END_OF_SCHEME: Final = re.compile(r"[aAtT][\x00-\x1f\u00ad\u200b-\u200f\u2060\ufeff]*:")


@dataclass(frozen=True, slots=True)
class Compiled:
    """An MO file: how many translations are in it, and how many entries stayed out.

    ``unsafe`` are those of the latter whose translation brings in what would run in a browser.
    """

    file: str
    locale: str
    published: int
    left_out: int
    changed: bool
    unsafe: int = 0


def compile_catalogues(project: Project | None, names: Sequence[str], output: Path | None = None) -> list[Compiled]:
    """Compile each catalogue beside its PO file, or one to ``output``.

    Untranslated, draft and stale entries stay out, so a program falls back to its source text, and so do translations
    with a script, an event handler or the like that their source lacks: a program may show its texts in a page. Each
    MO is read back and compared before it is written; every PO is read before the first MO is written.
    """
    chosen = targets(project, names)
    if output is not None and len(chosen) != 1:
        raise UsageError("-o takes one catalogue", remedy="Name the locale or the PO file to compile.")
    memory = Cache(project.root if project else None, "compile")
    steps = [_Step(target, read_target(target), output or target.path.with_suffix(".mo")) for target in chosen]
    known = [memory.recall(step.target.name, step.key, partial(_unchanged, step.output)) for step in steps]
    # Every catalogue is read before the first MO is written.
    opened = [None if was else open_target(step.target, step.data) for was, step in zip(known, steps, strict=True)]
    results = []
    for was, file, step in zip(known, opened, steps, strict=True):
        compiled = _compile(file, step.output) if file else was
        if compiled is None:
            continue
        if project is not None and step.output.is_file():
            memory.keep(step.target.name, step.key, _kept(step.output, compiled))
        results.append(compiled)
    memory.save()
    return results


@dataclass(frozen=True, slots=True)
class _Step:
    """A catalogue, its bytes, and the MO to make of it."""

    target: Target
    data: bytes
    output: Path

    @property
    def key(self) -> str:
        return digest(self.data, self.output.as_posix())


def _kept(output: Path, compiled: Compiled) -> dict[str, Any]:
    return {"compiled": {**asdict(compiled), "changed": False}, "mo": digest(read_bytes(output))}


def _unchanged(output: Path, kept: Mapping[str, Any]) -> Compiled | None:
    """Return what was compiled before, if the MO is still as it was written."""
    there = output.is_file() and digest(output.read_bytes()) == kept["mo"]
    return Compiled(**kept["compiled"]) if there else None


def _compile(file: CatalogueFile, output: Path) -> Compiled:
    messages = list(file.catalogue.messages)
    reviewed = [entry for entry in messages if may_publish(entry)]
    passing = [entry for entry in reviewed if not _is_unsafe(entry, file.locale, own=bool(file.target.domain))]
    header = _header(file.catalogue)
    data = format_mo(header, passing)
    _read_back(data, header, passing, output)
    root = file.target.root if file.target.root and contained(file.target.root, output) else None
    changed = write_bytes(output, data, root=root)
    name = relative_name(output, file.target.root or Path.cwd())
    unsafe = len(reviewed) - len(passing)
    return Compiled(name, file.locale, len(passing), len(messages) - len(passing), changed, unsafe)


def _is_unsafe(entry: Entry, locale: str, *, own: bool = False) -> bool:
    """Whether a translation brings in what its source lacks; most have no sign of it, and are told at a glance.

    In a project's own program strings an address that is not the source's counts too, as in its documents; the
    catalogues of other projects may have their reasons.
    """
    if not any(map(_may_run, entry.msgstr)):
        return False
    from l10n_tool.checks import CHECKS, Severity
    from l10n_tool.checks.model import Subject

    names = ["unsafe-markup", *(["urls"] if own and not is_markdown(entry) else [])]
    finds = [find for name in names if (find := CHECKS[name].of_entry)]
    subject = Subject(entry, locale)
    return any(remark.severity is not Severity.INFO for find in finds for remark in find(subject))


def _may_run(text: str) -> bool:
    return (
        "<" in text
        or "&" in text
        or "://" in text
        or "www." in text
        or (":" in text and _END_OF_SCHEME.search(text) is not None)
    )


def _header(catalogue: Catalogue) -> str:
    """Return the header with the charset that the MO is written in."""
    entry = catalogue.header
    text = entry.msgstr[0] if entry else ""
    if catalogue.charset.lower().replace("-", "") == "utf8" and "charset" in parse_headers(text).get(
        "Content-Type", ""
    ):
        return text
    changed = catalogue.with_headers({"Content-Type": "text/plain; charset=UTF-8"}).header
    return changed.msgstr[0] if changed else text


def _read_back(data: bytes, header: str, passing: Sequence[Entry], output: Path) -> None:
    expected = {b"": header.encode(), **dict(map(message_of, passing))}
    if parse_mo(data, str(output)) != expected:
        raise FileError(f"{output}: the MO does not read back as it was written; nothing was changed")
