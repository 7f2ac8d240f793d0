"""init and update."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n_tool.cli.session import Session, pass_session
from l10n_tool.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from l10n_tool.workflow.update import Started

__all__ = ["init", "update"]


@click.command()
@click.argument("locales", nargs=-1, required=True, metavar="LOCALE...")
@click.option(
    "--pot", type=click.Path(path_type=Path), metavar="POT", help="The template of another project; needs -o."
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="PO", help="The catalogue to start."
)
@pass_session
def init(session: Session, locales: tuple[str, ...], pot: Path | None, output: Path | None) -> None:
    """Start the catalogue of a locale.

    The header has the plural forms of CLDR. The template must be there: make it with extract. With --pot and -o it
    is the template of any gettext project, and no settings are needed.
    """
    from l10n_tool.workflow import update as step

    if pot is None and output is None:
        for started in step.init(session.project, locales):
            _report(session, started)
        return
    if pot is None or output is None or len(locales) != 1:
        raise UsageError("--pot and -o go together, with one LOCALE", remedy="l10n-tool init fr --pot POT -o PO")
    _report(session, step.init_file(locales[0], pot, output))


def _report(session: Session, started: "Started") -> None:
    session.result(f"{started.file}: {started.entries} entries to translate")
    if not started.listed:
        session.say(f"  Add {started.locale!r} to locales in the settings, so that it is built.")


@click.command()
@click.argument("names", nargs=-1, metavar="[LOCALE|PO]...")
@click.option(
    "--pot",
    type=click.Path(path_type=Path),
    metavar="POT",
    help="The template; the project's own if left out.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a catalogue would change.")
@pass_session
def update(session: Session, names: tuple[str, ...], pot: Path | None, *, check: bool) -> None:
    """Merge the template into the catalogues.

    Nothing that a person wrote is lost: a text whose source changed is kept as stale, one whose source is gone as
    obsolete.
    """
    from l10n_tool.reports.catalogues import updated_text
    from l10n_tool.workflow import update as step

    results = step.update(session.found, names, pot=pot, check=check)
    session.result(updated_text(results, session.paint, check=check, details=session.verbose))
    if check and any(result.changed for result in results):
        session.say("Bring the catalogues up to date with: l10n-tool update")
        raise SystemExit(ExitCode.FINDINGS)
