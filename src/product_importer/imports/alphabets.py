"""In which single-byte encoding words look like words of a language.

Statistical detectors are made for running text; on the few short words of a catalogue they are wrong more often than
right (see docs/decisions/0006). A catalogue is in one language, so its letters beyond ASCII are few and known.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache

_WESTERN = (
    "äöüßéè",
    "àâæçéèêëîïôœùûü",
    "áéíñóúü¿¡ªº",
    "ãáâàçéêíõóôú",
    "àèéìòù",
    "åäöé",
    "æøåéö",
    "áéíóúýþæðö",
)
_CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ", "äöüß")
_TURKISH = ("çğıöşüâîû",)
_BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž")
_CYRILLIC = (
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’",
    "абвгдђежзијклљмнњопрстћуфхцчџш",
)
_GREEK = ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",)
_HEBREW = ("אבגדהוזחטיךכלםמןנסעףפץצקרשת",)
_ARABIC = ("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",)

# Where two read the words alike, the earlier one is meant. ÿ is left out: 0xFF is more often damage than French.
LANGUAGES = {
    "windows-1252": _WESTERN,
    "iso-8859-15": _WESTERN,
    "windows-1250": _CENTRAL,
    "iso-8859-2": _CENTRAL,
    "windows-1254": _TURKISH,
    "windows-1257": _BALTIC,
    "windows-1251": _CYRILLIC,
    "koi8-r": _CYRILLIC,
    "iso-8859-5": _CYRILLIC,
    "windows-1253": _GREEK,
    "iso-8859-7": _GREEK,
    "windows-1255": _HEBREW,
    "windows-1256": _ARABIC,
}
_SIGNS = frozenset("€£¥©®™°²³µ½¼¾×±·•–—…„“”‘’‚«»§\u00a0")
_SIGN_WEIGHT = 0.6
# Icelandic alone has these, and where they stand Turkish has ğ and ş, Lithuanian š and ž.
_UNCOMMON = frozenset("þðÞÐ")
_UNCOMMON_WEIGHT = 0.9
_CAPITAL_WEIGHT = 0.9
_LIKELY = 0.5


def likely_encoding(words: Iterable[bytes]) -> str | None:
    """The Python name of the encoding in which `words` are made of one language's letters; None when in none."""
    words = list(words)
    scores = {encoding: _score(words, encoding) for encoding in LANGUAGES}
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if scores[best] > _LIKELY else None


def _score(words: list[bytes], encoding: str) -> float:
    """From -1 to 1: how well the characters beyond ASCII fit the language that they fit best."""
    decoded = [word.decode(encoding, "replace") for word in words]
    return max(_fit(decoded, letters) for letters in _alphabets(encoding))


@cache
def _alphabets(encoding: str) -> list[frozenset[str]]:
    return [frozenset(letters + letters.upper() + letters.title()) | {"İ"} for letters in LANGUAGES[encoding]]


def _fit(words: list[str], letters: frozenset[str]) -> float:
    fits = [
        _fit_of(word[place - 1 : place], word[place], word[place + 1 : place + 2], letters)
        for word in words
        for place in range(len(word))
        if not word[place].isascii()
    ]
    return sum(fits) / max(len(fits), 1)


def _fit_of(before: str, character: str, after: str, letters: frozenset[str]) -> float:
    if character in letters:
        rises = character.isupper() and before.islower()
        weight = _weight(character) if _is_latin(character) else _in_company(before + after) * _case(before, character)
        return -1.0 if rises else weight
    inside_a_word = before.isalpha() and after.isalpha() and character != "’"
    return _SIGN_WEIGHT if character in _SIGNS and not inside_a_word else -1.0


def _case(before: str, character: str) -> float:
    """Few words are all capitals: where one encoding has them another has small letters."""
    return _CAPITAL_WEIGHT if character.isupper() and before.isupper() else 1.0


def _weight(character: str) -> float:
    return _UNCOMMON_WEIGHT if character in _UNCOMMON else 1.0


def _in_company(near: str) -> float:
    """A letter of another script stands among its like, never beside a Latin one; alone it says nothing."""
    if any(letter.isascii() and letter.isalpha() for letter in near):
        return -1.0
    return 1.0 if any(letter.isalpha() for letter in near) else 0.0


@cache
def _is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith("LATIN") or not character.isalpha()
