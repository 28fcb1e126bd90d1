"""In which encoding a file is written: by marks, by what is no UTF-8, and by the letters of languages."""

import io

import pytest

from product_importer.core.errors import ProblemError
from product_importer.imports.encoding import guess_encoding
from tests.imports.whole_files import looked_at, read

WORDS = {
    "windows-1250": ["Kubek żółty, Łódź", "Příliš žluťoučký kůň", "Hrnek černý šedý", "Bögre fehér űrtartalom őszi"],
    "iso-8859-2": ["Kubek żółty, mąka śliska", "Příliš žluťoučký kůň, šedý"],
    "windows-1251": ["Кружка синяя", "Чайник, 5 л", "Футболка мужская размер L", "Чашка біла з їжаком"],
    "koi8-r": ["Кружка синяя керамическая", "ЧАЙНИК электрический"],
    "iso-8859-5": ["Кружка синяя", "Чайник электрический"],
    "windows-1252": [
        "Größe 5 €",
        "Café crème brûlée",
        "Ñandú cañón",
        "Smörgåsbord på svenska",
        "Ø 5 cm blå",
        "„Zitat“",
    ],
    "iso-8859-15": ["Œuvre au cœur, 5 €", "grün, 12 €"],
    "windows-1253": ["Καφές ελληνικός", "Άσπρο φλιτζάνι"],
    "windows-1254": ["Kırmızı fincan, büyük boy", "Çaydanlık gümüş şeker"],
    "windows-1257": ["Tass väike õun, šokolaad", "Arbatinukas didelis ąžuolas"],
}
CASES = [(encoding, words) for encoding, lines in WORDS.items() for words in lines]


@pytest.mark.parametrize(("encoding", "words"), CASES)
def test_a_few_words_of_a_language_show_their_encoding(encoding: str, words: str) -> None:
    rows = "".join(f'A-{number};"{words}";{number},50\n' for number in range(9))
    reading = read(f"sku;name;price\n{rows}".encode(encoding))
    assert reading.rejects == []
    assert [row["name"] for row in reading.rows] == [words] * 9


def test_the_evidence_names_the_encoding_and_what_spoke_for_it() -> None:
    guess = guess_encoding([b"sku;name\n" + "1;Кружка\n".encode("windows-1251") * 3])
    assert (guess.encoding, guess.bom) == ("windows-1251", False)
    assert guess.evidence == "Windows-1251: 18 bytes are no UTF-8, and are letters or signs of one language there."


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("utf8", "utf-8"),
        ("UTF-8-SIG", "utf-8"),
        ("latin1", "iso8859-1"),
        ("cp1250", "windows-1250"),
        (" Windows-1252 ", "windows-1252"),
        ("utf-16", "utf-16-le"),
        ("shift_jis", "shift_jis"),
    ],
)
def test_an_encoding_may_be_chosen_by_any_of_its_names(name: str, encoding: str) -> None:
    assert looked_at("sku,name\nA,Mug\n".encode(name.strip()), encoding=name).encoding == encoding


def test_a_chosen_encoding_is_used_against_the_evidence() -> None:
    data = "sku,name\nA,Größe\n".encode()
    assert read(data, encoding="windows-1252").rows[0]["name"] == "GrÃ¶ÃŸe"
    reading = read("sku,name\nA,Größe\nB,x\n".encode("windows-1252"), encoding="utf-8")
    assert reading.places == [(1, 2, "name", "undecodable")]


def test_a_mark_is_taken_off_where_its_encoding_is_chosen() -> None:
    found = looked_at("\ufeffsku,name\nA,B\n".encode("utf-16-be"), encoding="UTF-16")
    assert (found.encoding, found.bom, found.keys) == ("utf-16-be", True, ["sku", "name"])


@pytest.mark.parametrize(
    "name", ["", "klingon", "base64", "rot13", "idna", "punycode", "undefined", "unicode_escape", "\0"]
)
def test_what_is_no_encoding_of_text_is_refused(name: str) -> None:
    with pytest.raises(ProblemError) as refused:
        looked_at(b"sku,name\nA,B\n", encoding=name)
    assert refused.value.code == "encoding_unknown"


def test_one_damaged_byte_does_not_make_another_language() -> None:
    assert guess_encoding(io.BytesIO(b"sku,name\nA,Mug\nB,Cu\xfe\n")).encoding == "utf-8"
