"""What people try: catalogues of any name, several of which one is broken, and one that goes through many hands."""

import json
import os
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Final

import polib
import pytest

from l10n_tool.catalogue import (
    Catalogue,
    Entry,
    format_catalogue,
    merge_catalogue,
    merge_versions,
    parse_catalogue,
    tidy_catalogue,
)
from l10n_tool.gate import may_publish
from l10n_tool.provenance import approve, with_draft
from l10n_tool.workflow.merging import PROVENANCE
from running import Cli

DAY: Final = date(2026, 11, 22)
HEADER: Final = Entry("", ("Language: fr\nContent-Type: text/plain; charset=UTF-8\n",))
CATALOGUE: Final = format_catalogue(Catalogue((HEADER, Entry("Come in.", ("Entrez.",)), Entry("Bring a book."))))
TEMPLATE: Final = format_catalogue(Catalogue((HEADER, Entry("Come in."), Entry("Bring two books."))))
BROKEN: Final = CATALOGUE.replace(b'"Entrez."', b'"Entrez.')

NAMES: Final = {
    "spaces": "a b .po",
    "a newline": "new\nline.po",
    "no UTF-8": os.fsdecode(b"bad\xff\xfe.po"),
    "the longest name": "a" * 252 + ".po",
    "a hyphen first": "-x.po",
    "colours": "\x1b[31mred.po",
    "patterns": "*[a]?{0}%s.po",
}
#: Every command that takes a catalogue, in an order in which each has something to do.
COMMANDS: Final = (
    ("status",),
    ("check", "--fail-on", "never"),
    ("tidy",),
    ("update", "--pot", "app.pot"),
    ("draft", "--engine", "pseudo"),
    ("approve", "--by", "reader", "--all"),
    ("compile",),
)


@pytest.mark.parametrize("name", NAMES.values(), ids=list(NAMES))
def test_a_catalogue_may_have_any_name(name: str, tmp_path: Path, cli: Cli) -> None:
    """Each command does its work and leaves nothing beside it."""
    (tmp_path / name).write_bytes(CATALOGUE)
    (tmp_path / "app.pot").write_bytes(TEMPLATE)

    results = [cli(tmp_path, *command, "--", name) for command in COMMANDS]

    assert [result.exit_code for result in results] == [0] * len(COMMANDS)
    assert {path.name for path in tmp_path.iterdir()} == {"app.pot", name, f"{name[:-3]}.mo"}


@pytest.mark.parametrize("bad", [0, 1, 2])
@pytest.mark.parametrize("command", [command for command in COMMANDS if command[0] in {"update", "draft", "approve"}])
def test_no_catalogue_is_written_where_one_cannot_be_read(
    command: tuple[str, ...], bad: int, tmp_path: Path, cli: Cli
) -> None:
    """Whichever of those that are named it is: a command that failed can be given again as it is."""
    before = {f"{at}.po": BROKEN if at == bad else CATALOGUE for at in range(3)}
    for name, data in before.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "app.pot").write_bytes(TEMPLATE)

    result = cli(tmp_path, *command, *before)

    assert result.exit_code == 3
    assert f"{bad}.po:7:16" in result.stderr
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


@pytest.mark.parametrize(
    "command",
    [("status", "--json"), ("update", "--check", "--json", "--pot", "app.pot"), ("check", "--format", "json")],
)
def test_json_is_all_that_standard_output_holds(command: tuple[str, ...], tmp_path: Path, cli: Cli) -> None:
    """With every option of the group that says more or less; and nothing where a file cannot be read, but of check."""
    (tmp_path / "fr.po").write_bytes(CATALOGUE)
    (tmp_path / "bad.po").write_bytes(BROKEN)
    (tmp_path / "app.pot").write_bytes(TEMPLATE)

    told = [
        cli(tmp_path, *options, *command, "fr.po").stdout
        for options in ([], ["-v"], ["-q"], ["--color", "always"], ["-q", "-v"])
    ]
    broken = cli(tmp_path, *command, "fr.po", "bad.po").stdout

    assert all(json.loads(text) for text in told)
    assert json.loads(broken)["findings"] if command[0] == "check" else broken == ""


