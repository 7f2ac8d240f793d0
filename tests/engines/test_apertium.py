"""Apertium, the real one where it is installed."""

import contextlib
import os
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from l10n_tool.drafting import Rejected, Scheme, draft_text
from l10n_tool.drafting.schemes import mask
from l10n_tool.engines._apertium_codes import codes
from l10n_tool.engines.apertium import Apertium, engine
from l10n_tool.errors import ExitCode, ServiceError
from l10n_tool.markup import skeleton
from l10n_tool.markup.marks import find_marks

DATA = Path(__file__).parents[1] / "data" / "drafting"
SENTENCES = [
    line.replace("\0", "\\\n")
    for line in (DATA / "marked-up.txt").read_text("utf-8").replace("\\\n", "\0").splitlines()
]
ECHO = ["cat"]


@pytest.fixture(scope="module", params=["es", "ca"])
def pair(request: pytest.FixtureRequest, apertium: Path) -> Iterator[Apertium]:
    assert apertium.is_dir()
    with engine("en", request.param, {}) as opened:
        yield opened


def running(pids: list[int]) -> list[int]:
    """Return which processes are still there."""
    there = []
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, 0)
            there.append(pid)
    return there


# The real pairs


def test_a_sentence_is_translated(pair: Apertium) -> None:
    """Into the language that was asked for."""
    expected = {
        "apertium/eng-spa": "La biblioteca está abierta.",
        "apertium/eng-cat": "La biblioteca és oberta.",
    }

    words = pair.translate("The library is open.").split()

    assert words[:2] == expected[pair.name].split()[:2]


@pytest.mark.parametrize("text", SENTENCES)
def test_marked_up_sentences_keep_their_marks(pair: Apertium, text: str) -> None:
    """Thirty sentences about libraries and reading."""
    drafted = draft_text(pair, text, markdown=True, target=pair.name[-2:])

    before, after = (sorted(mark.text for mark in find_marks(one, markdown=True)) for one in (text, drafted.text))
    assert after == before
    assert skeleton(drafted.text) == skeleton(text)
    assert drafted.notes == ()


@pytest.mark.parametrize("scheme", [Scheme.BRACES, Scheme.UNDERSCORES, Scheme.TAGS, Scheme.SUPERBLANK])
def test_every_way_of_writing_marks_keeps_most_of_them(pair: Apertium, scheme: Scheme) -> None:
    """The measurement that the order of the ways rests on."""
    kept = 0
    for text in SENTENCES:
        masked = mask(text, markdown=True)
        with contextlib.suppress(Exception):
            masked.read(pair.translate(masked.write(scheme)), scheme)
            kept += 1

    assert kept >= 28


def test_what_the_stream_reserves_goes_through(pair: Apertium) -> None:
    """Characters that mean something to Apertium mean themselves in a text."""
    reserved = r"[a] {b} ^ $ / \ @ < > * # ~ +"

    drafted = pair.translate(f"The books {reserved} are good books.")

    assert sorted(c for c in drafted if c in reserved and not c.isalpha() and c != " ") == sorted(
        c for c in reserved if not c.isalpha() and c != " "
    )


def test_an_unknown_language_is_refused_by_its_words(pair: Apertium) -> None:
    """A text that the pair does not know comes back all but unchanged, and would pass for a draft."""
    with pytest.raises(Rejected, match=r"does not know \d+ of its 10 words"):
        pair.translate("Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.")


def test_unknown_words_carry_no_marks(pair: Apertium) -> None:
    """A name that Apertium does not know stands as it is."""
    drafted = pair.translate("We met Xyzzyth in the library and we read the good books.")

    assert "Xyzzyth" in drafted
    assert not set("*#@") & set(drafted)


def test_answers_belong_to_their_texts(pair: Apertium) -> None:
    """One pipeline, many texts, short and long, without a full stop and with one."""
    numbers = [f"There are {n} books" + "." * (n % 2) for n in range(100, 160)]

    answers = [pair.translate(text) for text in numbers]

    assert all(str(100 + at) in answer for at, answer in enumerate(answers))


