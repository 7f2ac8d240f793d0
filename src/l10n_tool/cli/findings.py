"""check, explain and status."""

import click

from l10n_tool.cli.session import Session, pass_session
from l10n_tool.errors import ExitCode

__all__ = ["check", "explain", "status"]

_NEVER = "never"
_STATES = ("untranslated", "draft", "stale", "translated", "approved")


@click.command()
@click.argument("names", nargs=-1, metavar="[LOCALE|PO]...")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to print findings.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", _NEVER]),
    default="error",
    help="Exit 1 if there is a finding as bad as this; error if left out.",
)
@pass_session
def check(session: Session, names: tuple[str, ...], format_: str, fail_on: str) -> None:
    """Find what would embarrass the campaign.

    Takes locales of the project, or PO files of any project. l10n-tool explain CHECK says what a finding means.
    """
    from l10n_tool.checks import Severity
    from l10n_tool.reports.findings import findings_json, findings_text
    from l10n_tool.workflow import check as step

    checked = step.check(session.found, names)
    if format_ == "json":
        import json

        session.result(json.dumps(findings_json(checked.findings), ensure_ascii=False, indent=2))
    else:
        session.result(findings_text(checked, session.paint))
    if checked.fails(None if fail_on == _NEVER else Severity(fail_on)):
        raise SystemExit(ExitCode.FINDINGS)


@click.command()
@click.argument("name", metavar="CHECK")
@pass_session
def explain(session: Session, name: str) -> None:
    """Say what a check means and how to mend it."""
    from l10n_tool.checks import CHECKS
    from l10n_tool.errors import UnknownNameError

    if name not in CHECKS:
        raise UnknownNameError("check", name, list(CHECKS))
    found = CHECKS[name]
    session.result(f"{session.paint(name, 'head')} ({found.severity.value}): {found.summary}\n\n{found.explanation}")


@click.command()
@click.argument("names", nargs=-1, metavar="[LOCALE|PO]...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--entries",
    type=click.Choice(_STATES),
    multiple=True,
    help="List the entries in this state, each with its place and sig; may be given again.",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit 1 if less than this is done in a locale.",
)
@pass_session
def status(
    session: Session,
    names: tuple[str, ...],
    entries: tuple[str, ...],
    fail_under: float | None,
    *,
    as_json: bool,
) -> None:
    """Count states and words per locale.

    Done are the translated and approved entries. A star marks a locale in progress, which --fail-under passes over
    unless it is named.
    """
    from l10n_tool.reports.catalogues import status_json, status_text
    from l10n_tool.workflow import status as step

    rows = step.status(session.found, names)
    if as_json:
        import json

        session.result(json.dumps(status_json(rows), ensure_ascii=False, indent=2))
    elif entries:
        _list_entries(session, names, entries)
    else:
        session.result(status_text(rows, session.paint))
    if fail_under is not None and any(row.below(fail_under) for row in rows if names or not row.in_progress):
        raise SystemExit(ExitCode.FINDINGS)


def _list_entries(session: Session, names: tuple[str, ...], states: tuple[str, ...]) -> None:
    from l10n_tool.provenance import State
    from l10n_tool.reports.catalogues import entries_text
    from l10n_tool.workflow.files import open_target
    from l10n_tool.workflow.targets import targets

    for target in targets(session.found, names):
        file = open_target(target)
        session.result(entries_text(file.catalogue, file.name, map(State, states), session.paint))
