"""Distance and weight that only one side has."""

import pytest

from l10n_tool.facts.text import Text
from l10n_tool.facts.tone import Change, hedging, scare_quotes, weight

EVENT = "The fire of that night is remembered."
ALLEGED = "The alleged fire of that night is remembered."
COLD = "The winter was cold."

HEDGED = [
    ("de", "Des angeblichen Feuers wird gedacht."),
    ("de", "Der mutmaßliche Brand"),
    ("de", "Der so genannte Brand"),
    ("de", "das sogenannte Feuer"),
    ("ru", "так называемый пожар"),
    ("ru", "Якобы был пожар"),
    ("ru", "предполагаемый пожар"),
    ("tr", "sözde yangın"),
    ("tr", "Güya yangın çıktı"),
    ("az", "guya yanğın olub"),
    ("az", "qondarma yanğın"),
    ("fr", "le prétendu incendie"),
    ("fr", "le soi-disant incendie"),
    ("fr", "l’incendie présumé"),
    ("es", "el supuesto incendio"),
    ("es", "el presunto incendio"),
    ("es", "el así llamado incendio"),
    ("ar", "الحريق المزعوم"),
    ("ar", "ما يسمى بالحريق"),
    ("ja", "いわゆる火事"),
    ("ja", "火事とされるもの"),
    ("it", "il cosiddetto incendio"),
    ("it", "il presunto incendio"),
    ("pt", "o suposto incêndio"),
    ("nl", "de zogenaamde brand"),
    ("nl", "de vermeende brand"),
    ("pl", "rzekomy pożar"),
    ("pl", "tak zwany pożar"),
    ("uk", "так званий пожежа"),
    ("uk", "нібито пожежа"),
    ("cs", "údajný požár"),
    ("sk", "údajný požiar"),
    ("sv", "den påstådda branden"),
    ("sv", "så kallad brand"),
    ("da", "den såkaldte brand"),
    ("nb", "den såkalte brannen"),
    ("fi", "väitetty palo"),
    ("fi", "niin sanottu palo"),
    ("hu", "az állítólagos tűz"),
    ("hu", "úgynevezett tűz"),
    ("el", "η λεγόμενη φωτιά"),
    ("el", "η υποτιθέμενη φωτιά"),
    ("ro", "presupusul incendiu"),
    ("bg", "така наречения пожар"),
    ("sr", "такозвани пожар"),
    ("sr", "takozvani požar"),
    ("hr", "navodni požar"),
    ("he", "השריפה כביכול"),
    ("fa", "به‌اصطلاح آتش"),
    ("fa", "آتش ادعایی"),
    ("zh_Hans", "所谓的火灾"),
    ("zh_Hant", "所謂的火災"),
    ("ko", "이른바 화재"),
    ("ko", "소위 화재"),
    ("hi", "तथाकथित आग"),
    ("ur", "نام نہاد آگ"),
    ("bn", "তথাকথিত আগুন"),
    ("vi", "cái gọi là đám cháy"),
    ("id", "kebakaran yang disebut"),
    ("th", "ไฟที่เรียกว่า"),
    ("ka", "ეგრეთ წოდებული ხანძარი"),
    ("hy", "այսպես կոչված հրդեհ"),
    ("kk", "болжамды өрт"),
    ("uz", "go‘yo yong‘in"),
    ("ca", "el suposat incendi"),
    ("et", "niinimetatud tulekahju"),
    ("lt", "vadinamasis gaisras"),
    ("lv", "tā sauktais ugunsgrēks"),
    ("is", "svokallaður eldur"),
]
PRESSED = [
    ("de", "sehr kalt"),
    ("de", "brutal kalt"),
    ("de", "absolut kalt"),
    ("fr", "très froid"),
    ("fr", "brutalement froid"),
    ("fr", "absolument froid"),
    ("es", "muy frío"),
    ("es", "fríísimo"),
    ("es", "brutalmente frío"),
    ("ru", "очень холодно"),
    ("ru", "зверски холодно"),
    ("ru", "чудовищно холодно"),
    ("tr", "çok soğuk"),
    ("tr", "son derece soğuk"),
    ("tr", "vahşice"),
    ("az", "çox soyuq"),
    ("az", "olduqca soyuq"),
    ("az", "amansızcasına"),
    ("ar", "بارد جدًا"),
    ("ar", "بارد للغاية"),
    ("ar", "بوحشية"),
    ("ja", "非常に寒い"),
    ("ja", "とても寒い"),
    ("ja", "残虐な"),
    ("it", "molto freddo"),
    ("it", "freddissimo"),
    ("pt", "muito frio"),
    ("nl", "zeer koud"),
    ("pl", "bardzo zimno"),
    ("pl", "niezwykle zimno"),
    ("uk", "дуже холодно"),
    ("cs", "velmi zima"),
    ("sv", "mycket kallt"),
    ("da", "meget koldt"),
    ("nb", "svært kaldt"),
    ("fi", "erittäin kylmä"),
    ("hu", "nagyon hideg"),
    ("el", "πολύ κρύο"),
    ("ro", "foarte frig"),
    ("bg", "много студено"),
    ("sr", "веома хладно"),
    ("he", "קר מאוד"),
    ("fa", "بسیار سرد"),
    ("zh_Hans", "非常冷"),
    ("ko", "매우 춥다"),
    ("hi", "बहुत ठंडा"),
    ("vi", "rất lạnh"),
    ("id", "sangat dingin"),
    ("th", "หนาวมาก"),
    ("ka", "ძალიან ცივი"),
    ("hy", "շատ ցուրտ"),
    ("kk", "өте суық"),
]


