"""A process that runs commands which are killed, and the projects that they begin with."""

from collections.abc import Callable, Iterator

import pytest

from durability.cases import CASES, prepared
from durability.trials import Outcome, Trials, put


@pytest.fixture(scope="session")
def trials() -> Iterator[Trials]:
    """Run commands in processes of their own."""
    with Trials.started() as started:
        yield started


@pytest.fixture(scope="session")
def begun(trials: Trials, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, str]]:
    """Return the files that a case begins with, by its name; made once."""
    known: dict[str, dict[str, str]] = {}

    def begin(name: str) -> dict[str, str]:
        if name not in known:
            known[name] = prepared(CASES[name], trials, tmp_path_factory.mktemp("begun") / "project")
        return known[name]

    return begin


@pytest.fixture(scope="session")
def counted(
    trials: Trials, begun: Callable[[str], dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Outcome]:
    """Run a case to its end, and return its calls and the files before each; done once."""
    known: dict[str, Outcome] = {}

    def count(name: str) -> Outcome:
        if name not in known:
            root = put(tmp_path_factory.mktemp("counted") / "project", begun(name))
            known[name] = trials.run(root, CASES[name].command)
        return known[name]

    return count
