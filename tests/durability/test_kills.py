"""A command that is killed at any call that changes files loses nothing, and is done when it is given again."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import pytest

from durability.cases import CASES, Case
from durability.shim import Plan, read_tree
from durability.trials import Outcome, Trials, files_of, left_in, put, timeless
from l10n_tool.catalogue import parse_catalogue, parse_mo

Begun = Callable[[str], dict[str, str]]
Counted = Callable[[str], Outcome]

#: Fewer would not be the promise of the README.
LEAST: Final = 300
KILLED: Final = -9


def _points(case: Case, outcome: Outcome) -> list[Plan]:
    """Return a kill before each call, and one in the middle of each write."""
    before = [Plan("kill", at) for at in range(len(outcome.calls))]
    middle = [Plan("middle", at) for at, (call, _) in enumerate(outcome.calls) if call == "write"]
    return [*before, *middle][:: case.step]


@pytest.mark.parametrize("name", CASES)
def test_a_kill_loses_nothing_and_the_command_can_be_given_again(
    name: str, begun: Begun, counted: Counted, trials: Trials, tmp_path: Path
) -> None:
    """Each file is as it was or as the command makes it; given again, the command leaves what it would have left."""
    case, whole = CASES[name], counted(name)
    assert whole.code == case.ends, whole.err
    problems = [
        f"{plan} {whole.calls[plan.at]}: {problem}"
        for number, plan in enumerate(_points(case, whole))
        for problem in _problems(case, whole, plan, put(tmp_path / str(number) / "project", begun(name)), trials)
    ]

    assert problems == []


def _problems(case: Case, whole: Outcome, plan: Plan, root: Path, trials: Trials) -> list[str]:
    killed = trials.run(root, case.command, plan)
    found = [] if killed.code == KILLED else [f"it was not killed but ended with {killed.code}: {killed.err}"]
    found += _unknown(read_tree(str(root)), whole.trees)
    again = trials.run(root, case.command)
    if again.code not in {case.ends, case.repeats}:
        found.append(f"given again, it ends with {again.code}: {again.err}")
    after = read_tree(str(root))
    found += [f"{path} is left" for path in left_in(after)]
    different = timeless(after).items() ^ timeless(whole.trees[-1]).items()
    return found + sorted({f"{path} is not what it would have been" for path, _ in different})


def _unknown(tree: Mapping[str, str], trees: Sequence[Mapping[str, str]]) -> list[str]:
    """Return the files that are as they never are when the command is left alone, with what is in no state of them."""
    now, known = timeless(files_of(tree)), [timeless(files_of(one)) for one in trees]
    names = sorted({name for one in (now, *known) for name in one})
    return [
        f"{name} is as it never was: {_strange(now.get(name), [one.get(name, '') for one in known])}"
        for name in names
        if now.get(name) not in [one.get(name) for one in known]
    ]


def _strange(text: str | None, known: Sequence[str]) -> str:
    if text is None:
        return "it is gone"
    lines = {line for one in known for line in one.splitlines()}
    return repr([line for line in text.splitlines() if line not in lines][:3] or text)


@pytest.mark.parametrize("name", CASES)
def test_every_file_can_be_used_at_every_moment(name: str, counted: Counted) -> None:
    """Catalogues are read without a problem, MO files too, and no page is without its end."""
    for tree in counted(name).trees:
        for path, text in files_of(tree).items():
            if path.endswith((".po", ".pot")):
                parse_catalogue(text.encode("latin-1"), path)
            elif path.endswith(".mo"):
                parse_mo(text.encode("latin-1"), path)
            elif path.endswith(".html"):
                assert text.endswith("</html>\n")


def test_there_are_hundreds_of_points(counted: Counted) -> None:
    """At 300 or more moments a command is killed; at the last count there were over 500."""
    count = sum(len(_points(case, counted(name))) for name, case in CASES.items())

    assert count >= LEAST
