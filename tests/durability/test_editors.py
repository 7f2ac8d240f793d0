"""What an editor saves while a command runs is kept, whatever the moment and the way it saves."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from durability.cases import PO
from durability.shim import Plan, read_tree
from durability.trials import Trials, left_in, put
from l10n_tool.catalogue import Catalogue, parse_catalogue

Begun = Callable[[str], dict[str, str]]

LEAST: Final = 50
WAYS: Final = ("in place", "in two parts", "rename")
#: By case: the command for the catalogue that is open in the editor.
COMMANDS: Final = {
    "update": ("update", "fr"),
    "draft": ("draft", "fr", "--engine", "pseudo"),
    "draft memory": ("draft", "fr", "--engine", "memory"),
    "approve": ("approve", "fr", "--by", "reader", "--all", "--despite-findings"),
    "compile": ("compile", "fr"),
    "build": ("build",),
    "tidy": ("tidy", "fr"),
    "merge": ("merge", "base.po", "ours.po", "theirs.po"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", COMMANDS)
def test_an_editors_save_is_kept(name: str, way: str, begun: Begun, trials: Trials, tmp_path: Path) -> None:
    """The text that the editor saved stands there, with the command's work or without it, and can be read."""
    tree = begun(name)
    file = "ours.po" if name == "merge" else PO.format("fr")
    plan = Plan("edit", saves=way, file=file, text=_by_hand(tree[file]))
    problems = []
    for at in _moments(name, plan, put(tmp_path / "moments", tree), trials):
        root = put(tmp_path / str(at) / "project", tree)
        outcome = trials.run(root, COMMANDS[name], replace(plan, at=at))
        after = read_tree(str(root))
        problems += [f"{at}: {problem}" for problem in _lost(plan.text, after[file])]
        problems += [f"{at}: {left} is left" for left in left_in(after)]
        problems += [f"{at}: a traceback"] if "Traceback" in outcome.err else []

    assert problems == []


def _moments(name: str, plan: Plan, root: Path, trials: Trials) -> range:
    """Return every call before which a save may come, reading calls among them."""
    count = len(trials.run(root, COMMANDS[name], plan).calls)
    # Where no catalogue is written, fewer moments are enough.
    wanted = LEAST // len(WAYS) + 1 if name in {"build", "compile"} else count
    return range(0, count, max(1, count // wanted))


def _by_hand(text: str) -> str:
    """Return a catalogue as somebody has edited it."""
    edited = text.replace('msgstr "The library (fr)"', 'msgstr "La bibliothek, by hand"')
    edited = edited.replace("# kept for later", "# kept for later, and for good")
    assert edited != text
    return edited


def _lost(saved: str, after: str) -> list[str]:
    """Return the texts and comments that were saved and are not there."""
    wanted, there = (parse_catalogue(text.encode("latin-1"), "fr.po") for text in (saved, after))
    missing = _texts(wanted) - _texts(there)
    return [f"lost {text!r}" for text in missing] + ([] if there.tail == wanted.tail else ["lost the end"])


def _texts(catalogue: Catalogue) -> Counter[str]:
    texts = [text for entry in catalogue.entries if not entry.is_header for text in entry.msgstr if text]
    comments = [comment for entry in catalogue.entries for comment in entry.comments]
    return Counter([*texts, *(comment for comment in comments if "l10n-" not in comment and "text=" not in comment)])


def test_there_are_enough_moments(begun: Begun, trials: Trials, tmp_path: Path) -> None:
    """At 50 or more moments of every command an editor saves, each of the three ways counted."""
    counts = {
        name: len(WAYS) * len(_moments(name, Plan("edit"), put(tmp_path / name, begun(name)), trials))
        for name in COMMANDS
    }

    assert {name: count for name, count in counts.items() if count < LEAST} == {}
