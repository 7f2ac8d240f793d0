"""check, explain and status."""

from typing import Any

import click

from l10n_tool.cli.session import Session, pass_session
from l10n_tool.errors import ExitCode

__all__ = ["check", "explain", "status"]

_NEVER = "never"
_STATES = ("untranslated", "draft", "stale", "translated", "approved")


@click.command()
@click.argument("names", nargs=-1, metavar="[LOCALE|PO]...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "github", "sarif", "junit"]),
    default="text",
    help="How to print findings: for people, programs, GitHub's annotations, code scanning, or test results.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", _NEVER]),
    default="error",
    help="Exit 1 if there is a finding as bad as this; error if left out.",
)
@click.option("--baseline", type=click.Path(dir_okay=False), metavar="FILE", help="Pass over findings that FILE knows.")
@click.option("--update-baseline", is_flag=True, help="Write what is found to the baseline: from here on it is known.")
@click.option("--changed", metavar="REV", help="Tell only of entries that differ from where this branch left REV.")
@click.option("--fix", is_flag=True, help="Show what is mechanical as a difference, and mend it if that is wanted.")
@click.option("--yes", is_flag=True, help="With --fix: write it without asking.")
@pass_session
def check(session: Session, /, names: tuple[str, ...], format_: str, fail_on: str, **limits: Any) -> None:
    """Find what would embarrass the campaign.

    Takes locales of the project, or PO files of any project. l10n-tool explain CHECK says what a finding means, and
    l10n-tool -v check lists infos, too.
    """
    fix, yes = limits.pop("fix"), limits.pop("yes")
    if fix or yes:
        _fix(session, names, fix=fix, yes=yes)
        return
    from pathlib import Path

    from l10n_tool.checks import Severity
    from l10n_tool.cli.findings_output import Asked, show
    from l10n_tool.workflow import check as step
    from l10n_tool.workflow.narrowing import Limits, narrow

    if limits["baseline"] is not None:
        limits["baseline"] = Path(limits["baseline"])
    project = session.found
    asked = Asked(project, names, format_, None if fail_on == _NEVER else Severity(fail_on))
    told = narrow(project, names, step.check(project, names), Limits(**limits))
    show(session, asked, told)
    if told.checked.fails(asked.fail_on):
        raise SystemExit(ExitCode.FINDINGS)


def _fix(session: Session, names: tuple[str, ...], *, fix: bool, yes: bool) -> None:
    from l10n_tool.cli.fixing import fix_catalogues
    from l10n_tool.errors import UsageError

    if not fix:
        raise UsageError("--yes is about --fix", remedy="Add --fix, or leave out --yes.")
    others = _given("format_", "fail_on", "baseline", "update_baseline", "changed")
    if others:
        # What was to be left alone would be mended.
        raise UsageError(f"--fix does not go with {others[0]}", remedy="Leave one of the two out.")
    fix_catalogues(session, names, yes=yes)


def _given(*parameters: str) -> list[str]:
    """Return those of these options that were given, as they are written."""
    context = click.get_current_context()
    source = click.core.ParameterSource.COMMANDLINE
    names = {option.name: option.opts[0] for option in context.command.params}
    return [names[one] for one in parameters if context.get_parameter_source(one) is source]


@click.command()
@click.argument("name", metavar="[CHECK]", required=False)
@pass_session
def explain(session: Session, name: str | None) -> None:
    """Say what a check means and how to mend it.

    Without a name it lists all checks. A severity is as the settings of the project have it.
    """
    from l10n_tool.errors import UsageError
    from l10n_tool.project import Project
    from l10n_tool.reports.checks import check_text, checks_text

    project: Project | None = None
    try:
        project = session.found
    except UsageError as error:
        # Whoever has to mend the settings of the checks needs their names.
        session.tell(f"{session.paint('warning:', 'warn')} {error}")
    if name is None:
        session.result(checks_text(project, session.paint))
    else:
        session.result(check_text(name, project, session.paint, width=session.width))


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