@pytest.mark.parametrize(("language", "words"), HEDGED)
def test_a_hedge_that_the_source_lacks_is_found(language: str, words: str) -> None:
    """And it is the counterpart of one that the source has."""
    assert hedging(Text(EVENT, "en"), Text(words, language)).added
    assert hedging(Text(ALLEGED, "en"), Text(words, language)) == Change()


@pytest.mark.parametrize("language", sorted({language for language, _ in HEDGED}))
def test_a_hedge_without_a_counterpart_is_found(language: str) -> None:
    """Any text without a word of doubt will do."""
    lost = hedging(Text(ALLEGED, "en"), Text("1992 …", language)).lost

    assert lost == ((4, 11),)


@pytest.mark.parametrize(("language", "words"), PRESSED)
def test_an_intensifier_that_the_source_lacks_is_found(language: str, words: str) -> None:
    """And it is the counterpart of one that the source has."""
    assert weight(Text(COLD, "en"), Text(words, language)).added
    assert weight(Text("The winter was extremely cold.", "en"), Text(words, language)) == Change()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (COLD, "Der Winter war kalt."),
        ("It was a huge tree.", "Es war ein sehr großer Baum."),
        ("Of course.", "Por supuesto."),
    ],
)
def test_words_of_the_same_weight_are_left_alone(source: str, words: str) -> None:
    """A strong word of the source may be rendered by two."""
    language = "es" if words.startswith("Por") else "de"

    assert weight(Text(source, "en"), Text(words, language)).added == ()
    assert hedging(Text(source, "en"), Text(words, language)) == Change()


@pytest.mark.parametrize(
    "words", ["Das „Gesetz“ gilt.", 'Das "Gesetz" gilt.', "Das «Gesetz» gilt.", "Das ‚Gesetz‘ gilt."]
)
def test_quotation_marks_around_a_term_are_found(words: str) -> None:
    """Where the source marks nothing."""
    assert scare_quotes(Text("The law of the town holds.", "en"), Text(words, "de")) == ((4, 12),)


@pytest.mark.parametrize(
    "source", ["The “law” of the town holds.", "The *law* holds.", "Press [law] now.", "The gesetz holds."]
)
def test_what_the_source_marks_or_names_may_be_quoted(source: str) -> None:
    """Emphasis, code, links and words that were kept are marked in many ways."""
    assert scare_quotes(Text(source, "en"), Text("Das „Gesetz“ gilt.", "de")) == ()
