"""Random walks over everything that people and tools do to a catalogue: no unreviewed machine text is published.

The walk keeps its own book: every text that a machine wrote, and every (source, translation) pair that a person
approved. It knows nothing of how the tool computes states.
"""

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

import polib
import pytest

from l10n_tool.catalogue import parse_catalogue, parse_mo
from l10n_tool.drafting import Scheme
from l10n_tool.engines import open_engine
from l10n_tool.engines._base import Closing
from l10n_tool.gate import may_publish
from l10n_tool.project import Project, SourceGroup
from l10n_tool.provenance import signature
from l10n_tool.workflow import draft as drafting
from l10n_tool.workflow.approve import Choice, Reviewer, approve_entries
from l10n_tool.workflow.build import build
from l10n_tool.workflow.built import Incomplete, Rules
from l10n_tool.workflow.compile import compile_catalogues
from l10n_tool.workflow.extract import extract
from l10n_tool.workflow.starting import init
from l10n_tool.workflow.update import update

WORDS = [
    "book",
    "shelf",
    "card",
    "child",
    "reader",
    "story",
    "page",
    "library",
    "letter",
    "evening",
    "bus",
    "garden",
    "rain",
    "window",
    "team",
    "hour",
]
DAY = date(2026, 11, 22)
STEPS = 25


class Machine(Closing):
    """An engine whose every answer can be told from a person's text."""

    name = "machine/test"
    limit = 0
    local = True
    markup = (Scheme.WHOLE,)

    def __init__(self, book: "Book") -> None:
        self._book = book

    def translate(self, text: str) -> str:
        answer = f"Maschine {len(self._book.machine)} {' '.join(text.split()[::-1]).rstrip('.')}."
        self._book.machine.add(answer)
        return answer


@dataclass
class Book:
    """What the walk knows to be true."""

    machine: set[str] = field(default_factory=set)
    approved: set[tuple[str, str]] = field(default_factory=set)
    persons: int = 0


