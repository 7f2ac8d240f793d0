"""All checks over 100,000 messages, and beside the peers on the same files: run with ``pytest -m benchmark -s``.

A message is two of Django's, one after the other, so that each is another: longer than what programs have as a rule.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final

import pytest

from benchmarks.faults.corpus import OWN, Corpus, corpora
from l10n_tool.catalogue import Catalogue, Entry, format_catalogue

#: Seconds on the machine of the figures in the README: two cores.
SECONDS: Final = 20.0
EACH: Final = 12_500


def _joined(corpus: Corpus, count: int, seed: int = 3) -> Catalogue:
    """Return a catalogue of so many messages, each made of two, all of them different."""
    random = Random(seed)
    entries = [entry for entry in corpus.entries if entry.msgid == entry.msgid.strip()]
    joined: dict[str, Entry] = {}
    while len(joined) < count:
        one, two = random.choice(entries), random.choice(entries)
        text = f"{one.msgid} {two.msgid}"
        flags = tuple(dict.fromkeys((*one.flags, *two.flags)))
        joined[text] = Entry(text, (f"{one.msgstr[0]} {two.msgstr[0]}",), flags=flags)
    header = next(iter(corpus.catalogue.entries))
    return Catalogue((header, *joined.values()))


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the catalogues of eight locales."""
    folder = tmp_path_factory.mktemp("checked")
    every = corpora()
    paths = []
    for locale in OWN:
        path = folder / f"{locale}.po"
        path.write_bytes(format_catalogue(_joined(every[locale], EACH)))
        paths.append(path)
    return paths


def _seconds(command: Sequence[str]) -> tuple[float, int]:
    """Return how long a command took, and how many lines it wrote."""
    begun = time.perf_counter()
    result = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "NO_COLOR": "1"})
    return time.perf_counter() - begun, result.stdout.count(b"\n")


def _script(name: str) -> str:
    """Return the path of a program of the packages that are installed beside this one."""
    return str(Path(sys.executable).with_name(name))


def _check(paths: Sequence[Path]) -> tuple[float, int]:
    ours = [sys.executable, "-m", "l10n_tool", "check", "--format", "json", "--fail-on", "never"]
    return _seconds([*ours, *map(str, paths)])


@pytest.mark.benchmark
def test_a_hundred_thousand_messages(catalogues: list[Path]) -> None:
    """In 20 seconds, by the real command; and twice the messages take twice the time."""
    whole, lines = _check(catalogues)
    half, _ = _check(catalogues[: len(catalogues) // 2])
    largest, _ = _check(catalogues[:1])
    _say(f"\n100,000 messages: {whole:.1f} s (bar {SECONDS:.0f}); 50,000: {half:.1f} s; one of 12,500: {largest:.1f} s")

    assert lines > 10


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
    took = {name: _seconds(command)[0] for name, command in commands.items() if shutil.which(command[0])}
    ours = took["l10n-tool check"]
    for name, seconds in took.items():
        _say(f"{name:18}{seconds:8.2f} s{seconds / ours:8.2f} of ours")

    assert list(islice(took, 1)) == ["l10n-tool check"]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
