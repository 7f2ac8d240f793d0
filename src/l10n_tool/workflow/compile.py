"""PO to MO, behind the gate."""

import gc
import re
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.catalogue.mo import Message, format_messages, message, message_of, only_form
from l10n_tool.catalogue.mo_header import mo_header
from l10n_tool.catalogue.plurals import PluralFormsError
from l10n_tool.errors import FileError, Place, UsageError
from l10n_tool.gate import may_publish
from l10n_tool.project import Project
from l10n_tool.segments import is_markdown
from l10n_tool.storage import OutputFolder, Staged, read_bytes, relative_name, write_bytes
from l10n_tool.workflow.cache import Cache, digest
from l10n_tool.workflow.files import CatalogueFile, open_target, read_target
from l10n_tool.workflow.parallel import in_parallel
from l10n_tool.workflow.targets import Target, targets

__all__ = ["Compiled", "compile_catalogues"]

#: What a browser, and the check, may pass over inside ``javascript:`` and ``data:``; the ends of both with some of it.
_HIDDEN: Final = re.compile(r"[\s\x00-\x1f\u00ad\u200b-\u200f\u2060\ufeff]+")
_END_OF_SCHEME: Final = re.compile(r"[aAtT][\x00-\x1f\u00ad\u200b-\u200f\u2060\ufeff]*:")
_SCHEME: Final = re.compile(r"(?:(?:java|vb|live)script|[\"'=<(:]data):", re.IGNORECASE)
#: The tags of plain formatting, which stand in most texts with markup; what has attributes is to be the source's own.
_FORMATTING: Final = re.compile(
    r'</?(?:abbr|a|br|b|code|em|i|kbd|li|ol|p|small|span|strong|sub|sup|ul|u)((?: [a-z]+="[^"<>&:/]*")*) ?/?>'
)
_MESSAGES: Final = "LC_MESSAGES"
#: In the raw text of every entry with a draft or an approval line, and in every text that msgcat made of two.
_OUR_LINE: Final = "l10n-"
_CONFLICT: Final = "#-#-#-#"


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
    steps = [_step(target, output) for target in chosen]
    if project is None:
        return _compile(steps)
    memory = Cache(project.root, "compile")
    known = [memory.recall(step.target.name, step.key, partial(_unchanged, step.mo)) for step in steps]
    made = iter(_compile([step for was, step in zip(known, steps, strict=True) if was is None]))
    results = [was or next(made) for was in known]
    for step, compiled in zip(steps, results, strict=True):
        if step.mo.is_file():
            memory.keep(step.target.name, step.key, _kept(step.mo, compiled))
    memory.save()
    return results


@dataclass(frozen=True, slots=True)
class _Step:
    """A catalogue, its bytes, and the MO to make of it.

    The MO has a ``name`` below a ``root`` that it must not leave; without a root it goes wherever its path leads.
    """

    target: Target
    data: bytes
    mo: Path
    root: Path | None
    name: str

    @property
    def key(self) -> str:
        """What tells that nothing has changed."""
        return digest(self.data, self.mo.as_posix())


def _step(target: Target, output: Path | None) -> _Step:
    data, mo = read_target(target), output or target.path.with_suffix(".mo")
    root, name = (None, "") if output else _place(target, mo.absolute())
    return _Step(target, data, mo, root, name)


def _place(target: Target, mo: Path) -> tuple[Path | None, str]:
    """Return the folder that an MO beside its PO must not leave, and the MO's name below it."""
    name = relative_name(mo, target.root) if target.root else ""
    if name and not Path(name).is_absolute():
        return target.root, name
    if mo.is_symlink():
        return None, ""
    # In gettext's layout the locales of a folder are written as one work.
    folder = mo.parent
    locale = folder.parent
    if folder.name == _MESSAGES and locale.name and not folder.is_symlink() and not locale.is_symlink():
        return locale.parent, f"{locale.name}/{_MESSAGES}/{mo.name}"
    return folder, mo.name


def _kept(output: Path, compiled: Compiled) -> dict[str, Any]:
    return {"compiled": {**asdict(compiled), "changed": False}, "mo": digest(read_bytes(output))}


def _unchanged(output: Path, kept: Mapping[str, Any]) -> Compiled | None:
    """Return what was compiled before, if the MO is still as it was written."""
    there = output.is_file() and digest(output.read_bytes()) == kept["mo"]
    return Compiled(**kept["compiled"]) if there else None


@dataclass(frozen=True, slots=True)
class _Made:
    """An MO that was not written yet."""

    step: _Step
    data: bytes
    locale: str
    published: int
    left_out: int
    unsafe: int

    def compiled(self, *, changed: bool) -> Compiled:
        """Return what is told of it once it was written."""
        name = relative_name(self.step.mo, self.step.target.root or Path.cwd())
        return Compiled(name, self.locale, self.published, self.left_out, changed, self.unsafe)