@dataclass
class Walk:
    root: Path
    random: Random
    book: Book
    monkeypatch: pytest.MonkeyPatch

    @property
    def project(self) -> Project:
        return Project(self.root, "walk", locales=("de",), groups=(SourceGroup(("source/*.md",)),))

    @property
    def po(self) -> Path:
        return self.project.catalogue("de")

    @property
    def source(self) -> Path:
        return self.root / "source" / "message.md"

    def start(self) -> None:
        self.source.parent.mkdir(parents=True)
        self.source.write_text("\n\n".join(self.sentence() for _ in range(5)) + "\n")
        self.extract()
        init(self.project, ["de"])

    def sentence(self) -> str:
        return " ".join(self.random.choices(WORDS, k=8)).capitalize() + "."

    def extract(self) -> None:
        extract(self.project)

    def run(self, *command: str) -> None:
        subprocess.run(command, check=True, capture_output=True)

    def draft(self) -> None:
        self.monkeypatch.setattr(drafting, "open_engine", self.open_engine)
        drafting.draft(self.project, [], drafting.Order("pseudo", DAY), lambda _: None)

    def open_engine(self, name: str, source: str, target: str, options: Mapping[str, object]) -> object:
        if name != "memory":
            return Machine(self.book)
        return open_engine(name, source, target, options)

    def edit(self) -> None:
        """Let a person write a translation; the editor clears the flag or leaves it."""
        po = polib.pofile(str(self.po), wrapwidth=self.random.choice([40, 78, 200]))
        entry = self.random.choice([e for e in po if not e.obsolete])
        self.book.persons += 1
        touch = self.random.random() < 0.5 and entry.msgstr
        own = f"Mensch {self.book.persons}"
        entry.msgstr = entry.msgstr.replace("Maschine", own) if touch else own
        if self.random.random() < 0.7:
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        po.save(newline="\n")

    def clear_fuzzy(self) -> None:
        extra = self.random.choice([[], ["--clear-previous"], ["--no-wrap"], ["--width=30"]])
        self.run("msgattrib", "--clear-fuzzy", *extra, "-o", str(self.po), str(self.po))

    def set_fuzzy(self) -> None:
        self.run("msgattrib", "--set-fuzzy", "-o", str(self.po), str(self.po))

    def cat(self) -> None:
        extra = self.random.choice([[], ["--no-wrap"], ["--width=40"], ["--sort-output"], ["--no-location"]])
        self.run("msgcat", *extra, "-o", str(self.po), str(self.po))

    def polib_save(self) -> None:
        polib.pofile(str(self.po), wrapwidth=self.random.choice([20, 78])).save(newline="\n")

    def edit_source(self) -> None:
        """Change a word of the source, take a paragraph away, or bring one back."""
        blocks = self.source.read_text().strip().split("\n\n")
        at = self.random.randrange(len(blocks))
        words = blocks[at].split()
        words[self.random.randrange(len(words) - 1)] = self.random.choice(WORDS)
        kind = self.random.random()
        if kind < 0.6:
            blocks[at] = " ".join(words)
        elif kind < 0.75 and len(blocks) > 2:
            self.book_of_sources.append(blocks.pop(at))
        elif self.book_of_sources:
            blocks.insert(at, self.book_of_sources.pop())
        self.source.write_text("\n\n".join(dict.fromkeys(blocks)) + "\n")
        self.extract()
        self.random.choice([self.update, self.msgmerge])()

    book_of_sources: list[str] = field(default_factory=list)

    def update(self) -> None:
        update(self.project, [])

    def msgmerge(self) -> None:
        extra = self.random.choice([[], ["--previous"], ["--no-fuzzy-matching"], ["--no-wrap"]])
        self.run("msgmerge", "-q", "--update", "--backup=off", *extra, str(self.po), str(self.project.template))

    def approve(self) -> None:
        reviewer = Reviewer("walker", DAY, despite_findings=True)
        entries = [e for e in parse_catalogue(self.po.read_bytes()).messages if e.complete]
        choice = self.random.choice([Choice.ALL, Choice.CLEARED, Choice.ID])
        if choice is Choice.ID and not entries:
            return
        ids = [signature(self.random.choice(entries))] if choice is Choice.ID else []
        for result in approve_entries(self.project, [], reviewer, choice, ids):
            self.book.approved |= {(e.msgid, e.msgstr[0]) for e in result.entries}

    def unreviewed(self, source: str, text: str) -> bool:
        return text in self.book.machine and (source, text) not in self.book.approved

    def look(self) -> list[str]:
        """Return the machine texts that reached an MO, an output or the gate without anybody's approval."""
        update(self.project, [])
        compiled = compile_catalogues(self.project, ["de"])
        mo = parse_mo((self.root / compiled[0].file).read_bytes())
        leaks = [text.decode() for source, text in mo.items() if self.unreviewed(source.decode(), text.decode())]
        entries = list(parse_catalogue(self.po.read_bytes()).messages)
        passing = {(e.msgid, e.msgstr[0]) for e in entries if may_publish(e)}
        leaks += [text for source, text in passing if self.unreviewed(source, text)]
        build(self.project, [], Rules(incomplete=Incomplete.SOURCE))
        pages = "\n".join(path.read_text() for path in (self.root / "build").rglob("de/*"))
        approved_texts = {text for _, text in self.book.approved}
        return leaks + [text for text in self.book.machine - approved_texts if text in pages]


@pytest.mark.usefixtures("msgmerge")
@pytest.mark.parametrize("seed", range(24))
def test_no_walk_publishes_machine_text_that_nobody_approved(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Draft, edit, clear-fuzzy, approve, source edits, msgmerge, msgcat and polib, in any order."""
    walk = Walk(tmp_path, Random(seed), Book(), monkeypatch)
    walk.start()
    walk.draft()
    steps: list[Callable[[], None]] = [
        walk.draft, walk.draft, walk.edit, walk.clear_fuzzy, walk.clear_fuzzy, walk.set_fuzzy, walk.cat,
        walk.polib_save, walk.edit_source, walk.edit_source, walk.approve,
    ]  # fmt: skip
    taken: list[str] = []

    for _ in range(STEPS):
        step = walk.random.choice(steps)
        step()
        taken.append(step.__name__)

        assert walk.look() == [], f"after {taken}"

    assert walk.book.machine
