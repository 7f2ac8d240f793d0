"""Findings to print: one, with some fields as wanted, and any that hypothesis thinks of."""

from typing import Any

from hypothesis import strategies as st

from l10n_tool.checks import CHECKS, Finding, Severity


def a_finding(**changes: Any) -> Finding:
    """Return a finding with some fields as wanted."""
    fields: dict[str, Any] = {
        "check": "numbers",
        "severity": Severity.ERROR,
        "locale": "fr",
        "file": "fr.po",
        "line": 7,
        "msgctxt": None,
        "msgid": "Since 1992",
        "message": "1992 is missing; 1993 is too much",
        "sig": "2faa2ae0cdf0ca43",
        "msgstr": "Depuis 1993",
        "source": "Since 1992",
        "marks": ((7, 11),),
        "source_marks": ((6, 10),),
    }
    return Finding(**{**fields, **changes})


#: Whatever a catalogue, its name or its header may say.
HOSTILE = st.text() | st.sampled_from(
    [
        "\r::stop-commands::x", "\n::error::", "::set-output name=a::b", "%0A::x", "##[add-path]/tmp", "##vso[task]",
        "\x1b[2J", "\u202e", "\x85", "\u2028::x::", "<script>", "]]>", "&amp;", "|a|", "`x`", "[a](javascript:b)",
        "{0}", "@team", "\x00", "\ufffe",
    ]
)  # fmt: skip

FINDINGS = st.lists(
    st.builds(
        Finding,
        check=st.sampled_from(sorted(CHECKS)),
        severity=st.sampled_from(Severity),
        locale=HOSTILE,
        file=HOSTILE,
        line=st.integers(0, 10**6),
        msgctxt=st.none() | HOSTILE,
        msgid=HOSTILE,
        message=HOSTILE,
        sig=st.just("2faa2ae0cdf0ca43"),
        msgstr=HOSTILE,
        source=HOSTILE,
        marks=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))).map(tuple),
        source_marks=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))).map(tuple),
    )
)