def _compile(steps: Sequence[_Step]) -> list[Compiled]:
    """Make the MO files of these steps: those of a project, or of another folder, all of them or none."""
    results: list[Compiled] = []
    with ExitStack() as stack:
        roots = dict.fromkeys(step.root for step in steps if step.root)
        folders = {root: stack.enter_context(OutputFolder(root)) for root in roots}
        weights = [len(step.data) for step in steps]
        for compiled, staged in in_parallel(steps, weights, _make_all, partial(_write_all, folders)):
            results += compiled
            for root, files in staged.items():
                folders[root].adopt(files)
    return results


def _make_all(steps: Sequence[_Step]) -> list[_Made]:
    # No catalogue is kept for longer than its MO takes, and none has circles for the collector to find.
    enabled = gc.isenabled()
    gc.disable()
    try:
        return [_make(step, open_target(step.target, step.data)) for step in steps]
    finally:
        if enabled:
            gc.enable()


def _make(step: _Step, file: CatalogueFile) -> _Made:
    own = bool(file.target.domain)
    messages = list(file.catalogue.messages)
    found = [_published(entry, file.locale, own=own) for entry in messages]
    passing = [message for message in found if message]
    header = _header(file, plurals=any(b"\0" in original for original, _ in passing))
    data = format_messages([(b"", header.encode()), *passing], str(step.mo))
    left_out = len(messages) - len(passing)
    return _Made(step, data, file.locale, len(passing), left_out, found.count(_UNSAFE))


#: What stands for a translation that brings in what its source lacks.
_UNSAFE: Final = ()


def _published(entry: Entry, locale: str, *, own: bool) -> Message | tuple[()] | None:
    """Return the message of an entry that may be published, None for one that may not."""
    text = only_form(entry.raw, _OUR_LINE) if entry.raw else None
    if text is not None and _CONFLICT not in text:
        # Neither fuzzy nor with lines of ours: a text is a person's, and may be published.
        if not _may_run(text, entry.msgid):
            return message(entry.msgctxt, entry.msgid, text) if text else None
    elif not may_publish(entry):
        return None
    if _is_unsafe(entry, locale, own=own):
        return _UNSAFE
    return message_of(entry)


def _header(file: CatalogueFile, *, plurals: bool) -> str:
    """Return the header for the MO. Raises FileError for plural forms that no program could use, as msgfmt -c does."""
    try:
        return mo_header(file.catalogue, plurals=plurals)
    except PluralFormsError as error:
        line = _line_of(file.catalogue, "Plural-Forms")
        remedy = (
            f"Write the plural forms of {file.locale or 'the language'} in the header: l10n-tool explain plural-header."
        )
        raise FileError(f"Plural-Forms: {error}", place=Place(file.name, line), remedy=remedy) from None


def _line_of(catalogue: Catalogue, field: str) -> int:
    """Return the line that a field of the header stands in, or that of the header."""
    header = catalogue.header
    if header is None:
        return 0
    raw = header.raw or ""
    start, at = raw.find("msgid"), raw.find(field)
    return header.line + (raw.count("\n", start, at) if at > start else 0)


def _write_all(
    folders: Mapping[Path, OutputFolder], made: list[_Made]
) -> list[tuple[list[Compiled], dict[Path, Staged]]]:
    """Prepare the MO files of one process; return what is told of them, and what is staged in each folder."""
    compiled = [one.compiled(changed=_write(folders, one.step, one.data)) for one in made]
    return [(compiled, {root: folder.staged for root, folder in folders.items()})]


def _write(folders: Mapping[Path, OutputFolder], step: _Step, data: bytes) -> bool:
    if step.root is None:
        return write_bytes(step.mo, data)
    return folders[step.root].write(step.name, data)


def _is_unsafe(entry: Entry, locale: str, *, own: bool = False) -> bool:
    """Whether a translation brings in what its source lacks; most have no sign of it, and are told at a glance.

    In a project's own program strings an address that is not the source's counts too, as in its documents; the
    catalogues of other projects may have their reasons.
    """
    sources = (entry.msgid,) if entry.msgid_plural is None else (entry.msgid, entry.msgid_plural)
    if not any(_may_run(form, *sources) for form in entry.msgstr):
        return False
    from l10n_tool.checks import CHECKS, Severity
    from l10n_tool.checks.model import Subject

    names = ["unsafe-markup", *(["urls"] if own and not is_markdown(entry) else [])]
    finds = [find for name in names if (find := CHECKS[name].of_entry)]
    subject = Subject(entry, locale)
    return any(remark.severity is not Severity.INFO for find in finds for remark in find(subject))


def _may_run(text: str, *sources: str) -> bool:
    """Whether a text has anything that a browser could take for more than words, but for plain formatting."""
    if "<" in text:
        whole = text
        text = _FORMATTING.sub(lambda tag: "" if not tag[1] or _has(sources, whole, tag[0]) else tag[0], whole)
    return (
        "<" in text
        or "&" in text
        or "://" in text
        or "www." in text
        or (":" in text and _END_OF_SCHEME.search(text) is not None and _names_scheme(text))
    )


def _names_scheme(text: str) -> bool:
    return _SCHEME.search(_HIDDEN.sub("", text)) is not None


def _has(sources: Sequence[str], text: str, tag: str) -> bool:
    """Whether each source has a tag as often as the text."""
    return all(source.count(tag) >= text.count(tag) for source in sources)
