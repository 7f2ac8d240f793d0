"""draft and approve."""

from datetime import date

import click

from l10n_tool.cli.session import Session, pass_session
from l10n_tool.errors import ExitCode, UsageError
from l10n_tool.printable import printable

__all__ = ["approve", "draft"]


@click.command()
@click.argument("names", nargs=-1, metavar="[LOCALE|PO]...")
@click.option("--engine", required=True, metavar="NAME", help="memory, pseudo, apertium, google or mymemory.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Draft at most N entries in each catalogue.")
@click.option("--dry-run", is_flag=True, help="Send and write nothing; say what would be sent, and where.")
@pass_session
def draft(session: Session, names: tuple[str, ...], engine: str, limit: int | None, *, dry_run: bool) -> None:
    """Fill blanks with machine text for review.

    The memory of earlier translations is asked first, then the engine. A draft is always fuzzy and always signed; a
    person's text is never touched. An interrupted draft loses no answer, and goes on where it stopped.
    """
    from l10n_tool.reports.drafts import drafted_text
    from l10n_tool.workflow import draft as step

    order = step.Order(engine, date.today(), limit, dry_run)  # noqa: DTZ011 - the day of the person at the machine
    with session.progress("drafting") as progress:
        results = step.draft(session.found, names, order, session.tell, progress)
    session.result(drafted_text(results, session.paint, dry_run=dry_run))
    drafted = next((result for result in results if result.drafted), None)
    if drafted is not None and not dry_run:
        command = session.command("approve", *(names or [drafted.locale]), options=["--by", "NAME", "--cleared"])
        session.say(f"Next: review {printable(drafted.file)}, then {command}")


@click.command()
@click.argument("names", nargs=-1, metavar="[LOCALE|PO]...")
@click.option("--by", required=True, metavar="NAME", help="Who read the entries: a name or a role.")
@click.option("--all", "all_", is_flag=True, help="Every complete entry but stale ones.")
@click.option("--cleared", is_flag=True, help="What came from a draft and was un-fuzzied in an editor.")
@click.option("--id", "ids", multiple=True, metavar="SIG", help="The entry with this sig; may be given again.")
@click.option("--despite-findings", is_flag=True, help="Approve entries with error findings too.")
@pass_session
def approve(  # noqa: PLR0913 - an argument an option
    session: Session,
    names: tuple[str, ...],
    by: str,
    ids: tuple[str, ...],
    *,
    all_: bool,
    cleared: bool,
    despite_findings: bool,
) -> None:
    """Record that entries were read and found right.

    The approval stands in the PO file, bound to both sides of the entry: any edit voids it. An entry with an error
    finding is refused. l10n-tool status --entries draft lists what waits, each entry with its sig.
    """
    from l10n_tool.reports.catalogues import approved_text
    from l10n_tool.workflow import approve as step

    chosen = [c for c, given in zip(step.Choice, (all_, cleared, bool(ids)), strict=True) if given]
    if len(chosen) != 1:
        raise UsageError("say which entries", remedy="Give one of --all, --cleared and --id SIG.")
    reviewer = step.Reviewer(by, date.today(), despite_findings)  # noqa: DTZ011 - as above
    results = step.approve_entries(session.found, names, reviewer, chosen[0], ids)
    session.result(approved_text(results, session.paint))
    if any(result.refused for result in results):
        session.say("Mend what was refused, or approve it with --despite-findings.")
        raise SystemExit(ExitCode.FINDINGS)