class _Walk:
    """A catalogue on its way through many hands; ``accepted`` are the machine's texts that somebody approved."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.accepted: set[str] = set()
        self.count = 0

    def text(self, whose: str) -> str:
        self.count += 1
        return f"{whose} {self.count}"

    def some(self, catalogue: Catalogue, share: float) -> list[Entry]:
        return [entry for entry in catalogue.messages if self.random.random() < share]


Step = Callable[[_Walk, Catalogue], Catalogue]


def _draft(walk: _Walk, catalogue: Catalogue) -> Catalogue:
    blank = [entry for entry in walk.some(catalogue, 0.6) if not any(entry.msgstr)]
    return catalogue.map({e.key: with_draft(e, _forms(walk, e, "machine"), "engine", DAY) for e in blank})


def _forms(walk: _Walk, entry: Entry, by: str) -> list[str]:
    return [walk.text(by) for _ in entry.msgstr]


def _edit(walk: _Walk, catalogue: Catalogue) -> Catalogue:
    fuzzy = walk.random.random() < 0.3
    edited = walk.some(catalogue, 0.2)
    return catalogue.map({e.key: e.replace(msgstr=tuple(_forms(walk, e, "person"))).with_fuzzy(fuzzy) for e in edited})


def _approve(walk: _Walk, catalogue: Catalogue) -> Catalogue:
    read = [entry for entry in walk.some(catalogue, 0.2) if entry.complete]
    walk.accepted |= {form for entry in read for form in entry.msgstr}
    return catalogue.map({entry.key: approve(entry, "reader", DAY) for entry in read})


def _clear_flags(walk: _Walk, catalogue: Catalogue) -> Catalogue:
    return catalogue.map({entry.key: entry.with_fuzzy(False) for entry in catalogue.messages})


def _template(walk: _Walk, catalogue: Catalogue) -> Catalogue:
    """Return what the sources have become: some are gone, some rewritten, some came back, one came anew."""
    kept = [Entry(e.msgid, ("",), e.msgctxt, _plural(walk, e)) for e in walk.some(catalogue, 0.85)]
    sources = [e.replace(msgid=f"{e.msgid} today") if walk.random.random() < 0.25 else e for e in kept]
    back = [Entry(e.msgid, ("",), e.msgctxt) for e in catalogue.obsolete if walk.random.random() < 0.3]
    by_key = {entry.key: entry for entry in (*back, *sources, Entry(walk.text("source")))}
    return Catalogue((HEADER, *by_key.values()))


def _plural(walk: _Walk, entry: Entry) -> str | None:
    """Return what a source's plural has become: now and then one comes or goes."""
    had = entry.msgid_plural is not None
    return f"{entry.msgid}s" if had is not (walk.random.random() < 0.2) else None


def _other_forms(walk: _Walk, catalogue: Catalogue) -> Catalogue:
    """Write the plural forms of a language that has one more, or one less, as people do by hand."""
    count = walk.random.choice([1, 2, 3])
    return catalogue.map(
        {e.key: e.replace(msgstr=(*e.msgstr, e.msgstr[0])[:count]) for e in catalogue.messages if e.msgid_plural}
    )


def _update(walk: _Walk, catalogue: Catalogue) -> Catalogue:
    return merge_catalogue(catalogue, _template(walk, catalogue)).catalogue


def _tidy(walk: _Walk, catalogue: Catalogue) -> Catalogue:
    return tidy_catalogue(catalogue).catalogue


def _babel(walk: _Walk, catalogue: Catalogue) -> Catalogue:
    from babel.messages.pofile import read_po, write_po

    data = BytesIO()
    write_po(data, read_po(BytesIO(format_catalogue(catalogue))), width=walk.random.choice([0, 30, 76]))
    return parse_catalogue(data.getvalue())


def _polib(walk: _Walk, catalogue: Catalogue) -> Catalogue:
    text = format_catalogue(catalogue).decode()
    return parse_catalogue(str(polib.pofile(text, wrapwidth=walk.random.choice([20, 40, 78]))).encode())


def _merge(walk: _Walk, catalogue: Catalogue) -> Catalogue:
    ours, theirs = (_take(walk, catalogue, _SINGLE, walk.random.randint(0, 2)) for _ in range(2))
    return merge_versions(catalogue, ours, theirs, PROVENANCE).catalogue


_SINGLE: Final[tuple[Step, ...]] = (
    _draft, _draft, _edit, _approve, _clear_flags, _update, _tidy, _babel, _polib, _other_forms,
)  # fmt: skip
_STEPS: Final[tuple[Step, ...]] = (*_SINGLE, _update, _merge, _merge)


def _take(walk: _Walk, catalogue: Catalogue, steps: tuple[Step, ...], count: int) -> Catalogue:
    for step in walk.random.choices(steps, k=count):
        catalogue = parse_catalogue(format_catalogue(step(walk, catalogue)))
    return catalogue


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_no_way_through_many_hands_makes_a_machines_text_publishable(first: int) -> None:
    """Drafts, edits, approvals, updates, merges, other tools, and flags that somebody cleared unread, in any order."""
    for seed in range(first, first + 50):
        walk = _Walk(seed)
        start = Catalogue(
            (HEADER, *(Entry(walk.text("source"), msgctxt=walk.random.choice([None, "c"])) for _ in "123456"))
        )

        after = _take(walk, start, _STEPS, 8)

        published = {form for e in after.entries if not e.is_header and may_publish(e) for form in e.msgstr}
        assert {text for text in published if text.startswith("machine")} <= walk.accepted, seed
