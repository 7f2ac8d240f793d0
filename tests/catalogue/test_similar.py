"""The most similar text is found without comparing each with each, and no worse one than msgmerge finds."""

import importlib.util
import string
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from subprocess import CompletedProcess
from typing import Final, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from benchmarks.catalogues import write_catalogue
from conftest import lacking
from l10n_tool.catalogue import Catalogue, Entry, format_catalogue, merge_catalogue, parse_catalogue
from l10n_tool.catalogue.similar import Look, SimilarTexts, bands, ratio, search
from l10n_tool.catalogue.similar.bands import Bands
from l10n_tool.catalogue.similar.words import WordIndex

Run = Callable[..., "CompletedProcess[bytes]"]

_WORDS: Final = [
    *("we", "thank", "everyone", "who", "signed", "the", "petition", "for", "a", "library", "card", "on", "8", "May"),
    *("—", "naïve", "図書館"),
]
_TEXTS: Final = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join) | st.text("ab ", max_size=20)
_LISTS: Final = st.lists(_TEXTS.filter(bool), min_size=1, max_size=40, unique=True)


def _by_brute_force(text: str, texts: Sequence[str]) -> tuple[float, set[str]]:
    ratios = {near: fuzz.ratio(text, near) for near in texts}
    best = max(ratios.values())
    return (best, {near for near in texts if ratios[near] == best}) if best >= 60 else (0.0, set())


@given(_LISTS, _TEXTS)
def test_among_a_few_texts_nothing_is_missed(texts: list[str], text: str) -> None:
    """The ratio is that of the most similar one, and every text that has it is named."""
    found = SimilarTexts(texts).nearest([text])

    best, near = found[text]
    assert (best, set(near)) == _by_brute_force(text, texts)


@given(_LISTS, _TEXTS, st.sampled_from([1, 3, 8]))
def test_sifting_by_letters_misses_nothing(texts: list[str], text: str, size: int) -> None:
    """What lacks too many letters of a text to be as similar is all that is left out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bands, "_SIZE", size)
        best, near = Bands(sorted(texts, key=len)).nearest(text, ratio.SIMILAR)

    assert (best, set(near)) == _by_brute_force(text, texts)


@given(
    st.lists(st.text("aab", min_size=1, max_size=9), min_size=1, max_size=30, unique=True), st.text("ab", max_size=9)
)
def test_bits_count_what_a_text_lacks(texts: list[str], text: str) -> None:
    """For every number of letters that may be lacking."""
    alike = sorted(texts, key=len)
    letters = bands._letters(text)

    for most in range(len(letters) + 2):
        sifted = bands._Band(alike).sift(letters, most)
        asked = letters[: bands._ASKED + bands._ASKED_MORE * most]
        assert sifted == [near for near in alike if sum(near.count(one[0]) < len(one) for one in asked) <= most]


@given(st.integers(0, 300), st.integers(0, 300), st.floats(60, 100))
def test_the_reach_of_a_ratio_leaves_no_similar_length_out(length: int, other: int, least: float) -> None:
    """Two texts of which all of the shorter is common are as similar as their lengths allow."""
    possible = length + other > 0 and 200 * min(length, other) / (length + other) >= least

    if possible:
        assert ratio.shortest_like(length, least) <= other <= ratio.longest_like(length, least)
        assert ratio.most_lacking(length, other, least) >= 0


@given(_TEXTS, _TEXTS)
def test_a_text_exactly_as_similar_as_asked_for_is_found(text: str, other: str) -> None:
    """Although rapidfuzz rounds what it is asked for."""
    exact = fuzz.ratio(text, other)

    if 0 < exact < 100:
        assert ratio.best_of(text, [other], exact) == (exact, [other])
        assert ratio.best_of(text, [other], exact + 0.01) == (0.0, [])


def _prose(random: Random, words: int) -> str:
    return " ".join("".join(random.choices(string.ascii_lowercase, k=random.randint(3, 8))) for _ in range(words))


def test_long_texts_are_found_by_the_pairs_of_words_they_share(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where they begin and end otherwise, and there are too many to compare."""
    random = Random(5)
    texts = [_prose(random, 20) for _ in range(60)]
    others = [" ".join(["other", *text.split()[1:-1], "end"]) for text in texts]
    monkeypatch.setattr(search, "_FEW", 5)
    monkeypatch.setattr(search, "_MANY", 10)
    monkeypatch.setattr(search, "_beside", lambda *_: [])

    found = SimilarTexts(texts).nearest(others)

    assert [found[other][1] for other in others] == [[text] for text in texts]


@given(_LISTS, st.lists(_TEXTS, min_size=1, max_size=12), st.integers(1, 5))
def test_a_search_in_parts_finds_what_one_search_finds(texts: list[str], others: list[str], size: int) -> None:
    """Whoever looks for the parts, and in whatever order: also where texts take a second look by their words."""

    def in_parts(look: Look, wanted: Sequence[str]) -> list[tuple[ratio.Nearest, bool]]:
        starts = range(0, len(wanted), size)
        parts = {start: look(wanted[start : start + size]) for start in reversed(starts)}
        return [found for start in starts for found in parts[start]]

    with pytest.MonkeyPatch.context() as patched:
        for name, value in (("_WORTH_SHARING", 0), ("_FEW", 5), ("_SHORT", 12), ("_MANY", 8)):
            patched.setattr(search, name, value)
        whole = SimilarTexts(texts).nearest(others)

        assert SimilarTexts(texts).nearest(others, in_parts) == whole