def test_a_long_text_does_not_block_the_pipes(pair: Apertium) -> None:
    """More than the pipes hold goes through in one piece."""
    answer = pair.translate("We read the good books in the library. " * 4000)

    assert answer.count(".") == 4000


@pytest.mark.usefixtures("apertium")
def test_closing_ends_every_program() -> None:
    """And closing again is harmless."""
    opened = engine("en", "es", {})
    with opened:
        opened.translate("Good books")
        assert opened._pipeline
        pids = opened._pipeline.pids
        assert len(running(pids)) == len(pids) > 5

    opened.close()

    assert running(pids) == []


@pytest.mark.usefixtures("apertium")
def test_an_error_in_the_caller_ends_every_program() -> None:
    """Ctrl-C too."""
    pids: list[int] = []
    with contextlib.suppress(KeyboardInterrupt), engine("en", "es", {}) as opened:
        opened.translate("Good books")
        assert opened._pipeline
        pids = opened._pipeline.pids
        raise KeyboardInterrupt

    assert pids
    assert running(pids) == []


@pytest.mark.usefixtures("apertium")
def test_a_region_finds_its_variant_or_the_language() -> None:
    """Valencian has a mode of its own, Mexican Spanish has not."""
    names = [engine("en", target, {}).name for target in ("ca@valencia", "es_MX", "ca")]

    assert names == ["apertium/eng-cat_valencia", "apertium/eng-spa", "apertium/eng-cat"]


@pytest.mark.usefixtures("apertium")
def test_a_missing_pair_says_what_to_install() -> None:
    """And which pairs there are."""
    with pytest.raises(ServiceError) as error:
        engine("en", "az", {})

    assert error.value.exit_code is ExitCode.SERVICE
    assert "apt install apertium apertium-eng-aze" in error.value.remedy
    assert "eng-spa" in error.value.remedy


# Codes


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("es", ["spa", "es"]),
        ("en_US", ["eng_US", "en_US", "eng", "en"]),
        ("ca@valencia", ["cat_valencia", "ca_valencia", "cat", "ca"]),
        ("sr@latin", ["sr_latin", "hbs_SR", "hbs", "sr"]),
        ("hr", ["hbs_HR", "hbs", "hr"]),
        ("nb_NO", ["nob_NO", "nb_NO", "nob", "nb"]),
        ("zh_Hans", ["zho", "zh"]),
        ("gsw", ["gsw"]),
    ],
)
def test_locales_have_apertiums_codes(locale: str, expected: list[str]) -> None:
    """The nearest first, ISO 639-3 before ISO 639-1."""
    assert codes(locale) == expected


# Programs that fail, played by small ones


def mode(folder: Path, content: str, pair: str = "eng-spa") -> dict[str, object]:
    """Write a mode file, and return the options that find it first."""
    (folder / f"{pair}.mode").write_text(content, "utf-8")
    return {"modes": str(folder), "timeout": 0.5}


