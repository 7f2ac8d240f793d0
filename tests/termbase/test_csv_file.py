"""terms.csv: what is read, what is refused and where, and the tidy form."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.errors import FileError
from l10n_tool.termbase import ANY_LOCALE, ANY_SOURCE, Term, Termbase
from l10n_tool.termbase.csv_file import COLUMNS, format_terms, read_terms, tidied

HEAD = ",".join(COLUMNS)
BOM = b"\xef\xbb\xbf"


def read(*lines: str, head: str = HEAD) -> tuple[Term, ...]:
    return read_terms("\n".join([head, *lines]).encode(), "terms.csv").terms


def test_a_line_gives_a_term() -> None:
    """Renderings are parted by bars; white space around and inside is one space."""
    terms = read('Open  Shelves,de,Offene Regale | Regale ,"a, ""b""|c",Bücher*,yes,"two\r\nlines"')

    note = "two lines"
    assert terms == (
        Term("Open Shelves", "de", ("Offene Regale", "Regale"), ('a, "b"', "c"), ("Bücher*",), True, note),
    )
    assert terms[0].line == 2


def test_columns_may_stand_in_any_order_and_be_left_out() -> None:
    """Only the term has to be there; without a locale a line is of all."""
    assert read("Regal,shelf", head="required,Term") == (Term("shelf", ANY_LOCALE, ("Regal",)),)


@pytest.mark.parametrize("mark", [";", "\t"])
def test_the_semicolons_and_tabs_of_spreadsheets_are_read(mark: str) -> None:
    """Some countries' spreadsheets write them, and the tidy form has commas."""
    data = f"term{mark}locale{mark}required\r\na, b{mark}de{mark}c\r\n".encode()

    assert tidied(data, "terms.csv").decode() == f'{HEAD}\n"a, b",de,c,,,,\n'


def test_an_empty_file_is_an_empty_termbase() -> None:
    """A shell makes the file before the first line is written to it."""
    assert read_terms(b"", "terms.csv") == read_terms(BOM + b"\r\n", "terms.csv") == Termbase()


def test_what_any_source_forbids_may_stand_in_several_lines() -> None:
    """Each may have a note of its own."""
    assert len(read("*,de,,,a", "*,de,,,b")) == 2


REFUSED = [
    (b"term,requird\na,b", "1:6", "unknown column 'requird'", "Did you mean 'required'?"),
    (b"trem,locale\na,b", "1:1", "unknown column 'trem'", "Did you mean 'term'?"),
    (b"term,term\na,b", "1:6", "the column 'term' stands there twice", ""),
    (b"required\nb", "1:1", "no column 'term'", "Begin the table with"),
    (b"term,locale\na,pt-BR", "2:3", "'pt-BR' is not a locale", "pt_BR"),
    (b"term,locale\na,xq", "2:3", "CLDR knows no language 'xq'", ""),
    (b"term,locale\na,de\n\na,de", "4:1", "'a' stands there twice for de: see line 2", "one line"),
    (b"term,required\na,b\na,c", "3:1", "twice for all locales", ""),
    (b"term,locale,required,forbidden\na,de,b|c,d|b", "2:10", "'b' is both required and forbidden", ""),
    (b"term,allowed,forbidden\na,b,b", "2:5", "'b' is both allowed and forbidden", ""),
    (b'term,required\na,"b', "2:3", "a quote that is never closed", "Close it"),
    (b'term,required\na,"b"c', "2:6", "text after the quote", "twice"),
    (b'term,required\na,b"c', "2:4", "a quote inside a cell without quotes", "whole cell"),
    (b'term,required\n"a\nb",c"d', "3:5", "a quote inside a cell", ""),
    (b"term,note\nab\xffc,d", "2:3", "not UTF-8", "UTF-8"),
    ("term\nä".encode("utf-16"), "1:1", "not UTF-8", "UTF-8"),
    (b"term,note\na,b\x00c", "2:4", "a control character (U+0000)", "Take it away"),
    (b"term,note\na,b,c", "2:5", "more cells than the 2 columns", "quotes"),
    (b"term,note\n,b", "2:1", "a line without a term", "any source"),
    (b"term,case\na,maybe", "2:3", "case is 'maybe'", "yes"),
    (b"term,forbidden\na,b|*", "2:3", "* alone fits every word", "read*"),
    (b"term,required\n*,b", "2:3", "* stands for any source", "only forbid"),
]


