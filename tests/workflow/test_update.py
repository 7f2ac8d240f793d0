"""Updating on several cores: the same bytes and the same report, however many there are."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from benchmarks.catalogues import write_catalogue
from l10n_tool.catalogue import Catalogue, format_catalogue, parse_catalogue
from l10n_tool.catalogue.similar import search
from l10n_tool.workflow import update as updating
from l10n_tool.workflow.files import open_template

if TYPE_CHECKING:
    from l10n_tool.catalogue.similar import Look
    from l10n_tool.catalogue.similar.ratio import Nearest

_MESSAGES: Final = 600


def _updated(folder: Path, cores: int, monkeypatch: pytest.MonkeyPatch) -> tuple[object, ...]:
    """Return the file and what is told of it."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)), raising=False)
    folder.mkdir()
    po, pot = write_catalogue(folder, _MESSAGES)
    (result,) = updating.update(None, [str(po)], pot=pot)
    told = [(change.outcome, change.entry.key, change.was, change.similarity) for change in result.changes]
    return po.read_bytes(), told, dict(result.counts)


@pytest.mark.parametrize("few", [500, 5])
def test_as_many_processes_as_there_are_cores_give_the_same_catalogue(
    tmp_path: Path, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, also where many texts are sifted by their letters and words."""
    monkeypatch.setattr(search, "_FEW", few)
    monkeypatch.setattr(search, "_MANY", few * 2)
    alone = _updated(tmp_path / "alone", 3, monkeypatch)
    monkeypatch.setattr(search, "_WORTH_SHARING", 0)

    one, two, three = (_updated(tmp_path / str(cores), cores, monkeypatch) for cores in (1, 2, 3))

    assert alone == one == two == three


def test_every_core_looks_for_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One part of them each, this process too."""
    look, seen = search.SimilarTexts.look, tmp_path / "seen"

    def looking(self: search.SimilarTexts, texts: Sequence[str]) -> "list[tuple[Nearest, bool]]":
        with seen.open("a") as file:
            file.write(f"{os.getpid()}\n")
        return look(self, texts)

    monkeypatch.setattr(search, "_WORTH_SHARING", 0)
    monkeypatch.setattr(search.SimilarTexts, "look", looking)

    _updated(tmp_path / "three", 3, monkeypatch)

    pids = seen.read_text().split()
    assert len(pids) == len(set(pids)) == 3
    assert str(os.getpid()) in pids


def _counting(parted: list[int]) -> "Callable[[Look, Sequence[str]], list[tuple[Nearest, bool]]]":
    def count(look: "Look", texts: Sequence[str]) -> "list[tuple[Nearest, bool]]":
        parted.append(len(texts))
        return look(texts)

    return count


@pytest.mark.parametrize(("worth", "times"), [(0, 1), (10_000_000, 0)])
def test_only_a_long_search_is_parted(tmp_path: Path, worth: int, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process takes longer to start than a short search takes."""
    parted: list[int] = []
    monkeypatch.setattr(search, "_WORTH_SHARING", worth)
    monkeypatch.setattr(updating, "_search", _counting(parted))

    _updated(tmp_path / "one", 2, monkeypatch)

    assert len(parted) == times
    assert not parted or parted[0] > _MESSAGES // 20


def test_the_template_is_read_once_for_all_catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And it is merged into each of them."""
    po, pot = write_catalogue(tmp_path, 50)
    other = tmp_path / "other.po"
    other.write_bytes(format_catalogue(parse_catalogue(po.read_bytes()).with_headers({"Language": "fr"})))
    opened: list[Path] = []

    def opening(path: Path, project: None) -> Catalogue:
        opened.append(path)
        return open_template(path, project)

    monkeypatch.setattr(updating, "open_template", opening)

    results = updating.update(None, [str(po), str(other)], pot=pot)

    assert opened == [pot]
    assert [(result.file, result.changed) for result in results] == [(po.as_posix(), True), (other.as_posix(), True)]
    wanted = {entry.key for entry in parse_catalogue(pot.read_bytes()).messages}
    assert {entry.key for entry in parse_catalogue(other.read_bytes()).messages} == wanted


def test_what_was_not_merged_again_has_no_lines() -> None:
    """Nothing was read of it."""
    kept = updating.Updated("de.po", "de", {}, changed=False)

    assert (kept.changes, dict(kept.lines), kept.catalogue.entries) == ((), {}, ())
