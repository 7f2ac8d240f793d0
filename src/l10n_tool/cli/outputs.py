"""compile and build."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n_tool.cli.session import Session, pass_session
from l10n_tool.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from l10n_tool.workflow.built import Built, Rules

__all__ = ["build", "compile_"]


@click.command("compile")
@click.argument("names", nargs=-1, metavar="[LOCALE|PO]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="MO",
    help="The MO file to write.",
)
@pass_session
def compile_(session: Session, names: tuple[str, ...], output: Path | None) -> None:
    """Compile catalogues to MO files.

    Untranslated, draft and stale entries stay out, whatever flags another tool cleared.
    """
    from l10n_tool.reports.catalogues import compiled_text
    from l10n_tool.workflow.compile import compile_catalogues

    session.result(compiled_text(compile_catalogues(session.found, names, output), session.paint))


@click.command()
@click.argument("names", nargs=-1, metavar="[LOCALE]... | FILE")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR|OUT",
    help="Where to write; build/ if left out.",
)
@click.option(
    "--catalogue",
    type=click.Path(path_type=Path),
    metavar="PO",
    help="Localise one FILE with this catalogue.",
)
@click.option(
    "--require",
    type=click.Choice(["reviewed", "approved"]),
    default="reviewed",
    help="Publish what a person reviewed, or only what was approved.",
)
@click.option(
    "--incomplete",
    type=click.Choice(["block", "source"]),
    default="block",
    help="Hold an incomplete document back, or write it with the missing blocks in the source language, marked.",
)
@pass_session
def build(
    session: Session,
    names: tuple[str, ...],
    output: Path | None,
    catalogue: Path | None,
    require: str,
    incomplete: str,
) -> None:
    """Write the localised outputs.

    For every locale that the gate lets through: a page and the document in its source format, in build/<BCP 47>/.
    Of another DIR no file is removed or written over that no build wrote.
    With --catalogue: one document, to OUT, and no project is needed.
    """
    from l10n_tool.gate import Requirement
    from l10n_tool.reports.outputs import built_text
    from l10n_tool.workflow.build import build as step
    from l10n_tool.workflow.built import Incomplete, Rules

    rules = Rules(Requirement(require), Incomplete(incomplete))
    if catalogue is not None:
        results = [_build_file(session, names, catalogue, output, rules)]
    else:
        with session.progress("building") as progress:
            results = step(session.project, names, rules, output, progress)
    session.result(built_text(results, session.paint))
    if any(result.fails for result in results):
        or_else = ", or build with --incomplete source" if rules.incomplete is Incomplete.BLOCK else ""
        session.say(f"Held back: review the entries above{or_else}.")
        raise SystemExit(ExitCode.FINDINGS)


def _build_file(
    session: Session, names: tuple[str, ...], catalogue: Path, output: Path | None, rules: "Rules"
) -> "Built":
    from l10n_tool.workflow.build_file import build_file

    if len(names) != 1 or output is None:
        raise UsageError("--catalogue takes one FILE and -o OUT", remedy="l10n-tool build FILE --catalogue PO -o OUT")
    return build_file(Path(names[0]), catalogue, output, rules, project=session.found)