@pytest.mark.parametrize(("data", "place", "message", "remedy"), REFUSED, ids=[case[2] for case in REFUSED])
def test_a_fault_is_told_with_its_place(data: bytes, place: str, message: str, remedy: str) -> None:
    """Line and column in characters, one message, and what to do."""
    with pytest.raises(FileError) as caught:
        read_terms(data, "terms.csv")

    assert str(caught.value.place) == f"terms.csv:{place}"
    assert message in caught.value.message
    assert remedy in caught.value.remedy


def test_the_tidy_form_is_sorted_and_quotes_what_needs_it() -> None:
    """All columns, the line of all locales first, LF, and what is required not allowed as well."""
    data = f'{HEAD}\r\nb,de,"x",,,YES,\r\na,fr,x|x,x|y,,,"n,1"\r\na,,"z",,,,\r\n'.encode()

    assert tidied(data, "terms.csv").decode() == f'{HEAD}\na,*,z,,,,\na,fr,x,y,,,"n,1"\nb,de,x,,,yes,\n'


def test_a_byte_order_mark_stays() -> None:
    """There are spreadsheets that see UTF-8 by nothing else."""
    assert tidied(BOM + b"term\na\n", "terms.csv").startswith(BOM)


@pytest.mark.parametrize("text", ["=1+1", "+49", "-ism", "@home", "＝1", "'=x", "''-"])
def test_no_cell_is_a_formula_to_a_spreadsheet_and_none_changes(text: str) -> None:
    """An apostrophe stands in front in the file, and not in the value."""
    termbase = Termbase((Term(text, "de", (text,)),))

    data = format_terms(termbase)

    assert data.decode().splitlines()[1] == f"'{text},de,'{text},,,,"
    assert read_terms(data, "terms.csv") == termbase


PIECES = st.sampled_from(
    ["a", "B", "é", "e\u0301", '"', ",", ";", " ", "\t", "'", "=", "-", "@", "*", "|", "\u00a0", "本"]
)
CELLS = st.lists(PIECES, max_size=6).map("".join)
TABLES = st.lists(st.tuples(CELLS, st.sampled_from(["", "de", "*"]), CELLS, CELLS, CELLS), max_size=5)


@given(rows=TABLES, newline=st.sampled_from(["\n", "\r\n", "\r"]))
def test_the_tidy_form_says_the_same_and_stays_as_it_is(
    rows: list[tuple[str, str, str, str, str]], newline: str
) -> None:
    """Reading what was written gives the terms that were read, and tidying twice is tidying once."""
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in (*row[:4], "", "", row[4])) for row in rows]
    data = newline.join([HEAD, *quoted]).encode()
    try:
        terms = read_terms(data, "terms.csv").terms
    except FileError:
        return

    once = tidied(data, "terms.csv")

    assert set(read_terms(once, "terms.csv").terms) == set(terms)
    assert tidied(once, "terms.csv") == once


@given(data=st.binary(max_size=80) | st.text(alphabet='tem,"\n\r|*;=é\x00', max_size=40).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Nothing else happens than a termbase or an error of a file."""
    for start in (b"", b"term,required,forbidden\n"):
        with suppress(FileError):
            assert isinstance(read_terms(start + data, "terms.csv"), Termbase)


def test_a_line_of_any_source_is_kept_apart() -> None:
    """The star is a term of its own in the order."""
    terms = (Term("a"), Term(ANY_SOURCE, "de", forbidden=("x",)))

    assert format_terms(Termbase(terms)).decode() == f"{HEAD}\n*,de,,,x,,\na,*,,,,,\n"
