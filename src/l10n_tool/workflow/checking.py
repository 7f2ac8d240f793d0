"""The work of ``check`` in pieces that both cores take: parts of catalogues, and what all locales are compared for."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Final, NamedTuple

from l10n_tool.catalogue import CatalogueError, Entry
from l10n_tool.checks import CHECKS, Finding, findings_of_error
from l10n_tool.checks.model import Whole
from l10n_tool.checks.running import Checking, check_locales, check_source, whole_of
from l10n_tool.checks.standard import Standard
from l10n_tool.facts.text import Texts
from l10n_tool.workflow.built import Progress
from l10n_tool.workflow.files import open_target
from l10n_tool.workflow.parallel import in_parallel
from l10n_tool.workflow.targets import Target

__all__ = ["Domain", "Given", "check_all"]

#: How many messages of a catalogue are one piece of work, and what one weighs, in bytes that are built.
_PIECE: Final = 1000
_WEIGHT: Final = 1500
#: To compare the locales takes about this part of what it takes to check them.
_SHARE: Final = 10
_MESSAGE: Final = b"\nmsgid "


class Given(NamedTuple):
    """A catalogue as it was read."""

    target: Target
    data: bytes


class Domain(NamedTuple):
    """All locales of a domain, to be compared; what is found is told of those that were asked for."""

    all: tuple[Given, ...]


class _Piece(NamedTuple):
    """A part of a catalogue of so many messages: the ``part``-th of ``parts`` runs of its entries."""

    at: int
    given: Given
    part: int
    parts: int
    messages: int


class _Across(NamedTuple):
    """The comparison of a domain's locales."""

    domain: Domain


class _Told(NamedTuple):
    """Who is told how far the work has come, and how many pieces there are in all."""

    progress: Progress | None
    total: int

    def tell(self, done: int, share: int) -> None:
        """Tell of so many pieces of a process's share: all shares weigh about the same, so each speaks for all."""
        if self.progress:
            self.progress(done * self.total // share, self.total, "parts of catalogues")


class Result(NamedTuple):
    """What a piece came to: ``at`` is the number of its catalogue, or -1 for what comparing locales told."""

    at: int
    findings: tuple[Finding, ...]
    entries: int


def check_all(
    catalogues: Sequence[Given],
    domains: Sequence[Domain],
    standard: Standard,
    source_locale: str,
    progress: Progress | None = None,
) -> tuple[list[tuple[tuple[Finding, ...], int]], tuple[Finding, ...]]:
    """Return the findings and the number of entries of each catalogue, and what comparing locales told."""
    work: list[_Piece | _Across] = [*_pieces(catalogues), *(_Across(domain) for domain in domains)]
    weights = [_weight(piece) for piece in work]
    worker = _Worker(standard, source_locale, _Told(progress, len(work)))
    results = in_parallel(work, weights, list, worker.results)
    mine: list[list[Result]] = [[] for _ in catalogues]
    for result in results:
        if result.at >= 0:
            mine[result.at].append(result)
    across = tuple(finding for result in results if result.at < 0 for finding in result.findings)
    return [(tuple(f for r in these for f in r.findings), sum(r.entries for r in these)) for these in mine], across


def _pieces(catalogues: Sequence[Given]) -> Iterator[_Piece]:
    for at, given in enumerate(catalogues):
        messages = given.data.count(_MESSAGE)
        parts = messages // _PIECE + 1
        yield from (_Piece(at, given, part, parts, messages) for part in range(parts))


def _weight(piece: _Piece | _Across) -> int:
    if isinstance(piece, _Across):
        return sum(given.data.count(_MESSAGE) for given in piece.domain.all) * _WEIGHT // _SHARE
    return piece.messages * _WEIGHT // piece.parts


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the garbage collector rest."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Worker:
    """Does pieces one after another; parts of one catalogue come in a row, and it is opened for the first of them."""

    def __init__(self, standard: Standard, source_locale: str, told: _Told) -> None:
        self._standard, self._source_locale, self._told = standard, source_locale, told
        self._sources = Texts(source_locale)
        self._last: tuple[int, _Opened | CatalogueError] | None = None

    def results(self, pieces: Sequence[_Piece | _Across]) -> list[Result]:
        """Return what each piece came to."""
        # A twelfth of the time goes into looking for what nobody can reach any more, and little of that is there.
        with _uncollected():
            results = self._results(pieces)
            # What is still there when the collector wakes is looked through by it.
            self._last, self._sources = None, Texts(self._source_locale)
            return results

    def _results(self, pieces: Sequence[_Piece | _Across]) -> list[Result]:
        results = []
        for done, piece in enumerate(pieces, 1):
            results.append(self._across(piece.domain) if isinstance(piece, _Across) else self._piece(piece))
            self._told.tell(done, len(pieces))
        return results

    def _piece(self, piece: _Piece) -> Result:
        opened = self._opened(piece)
        if isinstance(opened, CatalogueError):
            findings = () if piece.part else tuple(findings_of_error(opened, locale=piece.given.target.locale))
            return Result(piece.at, findings, 0)
        return opened.result(piece)

    def _opened(self, piece: _Piece) -> "_Opened | CatalogueError":
        if self._last is None or self._last[0] != piece.at:
            try:
                whole = _whole(piece.given, self._standard, self._source_locale, self._sources)
                self._last = piece.at, _Opened(whole, template=piece.given.target.path.suffix == ".pot")
            except CatalogueError as error:
                self._last = piece.at, error
        return self._last[1]

    def _across(self, domain: Domain) -> Result:
        wholes = []
        for given in domain.all:
            try:
                wholes.append(_whole(given, self._standard, self._source_locale, self._sources))
            except CatalogueError:
                # Its faults are told where it is checked itself.
                continue
        return Result(-1, tuple(check_locales(wholes)), 0)


def _whole(given: Given, standard: Standard, source_locale: str, sources: Texts) -> Whole:
    """Return an opened catalogue with what checks may know about it. Raises CatalogueError."""
    file = open_target(given.target, given.data)
    return whole_of(
        file.catalogue,
        locale=file.locale,
        file=file.name,
        source_locale=source_locale,
        standard=standard,
        sources=sources,
    )


class _Opened:
    """A catalogue that was opened, and what its checks learned from it."""

    def __init__(self, whole: Whole, *, template: bool) -> None:
        self._whole = whole
        self._template = template
        self._checking = Checking(whole, CHECKS)

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return tuple(self._whole.catalogue.messages)

    def result(self, piece: _Piece) -> Result:
        entries = self._entries
        start, end = (len(entries) * at // piece.parts for at in (piece.part, piece.part + 1))
        first = self._of_first() if piece.part == 0 else ()
        findings = (*first, *self._checking.of_entries(entries[start:end]))
        return Result(piece.at, findings, end - start)

    def _of_first(self) -> Iterator[Finding]:
        """Yield what is told once, with the first part."""
        if self._template:
            yield from check_source(self._whole)
        yield from self._checking.of_catalogue()