def program(folder: Path, name: str, code: str) -> str:
    """Write a small program, and return its path as a mode file has it."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{code}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return f"'{path}'"


def test_a_program_that_is_missing_is_named(tmp_path: Path) -> None:
    """With what to install; those that did start are ended."""
    options = mode(tmp_path, "cat | no-such-program-of-apertium $1 'x' | cat")

    with (
        engine("en", "es", options) as opened,
        pytest.raises(ServiceError, match="no-such-program-of-apertium") as error,
    ):
        opened.translate("Good books")

    assert "apt install" in error.value.remedy


def test_a_program_that_hangs_is_ended_in_time(tmp_path: Path) -> None:
    """The text is given up after its time, the pair after three of them."""
    options = mode(tmp_path, f"{program(tmp_path, 'hang', 'exec sleep 20')} $1")

    with engine("en", "es", options) as opened:
        with pytest.raises(Rejected, match="no answer in time"):
            opened.translate("Good books")
        assert opened._pipeline is None
        with pytest.raises(Rejected):
            opened.translate("Good books")
        with pytest.raises(ServiceError, match="3 texts in a row"):
            opened.translate("Good books")


def test_a_program_that_dies_is_started_again(tmp_path: Path) -> None:
    """A text that Apertium falls over must not take the others with it."""
    seen = tmp_path / "seen"
    code = f"if [ -e '{seen}' ]; then exec cat; else : > '{seen}'; exit 1; fi"
    options = mode(tmp_path, f"{program(tmp_path, 'falls', code)} $1 $2")

    with engine("en", "es", options) as opened:
        with pytest.raises(Rejected, match="broke off"):
            opened.translate("Bad books")
        assert opened.translate("Good books") == "Good books"


def test_an_answer_to_another_text_is_not_taken(tmp_path: Path) -> None:
    """A pipeline that is one answer behind would give every text the translation of the one before."""
    code = r"printf 'Otro texto.[0][\n]\000'; exec cat"
    options = mode(tmp_path, f"{program(tmp_path, 'behind', code)} $1")

    with (
        engine("en", "es", options) as opened,
        pytest.raises(Rejected, match=r"end of the text|more than one answer"),
    ):
        opened.translate("Good books")


def test_an_answer_without_end_is_cut_off(tmp_path: Path) -> None:
    """Memory has an end."""
    options = mode(tmp_path, f"{program(tmp_path, 'pours', 'exec yes')} $1")

    with (
        engine("en", "es", {**options, "timeout": 20}) as opened,
        pytest.raises(Rejected, match=r"does not end|it ended"),
    ):
        opened.translate("Good books")


@pytest.mark.parametrize("content", ["", "lt-proc 'a'; rm x", "lt-proc `x` | cat", "lt-proc a > b", "a && b"])
def test_a_mode_that_is_no_pipeline_is_refused(tmp_path: Path, content: str) -> None:
    """Nothing of it is run."""
    with pytest.raises(ServiceError, match="not a pipeline"):
        engine("en", "es", mode(tmp_path, content))


def test_programs_get_their_options_without_a_shell(tmp_path: Path) -> None:
    """Flushing comes first, unknown words are marked, what the mode leaves open is left out."""
    options = mode(tmp_path, "lt-proc -w '/a folder/x.bin' | apertium-tagger -g $2 'it''s' | lt-proc $1 \"y\"\n")

    opened = engine("en", "es", options)

    assert opened._commands == [
        ["lt-proc", "-z", "-w", "/a folder/x.bin"],
        ["apertium-tagger", "-z", "-g", "its"],
        ["lt-proc", "-z", "-g", "y"],
    ]


def test_a_text_with_nul_is_rejected() -> None:
    """It would end the text in the middle."""
    with pytest.raises(Rejected, match="NUL"):
        Apertium("eng-spa", [ECHO]).translate("a\0b")


def test_marks_of_unknown_words_are_counted_and_taken_off(tmp_path: Path) -> None:
    """Stars of the text itself stay, as they travel where no program looks."""
    marking = "while chunk := os.read(0, 65536): os.write(1, chunk.replace(b'bad', b'*bad').replace(b'odd', b'#odd'))"
    options = mode(tmp_path, program(tmp_path, "marks", f'exec "{sys.executable}" -c "import os\n{marking}"'))

    with engine("en", "es", options) as opened:
        assert opened.translate("a * b bad odd good one two three") == "a * b bad odd good one two three"
        with pytest.raises(Rejected, match="does not know 2 of its 4 words"):
            opened.translate("bad odd good one")


def test_two_threads_may_use_an_engine_each() -> None:
    """One engine's programs do not keep another's pipes open."""
    engines = [Apertium("eng-spa", [ECHO, ECHO]) for _ in range(2)]
    threads = [threading.Thread(target=one.translate, args=("Good books",)) for one in engines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    for one in engines:
        one.close()

    assert all(one._pipeline is None for one in engines)
