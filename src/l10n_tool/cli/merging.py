"""merge."""

from pathlib import Path

import click

from l10n_tool.cli.session import Session, pass_session
from l10n_tool.errors import ExitCode, FileError, UsageError
from l10n_tool.printable import printable

__all__ = ["merge"]


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="BASE OURS THEIRS")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="PO",
    help="The file to write; OURS if left out.",
)
@click.option("--name", default="", metavar="PATH", help="What to call the file in messages: git merges copies.")
@click.option("--fail-on-conflict", is_flag=True, help="Exit 1 if an entry holds two texts; git then stops to ask.")
@click.option("--install", is_flag=True, help="Have git merge the catalogues of this repository so.")
@pass_session
def merge(
    session: Session, files: tuple[Path, ...], output: Path | None, name: str, *, fail_on_conflict: bool, install: bool
) -> None:
    """Merge two versions of a catalogue by entry.

    OURS and THEIRS come from BASE, which may be empty. What either side wrote is kept: an entry with two texts becomes
    stale, with one of them as its translation and the other in a comment. Only a version that cannot be read is a
    conflict for git.

    With --install git calls this command by itself. Every clone needs it once, since git runs nothing that comes with
    a repository.
    """
    if install and (files or output or name):
        raise UsageError("--install takes no files", remedy="l10n-tool merge --install")
    if install:
        _install(session, fail_on_conflict=fail_on_conflict)
    elif len(files) != 3:
        raise UsageError("merge takes three files", remedy="l10n-tool merge BASE OURS THEIRS, or --install for git.")
    else:
        _merge(session, files, output, name, fail_on_conflict=fail_on_conflict)


def _merge(
    session: Session, files: tuple[Path, ...], output: Path | None, name: str, *, fail_on_conflict: bool
) -> None:
    from l10n_tool.reports.merged import merged_text, open_text
    from l10n_tool.workflow.merging import merge_files

    base, ours, theirs = files
    try:
        result = merge_files(base, ours, theirs, output, name=name)
    except FileError:
        if name:
            session.tell(
                f"{printable(name)}: not merged; git keeps our side of it as a conflict. Mend it, then git add it."
            )
            session.tell("  The other side: git checkout --theirs -- FILE, or git show REV:FILE")
        raise
    # Whatever git was asked for prints to standard output.
    if not result.has_base:
        session.say(f"{printable(result.name)}: there is no common version, so what one side removed comes back")
    session.say(merged_text(result, session.paint))
    if result.merged.conflicts or result.merged.header_conflicts:
        session.tell(open_text(result, session.paint))
    if result.merged.conflicts and fail_on_conflict:
        raise SystemExit(ExitCode.FINDINGS)


def _install(session: Session, *, fail_on_conflict: bool) -> None:
    from l10n_tool.reports.merged import installed_text
    from l10n_tool.workflow.git_driver import install_driver

    installed = install_driver(Path(session.start or "."), _program(session), fail_on_conflict=fail_on_conflict)
    session.result(installed_text(installed, session.paint))
    session.say("Every clone needs this once: l10n-tool merge --install")


def _program(session: Session) -> list[str]:
    """Return how git can call this program: a program with windows, or a cron job, has another PATH."""
    import sys
    from shutil import which

    found = which(session.program)
    # Without -P the interpreter would first look for our modules in the repository that is merged.
    return [str(Path(found).absolute())] if found else [sys.executable, "-P", "-m", "l10n_tool"]
