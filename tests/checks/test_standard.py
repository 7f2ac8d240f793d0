"""How much a check counts: the rules of the settings, and what a translator's comment switches off."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.checks import CHECKS, Finding, Severity, check_catalogue
from l10n_tool.checks.standard import Rule, Standard, ignored
from l10n_tool.errors import UsageError
from l10n_tool.project.check_rules import completeness_of, rules_of
from l10n_tool.termbase import Term, Termbase

HEADER = Entry("", ("Language: fr\nContent-Type: text/plain; charset=UTF-8\n",))
#: An entry with an error of the check "placeholders", and nothing else that is wrong.
WRONG = Entry("Ask %(name)s", ("Demandez",), references=("source/poems/one.md:3",), flags=("no-python-format",))
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def found(*rules: Rule, entry: Entry = WRONG, locale: str = "fr") -> list[Severity]:
    catalogue = Catalogue((HEADER, entry))
    findings: list[Finding] = check_catalogue(catalogue, locale=locale, file="fr.po", standard=Standard(rules))
    return [finding.severity for finding in findings if finding.check == "placeholders"]


def rule(severity: Severity | None, **changes: object) -> Rule:
    return replace(Rule(severity, frozenset({"placeholders"})), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("severity", [*Severity, None])
def test_a_rule_sets_what_its_check_counts(severity: Severity | None) -> None:
    """Or that it says nothing."""
    assert found(rule(severity)) == ([severity] if severity else [])
    assert found(rule(severity, checks=frozenset({"tags"}))) == [ERROR]


def test_a_rule_for_no_check_is_for_all() -> None:
    """A file of poems needs one line."""
    assert found(Rule(None, files=("source/poems/*",))) == []


def test_of_several_rules_the_last_that_fits_decides() -> None:
    """The settings are read from the top down."""
    assert found(rule(INFO), rule(WARNING)) == [WARNING]
    assert found(rule(WARNING), rule(None, locales=frozenset({"tr"}))) == [WARNING]
    assert found(rule(None), rule(WARNING, msgids=("Ask*",))) == [WARNING]
    assert found(rule(WARNING, msgids=("Ask*",)), rule(None)) == []


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ({"locales": frozenset({"fr"})}, True),
        ({"locales": frozenset({"de"})}, False),
        ({"msgids": ("Ask *",)}, True),
        ({"msgids": ("ask *",)}, False),
        ({"msgids": ("Ask",)}, False),
        ({"msgids": ("no", "*name*")}, True),
        ({"files": ("source/poems/*",)}, True),
        ({"files": ("*.txt",)}, False),
        ({"files": ("source/poems/*",), "msgids": ("no",)}, False),
    ],
)
def test_a_rule_speaks_of_the_entries_that_it_names(changes: dict[str, object], fits: bool) -> None:
    """All that it names has to fit; of several patterns one."""
    assert found(rule(None, **changes)) == ([] if fits else [ERROR])


def test_a_rule_for_some_entries_says_nothing_of_a_whole_catalogue() -> None:
    """A finding about the header is about none of them."""
    assert rule(None, msgids=("*",)).fits(WRONG)
    assert not rule(None, msgids=("*",)).fits(None)
    assert rule(None).fits(None)


@pytest.mark.parametrize(
    ("usual", "told", "wanted", "expected"),
    [
        (ERROR, ERROR, WARNING, WARNING),
        (WARNING, WARNING, ERROR, ERROR),
        (WARNING, INFO, ERROR, INFO),
        (WARNING, ERROR, INFO, INFO),
        (ERROR, WARNING, INFO, INFO),
        (ERROR, INFO, WARNING, INFO),
    ],
)
def test_what_is_graver_is_brought_down_and_a_doubt_never_up(
    usual: Severity, told: Severity, wanted: Severity, expected: Severity
) -> None:
    """A rule sets what counts as usual."""
    standard = Standard((rule(wanted),))

    assert standard.severity("placeholders", "fr", WRONG, usual, told) is expected
    assert standard.severity("placeholders", "fr", WRONG, usual, told) is not None


@pytest.mark.parametrize(
    ("rules", "off"),
    [
        ((), False),
        ((rule(None),), True),
        ((rule(None), rule(INFO)), False),
        ((rule(None), rule(INFO, msgids=("x",))), False),
        ((rule(None), rule(None, msgids=("x",))), True),
        ((rule(None, msgids=("x",)),), False),
        ((rule(None, locales=frozenset({"de"})),), False),
        ((rule(INFO, locales=frozenset({"de"})), rule(None)), True),
    ],
)
def test_a_check_that_can_say_nothing_need_not_look(rules: tuple[Rule, ...], off: bool) -> None:
    """But an exception for some entries may bring it back."""
    assert Standard(rules).is_off("placeholders", "fr") is off


RULES = st.lists(
    st.builds(
        Rule,
        severity=st.none() | st.sampled_from(Severity),
        checks=st.sets(st.sampled_from(["placeholders", "tags"])).map(frozenset),
        locales=st.sets(st.sampled_from(["fr", "de"])).map(frozenset),
        msgids=st.lists(st.sampled_from(["*", "Ask*", "no"]), max_size=2).map(tuple),
        files=st.lists(st.sampled_from(["source/*", "no"]), max_size=2).map(tuple),
    ),
    max_size=4,
).map(tuple)


@given(RULES, st.sampled_from(Severity))
def test_a_check_that_is_off_tells_nothing_of_any_entry(rules: tuple[Rule, ...], severity: Severity) -> None:
    """What need not look would not have been heard."""
    standard = Standard(rules)

    if standard.is_off("placeholders", "fr"):
        for entry in (WRONG, None):
            assert standard.severity("placeholders", "fr", entry, ERROR, severity) is None


@pytest.mark.parametrize(
    ("comments", "names"),
    [
        ((), set()),
        (("l10n-ignore: placeholders",), {"placeholders"}),
        (("l10n-ignore: names, numbers",), {"names", "numbers"}),
        (("l10n-ignore: names numbers",), {"names", "numbers"}),
        (("  l10n-ignore:names",), {"names"}),
        (("words", "l10n-ignore: end-punctuation", "l10n-ignore: urls"), {"end-punctuation", "urls"}),
        (("see l10n-ignore: names",), set()),
        (("l10n-ignore names",), set()),
        (("l10n-ignore:", "names"), set()),
    ],
)
def test_a_comment_names_the_checks_that_are_off_for_its_entry(comments: tuple[str, ...], names: set[str]) -> None:
    """At the start of a line of its own, parted by commas or spaces."""
    assert ignored(Entry("a", comments=comments)) == names


def test_a_comment_comes_after_all_rules() -> None:
    """It stands in the entry itself, and is of nobody else's."""
    silent = WRONG.replace(comments=("l10n-ignore: placeholders",))

    assert found(rule(ERROR), entry=silent) == []
    assert found(rule(ERROR), entry=WRONG.replace(comments=("l10n-ignore: tags",))) == [ERROR]


