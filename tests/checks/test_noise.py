"""On catalogues that many people reviewed the checks say little: what they say there is mostly noise."""

import importlib.util
from collections import Counter
from pathlib import Path

import pytest

from l10n_tool.checks import Severity
from l10n_tool.workflow.check import check

#: How many findings there may be for a thousand messages.
MOST = {Severity.ERROR: 2.0, Severity.WARNING: 30.0}


def catalogues(package: str) -> list[str]:
    """Return the PO files that a package brings; both packages are in the extra ``dev``."""
    found = importlib.util.find_spec(package)
    folders = found.submodule_search_locations if found else None
    return sorted(str(path) for folder in folders or () for path in Path(folder).rglob("*.po"))


@pytest.mark.parametrize("package", ["django", "weblate_language_data"])
def test_reviewed_catalogues_raise_few_findings(package: str) -> None:
    """At most two errors and thirty warnings for a thousand messages, all of them counted."""
    checked = check(None, catalogues(package))

    by_check = Counter((finding.severity, finding.check) for finding in checked.findings)
    found = {severity: 1000 * checked.count(severity) / checked.entries for severity in MOST}

    assert checked.entries > 10_000
    assert {severity: share for severity, share in found.items() if share > MOST[severity]} == {}, by_check
