"""All checks over 100,000 messages, and beside the peers on the same files: run with ``pytest -m benchmark -s``.

A message is two of Django's, one after the other, so that each is another: longer than what programs have as a rule.
"""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

import pytest

from benchmarks.faults.corpus import OWN, Corpus, corpora
from l10n_tool.catalogue import Catalogue, Entry, format_catalogue

#: Seconds on the machine of the figures in the README: two cores.
SECONDS: Final = 20.0
EACH: Final = 12_500


def _pairs(every: Sequence[Mapping[str, Entry]], count: int, seed: int = 3) -> list[tuple[str, str]]:
    """Return so many different pairs of messages that all these locales have."""
    random = Random(seed)
    shared = [text for text in every[0] if text == text.strip() and all(text in one for one in every)]
    pairs: dict[str, tuple[str, str]] = {}
    while len(pairs) < count:
        one, two = random.choice(shared), random.choice(shared)
        pairs[f"{one} {two}"] = one, two
    return list(pairs.values())


def _joined(corpus: Corpus, entries: Mapping[str, Entry], pairs: Sequence[tuple[str, str]]) -> Catalogue:
    """Return a catalogue whose messages are these pairs of messages, one after the other."""
    joined = []
    for first, second in pairs:
        one, two = entries[first], entries[second]
        flags = tuple(dict.fromkeys((*one.flags, *two.flags)))
        joined.append(Entry(f"{first} {second}", (f"{one.msgstr[0]} {two.msgstr[0]}",), flags=flags))
    header = next(iter(corpus.catalogue.entries))
    return Catalogue((header, *joined))


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the catalogues of eight locales, each with the same messages."""
    folder = tmp_path_factory.mktemp("checked")
    every = corpora()
    entries = {locale: {entry.msgid: entry for entry in every[locale].entries} for locale in OWN}
    pairs = _pairs(list(entries.values()), EACH)
    paths = []
    for locale in OWN:
        path = folder / f"{locale}.po"
        path.write_bytes(format_catalogue(_joined(every[locale], entries[locale], pairs)))
        paths.append(path)
    return paths


@dataclass(frozen=True)
class Took:
    """What a command took, on the clock and of all processors, and how many lines it wrote."""

    seconds: float
    processor: float
    lines: int


def _take(command: Sequence[str]) -> Took:
    before, begun = _processor(), time.perf_counter()
    # Where no project is, nothing is remembered from one run for the next.
    with TemporaryDirectory() as nowhere:
        environment = {**os.environ, "NO_COLOR": "1"}
        result = subprocess.run(command, capture_output=True, check=False, cwd=nowhere, env=environment)
    return Took(time.perf_counter() - begun, _processor() - before, result.stdout.count(b"\n"))


def _processor() -> float:
    """Return the processor seconds of all child processes that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _script(name: str) -> str:
    """Return the path of a program of the packages that are installed beside this one."""
    return str(Path(sys.executable).with_name(name))


def _check(paths: Sequence[Path]) -> Took:
    ours = [sys.executable, "-m", "l10n_tool", "check", "--format", "json", "--fail-on", "never"]
    return _take([*ours, *map(str, paths)])


@pytest.mark.benchmark
def test_a_hundred_thousand_messages(catalogues: list[Path]) -> None:
    """In 20 seconds, by the real command; and twice the messages take twice the time."""
    _say(f"\n{'messages':>9}{'seconds':>9}{'a second':>10}{'processor s':>13}   (bar for 100,000: {SECONDS:.0f} s)")
    took = {count: _check(catalogues[:count]) for count in (len(catalogues), len(catalogues) // 2, 1)}
    for count, one in took.items():
        messages = count * EACH
        _say(f"{messages:>9,}{one.seconds:>9.1f}{messages / one.seconds:>10,.0f}{one.processor:>13.1f}")

    assert took[len(catalogues)].lines > 10


@pytest.mark.benchmark
def test_beside_the_peers(catalogues: list[Path], tmp_path: Path) -> None:
    """One catalogue of 12,500 messages, by each tool with all that it has."""
    path = catalogues[2]
    commands = {
        "l10n-tool check": [sys.executable, "-m", "l10n_tool", "check", "--fail-on", "never", str(path)],
        "pofilter": [
            _script("pofilter"),
            "--language=de",
            "--progress=none",
            "-i",
            str(path),
            "-o",
            str(tmp_path / "o.po"),
        ],
        "i18nspector": ["i18nspector", str(path)],
        "msgfmt -c": ["msgfmt", "-c", "-o", os.devnull, str(path)],
    }
    took = {name: _take(command) for name, command in commands.items() if shutil.which(command[0])}
    ours = took["l10n-tool check"].seconds
    _say(f"\n{'one catalogue':18}{'seconds':>9}{'of ours':>9}{'processor s':>13}")
    for name, one in took.items():
        _say(f"{name:18}{one.seconds:>9.2f}{one.seconds / ours:>9.2f}{one.processor:>13.2f}")

    assert list(islice(took, 1)) == ["l10n-tool check"]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
