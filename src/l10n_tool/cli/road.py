"""run, import and extract."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n_tool.cli.session import Session, pass_session
from l10n_tool.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from l10n_tool.workflow.extracted import Extracted

__all__ = ["extract", "import_", "run"]


@click.command()
@pass_session
def run(session: Session) -> None:
    """Walk the whole road, from the sources to the outputs.

    Extract, update, draft what the memory of earlier translations knows, check, compile, build. It needs no
    network, and a second run changes nothing.
    """
    from l10n_tool.reports.road import run_text
    from l10n_tool.workflow.run import run as step

    walked = step(session.project, session.say)
    session.result(run_text(walked, session.paint, session.program))
    if walked.fails:
        raise SystemExit(ExitCode.FINDINGS)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="source/NAME.md",
    help="The document to write.",
)
@click.option("--force", is_flag=True, help="Replace a document that is there and holds something else.")
@pass_session
def import_(session: Session, files: tuple[Path, ...], output: Path, *, force: bool) -> None:
    """Take a message out of captured pages.

    FILE is a captured page in plain text or HTML. The page around the message is dropped, several captures of one
    message are joined, and what only one of them has, the words in which they differ and every line that was
    dropped are listed. Where captures differ, the words of the one given first are kept.
    """
    from l10n_tool.reports.imports import imported_text
    from l10n_tool.workflow.importing import import_files

    session.result(imported_text(import_files(files, output, force=force), session.paint))
    session.say(f"Next: read {output.as_posix()}, then l10n-tool extract")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="POT",
    help="The template to write.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if the template would change.")
@pass_session
def extract(session: Session, files: tuple[Path, ...], output: Path | None, *, check: bool) -> None:
    """Make the template from the sources.

    Without FILE the project's sources go into its template. With FILE these go to POT, or to standard output.
    """
    from l10n_tool.workflow.extract import extract as step

    if not files:
        if output is not None:
            raise UsageError("-o is for the FILEs that are named", remedy="Name them, or leave -o out.")
        with session.progress("reading") as progress:
            extracted = step(session.project, check=check, progress=progress)
        _report(session, extracted, check=check)
        return
    if check and output is None:
        raise UsageError("--check needs a template to compare with", remedy="Name it with -o POT.")
    named = _extract_files(session, files, output, check=check)
    if output is None:
        session.result_bytes(named.data)
        _tell_remarks(session, named, "")
        return
    _report(session, [named], check=check)


def _extract_files(session: Session, files: tuple[Path, ...], output: Path | None, *, check: bool) -> "Extracted":
    from l10n_tool.workflow.documents import named_file
    from l10n_tool.workflow.template import extract_files

    project = session.found
    root = project.root if project else Path.cwd()
    named = [named_file(path, project, root) for path in files]
    return extract_files(named, output, project=project, check=check)


def _tell_remarks(session: Session, extracted: "Extracted", name: str) -> None:
    if not extracted.remarks:
        return
    from l10n_tool.reports.extracted import remarks_text

    session.say(remarks_text(extracted, name, session.paint))


def _report(session: Session, extracted: "list[Extracted]", *, check: bool) -> None:
    from l10n_tool.reports.extracted import extracted_text
    from l10n_tool.storage import relative_name

    here = Path.cwd()
    for one in extracted:
        name = relative_name(one.template, here) if one.template else ""
        session.result(extracted_text(one, name, session.paint, check=check))
        _tell_remarks(session, one, name)
    if check and any(one.changed for one in extracted):
        raise SystemExit(ExitCode.FINDINGS)
