"""Merging templates into catalogues."""

from collections.abc import Mapping, Sequence
from functools import partial
from operator import is_not
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from l10n_tool.catalogue import Catalogue, Merged, Outcome, merge_catalogue
from l10n_tool.errors import UsageError
from l10n_tool.storage import contained
from l10n_tool.workflow.files import (
    BY_UPDATE,
    CatalogueFile,
    open_target,
    open_template,
    read_target,
    rewrite_catalogue,
)
from l10n_tool.workflow.targets import Target, of_all, targets

if TYPE_CHECKING:
    from l10n_tool.catalogue.similar import Look
    from l10n_tool.catalogue.similar.ratio import Nearest
    from l10n_tool.project import Project

__all__ = ["Updated", "update"]


class Updated:
    """What an update did, or would do, to one catalogue.

    ``counts`` says how many entries had each outcome; ``changes`` are the outcomes one by one, and ``catalogue`` what
    came of it, of a catalogue that was merged. One that stands as the last merge left it is not merged again.
    """

    # A plain class: a dataclass costs every update half a millisecond.
    __slots__ = ("catalogue", "changed", "changes", "counts", "file", "locale")

    def __init__(
        self, file: str, locale: str, counts: Mapping[Outcome, int], *, changed: bool, merged: Merged | None = None
    ) -> None:
        self.file, self.locale, self.changed, self.counts = file, locale, changed, counts
        self.changes = merged.changes if merged else ()
        self.catalogue = merged.catalogue if merged else Catalogue()

    def count(self, outcome: Outcome) -> int:
        """Return how many entries had this outcome."""
        return self.counts.get(outcome, 0)

    @property
    def lines(self) -> Mapping[int, int]:
        """The line of each entry in the updated file, by the entry's ``id``."""
        from l10n_tool.catalogue import format_catalogue, parse_catalogue

        written = parse_catalogue(format_catalogue(self.catalogue, self.file), self.file)
        return {id(entry): placed.line for entry, placed in zip(self.catalogue.entries, written.entries, strict=True)}


def update(
    project: "Project | None",
    names: Sequence[str],
    *,
    pot: Path | None = None,
    check: bool = False,
    details: bool = False,
) -> list[Updated]:
    """Merge the template into each catalogue; with ``check`` only tell what would change.

    Every catalogue is read before the first is written, so a bad file stops the update while nothing is changed. With
    ``details`` the result names every entry, also of catalogues that stand as the last merge left them.
    """
    chosen = targets(project, names)
    paths = [_pot_of(project, target, pot) for target in chosen]
    with of_all(chosen):
        merges = [_Merge(target, path, read_target(target)) for target, path in zip(chosen, paths, strict=True)]
        if project is None:
            return _merge_all(project, merges, check=check)
        return _merge_changed(project, merges, check=check, details=details)


def _merge_changed(project: "Project", merges: Sequence["_Merge"], *, check: bool, details: bool) -> list[Updated]:
    """Merge where a catalogue or its template is not what it was after the last merge."""
    from l10n_tool.workflow.cache import Cache, digest

    memory = Cache(project.root, "update")
    wanted = {path: _bytes_of(path) for path in dict.fromkeys(merge.template for merge in merges)}
    keys = [digest(merge.data, wanted[merge.template]) for merge in merges]
    known = [
        None if details else memory.recall(merge.target.name, key, partial(_unchanged, merge.target))
        for merge, key in zip(merges, keys, strict=True)
    ]
    left = [merge for merge, found in zip(merges, known, strict=True) if found is None]
    results = iter(_merge_all(project, left, check=check))
    updated = [found or next(results) for found in known]
    for merge, key, result in zip(merges, keys, updated, strict=True):
        if not result.changed:
            memory.keep(merge.target.name, key, {outcome.value: n for outcome, n in result.counts.items()})
    memory.save()
    return updated


class _Merge(NamedTuple):
    """A catalogue with its bytes, and the template to merge into it."""

    target: Target
    template: Path
    data: bytes


def _bytes_of(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _unchanged(target: Target, kept: Mapping[str, int]) -> Updated:
    counts = {Outcome(name): int(count) for name, count in kept.items()}
    locale = target.language()
    return Updated(target.name, locale, counts, changed=False)


def _merge_all(project: "Project | None", merges: Sequence[_Merge], *, check: bool) -> list[Updated]:
    """Merge the templates in; every file is read before the first is written."""
    templates = {path: open_template(path, project) for path in dict.fromkeys(merge.template for merge in merges)}
    opened = [open_target(merge.target, merge.data) for merge in merges]
    results = []
    for file, merge in zip(opened, merges, strict=True):
        results.append(_update(_Update(project, templates[merge.template]), file, check=check))
    return results


class _Update:
    """The merge of one template into one catalogue, and what came of the last one."""

    def __init__(self, project: "Project | None", template: Catalogue) -> None:
        self._project, self._template = project, template
        self._file: CatalogueFile | None = None
        self.merged = Merged(Catalogue(), ())

    def __call__(self, file: CatalogueFile) -> Catalogue:
        """Return the catalogue with the template merged in."""
        if file is not self._file:
            self._file, self.merged = file, _merge(self._project, file, self._template)
        return self.merged.catalogue


def _update(merge: _Update, file: CatalogueFile, *, check: bool) -> Updated:
    after, before = merge(file).entries, file.catalogue.entries
    # What a merge leaves alone it gives back, so there is nothing to write where every entry is the one that was read.
    changed = len(after) != len(before) or any(map(is_not, after, before))
    if changed and not check:
        rewrite_catalogue(file, merge, asked=BY_UPDATE)
    merged = merge.merged
    return Updated(file.name, file.locale, merged.counts, changed=changed, merged=merged)


def _merge(project: "Project | None", file: CatalogueFile, template: Catalogue) -> Merged:
    """Merge a template in; in a project's own catalogue blocks give to their sentences, and sentences to blocks."""
    if project is None or not file.target.domain or not file.locale:
        return merge_catalogue(file.catalogue, template, search=_search)
    from datetime import date

    from l10n_tool.carrying import carry_over, keep_blocks
    from l10n_tool.segments import is_markdown

    today = date.today()  # noqa: DTZ011 - a day as the person at the machine counts it
    source = project.source_locale
    before = carry_over(file.catalogue, template, source=source, target=file.locale, markdown=is_markdown, on=today)
    merged = merge_catalogue(before, template, search=_search)
    return keep_blocks(before, merged, template, source=source, markdown=is_markdown)


def _search(look: "Look", texts: Sequence[str]) -> "list[tuple[Nearest, bool]]":
    """Look for similar texts in several processes; it is called where that is worth it, whatever the texts weigh."""
    from l10n_tool.workflow.parallel import WORTH_A_PROCESS, in_parallel

    return in_parallel(texts, [WORTH_A_PROCESS] * len(texts), _as_they_are, look)


def _as_they_are(texts: Sequence[str]) -> Sequence[str]:
    return texts


def _pot_of(project: "Project | None", target: Target, pot: Path | None) -> Path:
    if pot is not None:
        return pot
    domain = target.domain or target.path.stem
    if project is not None and contained(project.root / "locales", target.path) and domain in project.domains:
        return project.template_of(domain)
    raise UsageError(f"it is not clear which template {target.name} belongs to", remedy="Name it with --pot FILE.")
