"""The three-way merge of large catalogues, beside gettext's msgcat: run with ``pytest -m benchmark -s``.

No gettext tool merges three versions; msgcat joins two of them, with both texts where they differ.
"""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from benchmarks.catalogues import write_catalogue
from l10n_tool.catalogue import Catalogue, format_catalogue, parse_catalogue

PAIRS = 5
#: Of ten messages each side translated one anew.
EDITED = 0.1


def _edited(catalogue: Catalogue, mark: str, random: Random) -> bytes:
    entries = [
        entry.replace(msgstr=tuple(f"{text} {mark}" for text in entry.msgstr))
        if not entry.is_header and random.random() < EDITED
        else entry
        for entry in catalogue.entries
    ]
    return format_catalogue(replace(catalogue, entries=tuple(entries)))


def _versions(folder: Path, messages: int) -> None:
    base, _ = write_catalogue(folder, messages)
    data, random = base.read_bytes(), Random(3)
    (folder / "base.po").write_bytes(data)
    for name in ("ours", "theirs"):
        (folder / f"{name}.po").write_bytes(_edited(parse_catalogue(data), name, random))


def _seconds(folder: Path, *command: str) -> float:
    # An installed package has its bytecode; one that is edited would be compiled anew each time.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


@pytest.mark.benchmark
def test_merge_beside_msgcat(tmp_path: Path) -> None:
    """The bar is a second for 20,000 messages, and the same time for each of 50,000 as for each of 5,000."""
    tool = str(Path(sys.executable).with_name("l10n-tool"))
    took = {}
    for messages in (5_000, 20_000, 50_000):
        folder = tmp_path / str(messages)
        folder.mkdir()
        _versions(folder, messages)
        ours = (tool, "-q", "merge", "base.po", "ours.po", "theirs.po", "-o", "merged.po")
        theirs = ("msgcat", "ours.po", "theirs.po", "-o", "joined.po")
        pairs = [(_seconds(folder, *ours), _seconds(folder, *theirs)) for _ in range(PAIRS)]
        took[messages] = statistics.median(a for a, _ in pairs)
        ratio = statistics.median(a / b for a, b in pairs)
        print(f"\nmerge, {messages} messages: {took[messages]:.2f} s, {ratio:.2f} times msgcat")  # noqa: T201

    growth = took[50_000] / took[5_000] / 10
    print(f"time for each message at 50,000: {growth:.2f} times that at 5,000")  # noqa: T201
    assert growth