def test_a_small_search_is_not_parted() -> None:
    """It is done before a process has started."""

    def fail(*_: object) -> NoReturn:
        raise AssertionError("the search was parted")

    assert SimilarTexts(["Sign here."]).nearest(["Sign here"], fail)["Sign here"][1] == ["Sign here."]


def test_those_that_share_most_pairs_of_words_come_first() -> None:
    """Others may share a pair or two."""
    one_pair = [f"the same {number} words in another order" for number in range(40)]
    text = "the same long sentence with a few words in the end"

    index = WordIndex([*one_pair, f"{text} of it"], [text])

    assert index.most_shared(text)[0] == f"{text} of it"


def test_texts_of_other_lengths_may_be_as_similar(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that have the highest ratio are named, whatever band they are in."""
    monkeypatch.setattr(bands, "_SIZE", 1)

    best, near = Bands(["abcd", "abxyz", "abcdefxyz"]).nearest("abcdef", ratio.SIMILAR)

    assert (best, set(near)) == (fuzz.ratio("abcdef", "abcd"), {"abcd", "abcdefxyz"})


def test_texts_without_spaces_are_found_by_their_pieces() -> None:
    """As Chinese and Japanese are written."""
    random = Random(5)
    texts = ["".join(chr(random.randint(0x4E00, 0x4FFF)) for _ in range(90)) for _ in range(30)]

    index = WordIndex(texts, others := [text[20:70] for text in texts])

    assert [index.most_shared(other)[0] for other in others] == texts


@pytest.mark.parametrize("texts", [[], ["something else"], ["a" * 500, "b" * 400]])
def test_where_nothing_is_similar_there_is_nothing(texts: list[str]) -> None:
    """No texts, other texts, much longer texts."""
    assert SimilarTexts(texts).nearest(["Sign here"]) == {"Sign here": (0.0, [])}


def test_most_texts_are_not_compared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of 3,000 texts a change is compared with a few dozen in the mean, where each with each would be all of them."""
    compared = 0

    def counting(text: str, texts: Sequence[str], least: float) -> tuple[float, list[str]]:
        nonlocal compared
        compared += len(texts)
        return ratio.best_of(text, texts, least)

    monkeypatch.setattr(search, "best_of", counting)
    monkeypatch.setattr(bands, "best_of", counting)
    monkeypatch.setattr(search, "_FEW", 50)
    po, pot = (parse_catalogue(path.read_bytes(), path.name) for path in write_catalogue(tmp_path, 3000))
    known = [entry.msgid for entry in po.messages]
    new = [entry.msgid for entry in pot.messages if entry.msgid not in set(known)]

    SimilarTexts(known).nearest(new)

    assert compared / len(new) < 150


def _later(catalogue: Catalogue, seed: int) -> Catalogue:
    """Return a template in which a third of the sources were edited as authors edit them, or dropped."""
    random = Random(seed)
    words = [word for entry in catalogue.messages for word in entry.msgid.split()]
    entries = []
    for entry in catalogue.messages:
        kind = random.random()
        source = entry.msgid if kind > 0.3 else _edited(entry.msgid, random, words)
        if kind > 0.05 and source:
            forms = ("",) * (2 if entry.msgid_plural is not None else 1)
            entries.append(Entry(source, forms, entry.msgctxt, entry.msgid_plural))
    header = Entry("", ("Content-Type: text/plain; charset=UTF-8\n",))
    return Catalogue((header, *{entry.key: entry for entry in entries}.values()))


def _edited(text: str, random: Random, words: Sequence[str]) -> str:
    parts = text.split(" ")
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        at = random.randrange(len(parts) + 1)
        parts[at : at + random.choice([0, 1, 1, 1, 2])] = [random.choice(words)] * random.choice([0, 1, 1])
    return " ".join(parts)


def _django() -> list[Path]:
    spec = importlib.util.find_spec("django")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    found = [path for folder in folders for path in sorted(Path(folder).rglob("locale/de/LC_MESSAGES/*.po"))]
    if not found:
        lacking("Django's catalogues are not there", "pip install -e '.[dev]'")
    return found


def _worse(po: Catalogue, ours: Catalogue, theirs: Catalogue) -> Iterator[bool]:
    """Yield for every fuzzy match of msgmerge whether ours is of a less similar source."""
    known = {entry.key for entry in po.entries}
    chosen = {entry.key: entry.previous for entry in ours.messages}
    for entry in theirs.messages:
        if entry.key in known or entry.previous is None:
            continue
        own = chosen[entry.key]
        similar = fuzz.ratio(entry.msgid, own.msgid) if own else 0.0
        yield similar < fuzz.ratio(entry.msgid, entry.previous.msgid)


def test_msgmerge_finds_no_more_similar_text(msgmerge: Run, tmp_path: Path) -> None:
    """At least 99.5 % of its matches are found with a text at least as similar, in real catalogues and made ones."""
    pairs = [(parse_catalogue(path.read_bytes(), path.name), seed) for seed, path in enumerate(_django())]
    made = [parse_catalogue(path.read_bytes(), path.name) for path in write_catalogue(tmp_path, 3000)]
    worse: list[bool] = []
    for po, pot in [*((po, _later(po, seed)) for po, seed in pairs), (made[0], made[1])]:
        (tmp_path / "x.po").write_bytes(format_catalogue(po))
        (tmp_path / "x.pot").write_bytes(format_catalogue(pot))
        said = msgmerge("-q", "--previous", tmp_path / "x.po", tmp_path / "x.pot")

        worse += _worse(po, merge_catalogue(po, pot).catalogue, parse_catalogue(said.stdout))

    assert len(worse) > 400
    assert sum(worse) <= 0.005 * len(worse)