def needless(*entries: Entry, standard: Standard | None = None) -> list[str]:
    """Return what is said of comments that silence nothing."""
    catalogue = Catalogue((HEADER, *entries))
    findings = check_catalogue(catalogue, locale="fr", file="fr.po", standard=standard or Standard())
    return [finding.message for finding in findings if finding.check == "ignored"]


def ignoring(names: str, source: str = "Ask", translation: str = "Demandez") -> Entry:
    return Entry(source, (translation,), comments=(f"l10n-ignore: {names}",))


def test_a_comment_that_silences_nothing_is_told() -> None:
    """It would hide what somebody breaks later; one that is needed is left alone, and so is that of no text."""
    assert needless(ignoring("numbers, urls")) == ["l10n-ignore: numbers, urls silences nothing here; remove it"]
    assert needless(ignoring("numbers", "In 1992", "En 1993")) == []
    assert needless(ignoring("numbers", translation="")) == []
    assert needless(ignoring("numbers, ignored")) == []


def test_a_comment_on_a_check_that_the_settings_silence_is_told() -> None:
    """Whether they switch it off for all entries, or for this one."""
    off = Standard((Rule(None, frozenset({"numbers"})),))
    here = Standard((Rule(None, frozenset({"numbers"}), msgids=("In 1992",)),))
    wrong = ignoring("numbers", "In 1992", "En 1993")

    assert needless(wrong, standard=off) == ["l10n-ignore: numbers is needless: the settings switch it off"]
    assert needless(wrong, standard=here) == needless(wrong, standard=off)
    assert needless(wrong, standard=Standard((Rule(None, frozenset({"ignored"})),))) == []


@pytest.mark.parametrize(
    "name", ["inconsistent", "other-locale", "source-quotes", "document-structure", "wrong-language", "terms"]
)
def test_a_check_that_needs_more_than_the_entry_may_have_something_to_say(name: str) -> None:
    """In another run: of all locales, of the documents, with the termbase."""
    assert needless(ignoring(name)) == []


