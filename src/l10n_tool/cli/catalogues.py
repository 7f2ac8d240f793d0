"""init and update."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n_tool.cli.session import Session, pass_session
from l10n_tool.errors import ExitCode, UsageError
from l10n_tool.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n_tool.workflow.starting import Started
    from l10n_tool.workflow.update import Updated

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
    from l10n_tool.workflow import starting as step

    if pot is None and output is None:
        for started in step.init(session.project, locales):
            _report(session, started)
        return
    if pot is None or output is None or len(locales) != 1:
        raise UsageError("--pot and -o go together, with one LOCALE", remedy="l10n-tool init fr --pot POT -o PO")
    _report(session, step.init_file(locales[0], pot, output))


def _report(session: Session, started: "Started") -> None:
    session.result(f"{printable(started.file)}: {started.entries} entries to translate")
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
@click.option("--json", "as_json", is_flag=True, help="Print what became of each entry as JSON.")
@pass_session
def update(session: Session, names: tuple[str, ...], pot: Path | None, *, check: bool, as_json: bool) -> None:
    """Merge the template into the catalogues.

    Nothing that a person wrote is lost: a text whose source changed is kept as stale, one whose source is gone as
    obsolete. With -v it says what became of each entry.
    """
    from l10n_tool.workflow import update as step

    results = step.update(session.found, names, pot=pot, check=check, details=session.verbose)
    session.result(_updated(session, results, check=check, as_json=as_json))
    changed = any(result.changed for result in results)
    if check and changed:
        session.say(f"Bring the catalogues up to date with: {_command(session, 'update', names, pot)}")
        raise SystemExit(ExitCode.FINDINGS)
    if changed:
        session.say(f"See what is to do with: {session.command('status', *names)}")


def _command(session: Session, name: str, names: tuple[str, ...], pot: Path | None) -> str:
    return session.command(name, *names, options=["--pot", str(pot)] if pot else [])


def _updated(session: Session, results: "Sequence[Updated]", *, check: bool, as_json: bool) -> str:
    from l10n_tool.reports.updates import updated_json, updated_text

    if not as_json:
        return updated_text(results, session.paint, check=check, details=session.verbose)
    import json

    return json.dumps(updated_json(results, details=session.verbose), ensure_ascii=False, indent=2)
