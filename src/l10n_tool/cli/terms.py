"""terms."""

from pathlib import Path

import click

from l10n_tool.cli.session import Session, pass_session
from l10n_tool.errors import ExitCode, UsageError

__all__ = ["terms"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if the file is not tidy.")
@click.option("--suggest", is_flag=True, help="Print lines for terms.csv: names and repeated terms of the sources.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=40,
    metavar="N",
    help="With --suggest: so many terms at most; 40 if left out.",
)
@click.option("--import", "import_", type=_FILE, metavar="FILE", help="Add the terms of a TBX or CSV file.")
@click.option("--export", type=_FILE, metavar="TBX", help="Write the termbase as TBX-Basic.")
@pass_session
def terms(
    session: Session, import_: Path | None, export: Path | None, limit: int, *, check: bool, suggest: bool
) -> None:
    """Keep the termbase tidy, add to it, and pass it on.

    The termbase is terms.csv beside the settings. It is sorted and written in one form, and a file that is tidy is
    not written.
    """
    if check + suggest + (import_ is not None) + (export is not None) > 1:
        remedy = "Give one of --check, --suggest, --import and --export."
        raise UsageError("these options do not go together", remedy=remedy)
    if suggest:
        _suggest(session, limit)
    elif import_ is not None:
        _import(session, import_)
    elif export is not None:
        _export(session, export)
    else:
        _tidy(session, check=check)


def _tidy(session: Session, *, check: bool) -> None:
    from l10n_tool.reports.terms import terms_text
    from l10n_tool.workflow.terms import tidy_terms

    tidied = tidy_terms(session.project, check=check)
    session.result(terms_text(tidied, session.paint, check=check))
    if check and tidied.changed:
        session.say(f"Bring it to this form with: {session.command('terms')}")
        raise SystemExit(ExitCode.FINDINGS)


def _suggest(session: Session, limit: int) -> None:
    from l10n_tool.termbase.csv_file import format_lines
    from l10n_tool.workflow.terms import suggest_terms

    lines = suggest_terms(session.project, limit)
    session.result(format_lines(lines).removesuffix("\n"))
    session.say("Strike out what is no term, and take the rest in with: l10n-tool terms --import FILE.csv")


def _import(session: Session, file: Path) -> None:
    from l10n_tool.reports.terms import imported_text
    from l10n_tool.workflow.terms import import_terms

    session.result(imported_text(import_terms(session.project, file), session.paint))


def _export(session: Session, file: Path) -> None:
    from l10n_tool.reports.terms import exported_text
    from l10n_tool.workflow.terms import export_terms

    session.result(exported_text(export_terms(session.project, file), session.paint))
