"""Format strings of every language: any text is read or refused, and a copy is always right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Entry
from l10n_tool.checks.format_strings import CHECK, formats_of
from l10n_tool.checks.formats import KINDS, InvalidError
from l10n_tool.checks.model import Subject
from time_limit import no_longer_than

_TEXTS = st.text("%{}<>$~'#&;|()[]0123459 .*,:+-_LnNdsfcxaTq\\é", max_size=60) | st.text(max_size=60)


def found(entry: Entry, rare: frozenset[int] = frozenset()) -> list[str]:
    assert CHECK.of_entry is not None
    return [remark.message for remark in CHECK.of_entry(Subject(entry, "de", rare=rare))]


@given(st.sampled_from(sorted(KINDS)), _TEXTS)
def test_any_text_is_read_or_refused(flag: str, text: str) -> None:
    """What is no format string says why; there is no other way out."""
    try:
        wants = KINDS[flag].read(text)
    except InvalidError as reason:
        assert str(reason)  # noqa: PT017
        return

    assert all(isinstance(its_type, str) for its_type in wants.values())


@given(st.sampled_from(sorted(KINDS)), _TEXTS)
def test_a_copy_of_the_source_is_right_in_every_language(flag: str, text: str) -> None:
    """Whatever a source asks for, its copy asks for the same."""
    assert found(Entry(text, (text,), flags=(flag,))) == []


@pytest.mark.parametrize(
    ("flag", "source"),
    [("c-format", "100%! safe"), ("python-format", "50%! of"), ("java-format", "{ a"), ("sh-format", "5 $ a day")],
)
def test_a_source_that_is_no_format_string_asks_nothing(flag: str, source: str) -> None:
    """A percent sign in prose is no reason to refuse a translation."""
    assert found(Entry(source, ("anything",), flags=(flag,))) == []


@pytest.mark.parametrize("flag", sorted(KINDS))
@pytest.mark.parametrize(
    "piece", ["%0", "%(a", "%<", "% ", "{", "{0:", "{0,number,0", "${", "~1", "~'", "<a", "&", "'"]
)
def test_a_long_run_of_anything_is_read_in_time(flag: str, piece: str) -> None:
    """No expression backs off over a run again and again, which would take hours here."""
    text = piece + "0" * 200_000 + piece * 20_000

    with no_longer_than(5.0):
        messages = found(Entry("%s {a} ~a $a", (text,), flags=(flag,)))

    assert len("".join(messages)) < 700


@pytest.mark.parametrize(
    ("flag", "source", "form", "told"),
    [
        ("c-format", "%d files", "one file", False),
        ("python-format", "%(count)d files", "one file", False),
        ("python-format", "%d files", "one file", True),
        ("ruby-format", "%<count>d files", "one file", False),
        ("ruby-format", "%d files", "one file", True),
        ("kde-format", "%1 files", "one file", False),
        ("kde-format", "%1 files in %2", "one file", True),
        ("qt-format", "%1 files", "one file", True),
        ("lua-format", "%d files", "one file", True),
        ("lisp-format", "~d files", "one file", True),
        ("c-format", "%d files", "one file of %s", True),
    ],
)
def test_a_form_for_a_single_number_may_lack_what_msgfmt_lets_it_lack(
    flag: str, source: str, form: str, told: bool
) -> None:
    """A text for one file needs no number, where the program's language can leave a value out."""
    entry = Entry(source, (form, source), msgid_plural=source, flags=(flag,))

    assert bool(found(entry, rare=frozenset([0]))) == told


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        (("c-format",), {"c-format"}),
        (("no-c-format",), set()),
        (("c-format", "no-c-format"), set()),
        (("no-c-format", "possible-c-format"), {"c-format"}),
        (("fuzzy c-format qt-format",), {"c-format", "qt-format"}),
        (("range: 0..9", "wrap", "C-Format", "-format"), set()),
    ],
)
def test_of_two_flags_about_one_language_the_last_counts(flags: tuple[str, ...], expected: set[str]) -> None:
    """As in gettext, which takes spaces between flags for commas."""
    assert formats_of(flags) == expected


@pytest.mark.parametrize(
    ("flag", "source", "target", "message"),
    [
        ("java-format", "{0} {1,number}", "{1} {0}", "{1} of another type"),
        ("lisp-format", "~a of ~d", "~d of ~a", "the Lisp directives are not ~a ~d as in the source, but ~d ~a"),
        ("rust-format", "{a}", "a", "the Rust directives are not {a} as in the source, but none"),
        ("sh-format", "$name", "${name:-x}", "the translation is no shell format string: '${name:-x}'"),
        ("qt-format", "%1", "%L1", "an L flag or a number of two digits too much"),
        ("object-pascal-format", "%s", "%1:s", "argument 1 missing; argument 2 too much"),
        ("tcl-format", "%2$*d", "%2$d", "argument 3 missing"),
        ("perl-format", "%vd", "%d", "argument 1 of another type"),
        ("boost-format", "%1% %2%", "%1%", "argument 2 missing"),
    ],
)
def test_a_finding_says_what_differs(flag: str, source: str, target: str, message: str) -> None:
    """In the words of the directive, or by the number of its value."""
    assert message in "\n".join(found(Entry(source, (target,), flags=(flag,))))