def test_with_a_termbase_it_is_known_whether_terms_are_wrong() -> None:
    """Of this entry."""
    standard = Standard(termbase=Termbase((Term("shelf", "fr", ("étagère",)),)))

    assert len(needless(ignoring("terms"), standard=standard)) == 1
    assert needless(ignoring("terms", "A shelf", "Un rayon"), standard=standard) == []


def test_a_habit_that_is_told_elsewhere_is_silenced_here_too() -> None:
    """What most entries have is told once, at the first of them."""
    habit = [Entry(f"Letter {n}", (f"Lettre  numéro {n}",)) for n in range(40)]
    last = ignoring("spaces", "Letter 41", "Lettre  numéro 41")

    assert needless(*habit, last) == []


def test_only_checks_that_run_are_told_of() -> None:
    """A caller may leave checks out."""
    catalogue = Catalogue((HEADER, ignoring("numbers")))

    for names in (("urls", "ignored"), ("numbers",)):
        assert check_catalogue(catalogue, locale="fr", file="fr.po", checks={n: CHECKS[n] for n in names}) == []


def error(message: str, remedy: str) -> UsageError:
    return UsageError(message, remedy=remedy)


def test_settings_are_rules_with_the_exceptions_last() -> None:
    """Wherever in the table they stand."""
    values = {
        "except": [{"checks": "tags", "locales": ["fr"], "msgid": "a*", "files": ["b/*"], "severity": "info"}],
        "numbers": "off",
        "tags": "warning",
    }

    assert rules_of(values, ["fr"], error) == (
        Rule(None, frozenset({"numbers"})),
        Rule(WARNING, frozenset({"tags"})),
        Rule(INFO, frozenset({"tags"}), frozenset({"fr"}), ("a*",), ("b/*",)),
    )
    assert rules_of({"except": [{"locales": ["fr"]}]}, ["fr"], error) == (Rule(None, locales=frozenset({"fr"})),)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([], "checks must be a table"),
        ({"numbrs": "off"}, "no check called 'numbrs'\n  Did you mean 'numbers'?"),
        ({"qqqqqq": "off"}, "no check called 'qqqqqq'\n  See l10n-tool explain."),
        ({"numbers": "loud"}, "checks.numbers is 'loud'"),
        ({"numbers": 1}, "checks.numbers is 1"),
        ({"numbers": None}, "checks.numbers is None"),
        ({"except": {}}, "checks.except must be a list of tables"),
        ({"except": ["a"]}, "checks.except must be a list of tables"),
        ({"except": [{}]}, "checks.except names nothing"),
        ({"except": [{"severity": "off"}]}, "checks.except names nothing"),
        ({"except": [{"check": "tags"}]}, "checks.except: unknown setting 'check'"),
        ({"except": [{"checks": ["numbrs"]}]}, "no check called 'numbrs'"),
        ({"except": [{"locales": ["xx"]}]}, "checks.except: locales names 'xx'"),
        ({"except": [{"checks": [], "severity": "off"}]}, "checks.except: checks must be a list of texts"),
        ({"tags": {"fr": "off"}}, "checks.tags is a table"),
        ({"except": [{"msgid": 1}]}, "checks.except: msgid must be a list of texts"),
        ({"except": [{"msgid": [""]}]}, "checks.except: msgid must be a list of texts"),
        ({"except": [{"msgid": ["*a" * 9]}]}, "checks.except: msgid has more than 8 *"),
        ({"except": [{"files": ["a"], "severity": []}]}, "checks.except: severity is []"),
    ],
)
def test_settings_that_make_no_sense_say_what_to_write(values: object, said: str) -> None:
    """In one message."""
    with pytest.raises(UsageError, match=f"^{re.escape(said)}"):
        rules_of(values, ["fr"], error)


@pytest.mark.parametrize(
    ("value", "shares"),
    [(95, {"*": 95.0}), (99.5, {"*": 99.5}), ({"fr": 80, "*": 95}, {"fr": 80.0, "*": 95.0}), ({}, {})],
)
def test_completeness_is_of_all_locales_or_of_each(value: object, shares: dict[str, float]) -> None:
    """Under a star stands that of all others."""
    assert dict(completeness_of(value, ["fr"], error)) == shares


@pytest.mark.parametrize("value", ["95", True, -1, 101, float("nan"), [95], {"xx": 95}, {"fr": "95"}])
def test_completeness_is_a_number_of_per_cent(value: object) -> None:
    """Of a locale that there is."""
    with pytest.raises(UsageError, match=r"^complete (?:is|names) "):
        completeness_of(value, ["fr"], error)
