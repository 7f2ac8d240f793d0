"""The checks of .ci/run, one session each, and the tests on every Python we support."""

import nox

nox.options.default_venv_backend = "venv"
nox.options.sessions = ["lint", "types", "tests"]


@nox.session
def lint(session: nox.Session) -> None:
    """Style, format and the walls between the rooms."""
    session.install("-e", ".[dev]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly."""
    session.install("-e", ".[dev]")
    session.run("mypy")


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """All tests; what a test needs and this machine lacks is named where it skips."""
    session.install("-e", ".[dev]")
    session.run("pytest", *session.posargs)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Measure against other tools, side by side."""
    session.install("-e", ".[dev]")
    session.run("pytest", "-m", "benchmark", "-s", *session.posargs)
