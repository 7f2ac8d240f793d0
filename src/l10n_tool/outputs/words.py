"""The few words that a page says by itself, in the reader's language: CLDR has none of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from l10n_tool.languages import Language

__all__ = ["WORDS", "Words", "notice_in", "words_in"]


@dataclass(frozen=True, slots=True)
class Words:
    """``languages`` names the list of languages; ``incomplete`` says that parts are in another language."""

    languages: str
    incomplete: str


#: By BCP 47 tag; a tag without a script stands for the language's usual one.
WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "ar": Words("اللغات", "أجزاء من هذه الصفحة لم تُترجم بعد."),
        "az": Words("Dillər", "Bu səhifənin bəzi hissələri hələ tərcümə olunmayıb."),
        "de": Words("Sprachen", "Teile dieser Seite sind noch nicht übersetzt."),
        "en": Words("Languages", "Parts of this page are not translated yet."),
        "es": Words("Idiomas", "Algunas partes de esta página aún no están traducidas."),
        "fa": Words("زبان‌ها", "بخش‌هایی از این صفحه هنوز ترجمه نشده است."),
        "fr": Words("Langues", "Certaines parties de cette page ne sont pas encore traduites."),
        "he": Words("שפות", "חלקים מדף זה טרם תורגמו."),
        "hi": Words("भाषाएँ", "इस पृष्ठ के कुछ भागों का अनुवाद अभी नहीं हुआ है।"),
        "id": Words("Bahasa", "Sebagian halaman ini belum diterjemahkan."),
        "it": Words("Lingue", "Alcune parti di questa pagina non sono ancora tradotte."),
        "ja": Words("言語", "このページには、まだ翻訳されていない部分があります。"),
        "ko": Words("언어", "이 페이지의 일부는 아직 번역되지 않았습니다."),
        "nl": Words("Talen", "Delen van deze pagina zijn nog niet vertaald."),
        "pl": Words("Języki", "Części tej strony nie zostały jeszcze przetłumaczone."),
        "pt": Words("Idiomas", "Partes desta página ainda não foram traduzidas."),
        "ru": Words("Языки", "Некоторые части этой страницы ещё не переведены."),
        "tr": Words("Diller", "Bu sayfanın bazı bölümleri henüz çevrilmedi."),
        "uk": Words("Мови", "Деякі частини цієї сторінки ще не перекладено."),
        "zh": Words("语言", "本页部分内容尚未翻译。"),
        "zh-Hans": Words("语言", "本页部分内容尚未翻译。"),
        "zh-Hant": Words("語言", "本頁部分內容尚未翻譯。"),
        "zh-HK": Words("語言", "本頁部分內容尚未翻譯。"),
        "zh-TW": Words("語言", "本頁部分內容尚未翻譯。"),
    }
)


def words_in(language: Language) -> Words | None:
    """Return the words of a language, or nothing: never those of another language or script."""
    subtags = language.tag.split("-")
    while subtags:
        if found := WORDS.get("-".join(subtags)):
            return found
        last = subtags.pop()
        if len(last) == 4:
            return None
    return None


def notice_in(language: Language) -> tuple[str, Language]:
    """Return the words that say that parts are in another language, and the language of these words."""
    words = words_in(language)
    return (words.incomplete, language) if words else (WORDS["en"].incomplete, _ENGLISH)


_ENGLISH: Final = Language("en")
