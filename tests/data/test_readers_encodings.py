"""Texts in old encodings are read right and told as a guess; a wrong guess on the beginning is put right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hone.data.opening import open_data
from hone.data.records import Record
from hone.domain.datasets import Problem
from hone.errors import BadInput

TEXTS = {
    "de": "Wie heißt die größte Stadt am Fluß?;Köln – „die Schöne“ – liegt am Rhein, überall Brücken.",
    "fr": "Où est la bibliothèque ?;Elle est à côté du théâtre, c’est très agréable, ça vous plaira.",
    "es": "¿Dónde está el baño, señor?;Está al final del pasillo, según el niño.",
    "pt": "Onde está a estação?;A estação não fica longe, é só virar à direita na praça.",
    "sv": "Var är närmaste sjö?;Sjön ligger söder om ån, på vägen till Göteborg.",
    "pl": "Gdzie jest łódź?;Żółta łódź jest na środku jeziora, proszę iść ścieżką.",
    "cs": "Kde je nejbližší nádraží?;Půjdete rovně a pak doleva, je to žlutá budova.",
    "hu": "Hol van a könyvtár?;A főutcán, a szőlőhegy alatt, egy űrhajó mellett.",
    "tr": "Kütüphane nerede?;Ana caddede, şuradaki ağacın yanında, çiçekçinin karşısında.",
    "ru": "Где находится библиотека?;Она на главной улице, рядом с площадью.",
    "uk": "Де знаходиться бібліотека?;Вона на головній вулиці, її легко знайти.",
    "el": "Πού είναι η βιβλιοθήκη;;Είναι στον κεντρικό δρόμο, δίπλα στην πλατεία.",
    "he": "איפה הספרייה?;היא ברחוב הראשי ליד הכיכר.",
    "ar": "أين المكتبة؟;إنها في الشارع الرئيسي بجانب الساحة.",
    "ja": "図書館はどこですか？;図書館は大通りにあります。駅から歩いて五分です。",
    "zh": "图书馆在哪里？;图书馆在大街上，离车站走五分钟。",
    "tw": "圖書館在哪裡？;圖書館在大街上，離車站走五分鐘。",
    "ko": "도서관은 어디에 있습니까?;도서관은 큰길에 있습니다. 역에서 걸어서 오 분입니다.",
}
ENCODED = [
    *((language, "cp1252") for language in ("de", "fr", "es", "pt", "sv")),
    *((language, "cp1250") for language in ("pl", "cs", "hu")),
    *((language, "iso8859_2") for language in ("pl", "cs")),
    *((language, "mac_roman") for language in ("de", "fr", "es")),
    *((language, "cp850") for language in ("de", "fr")),
    ("tr", "cp1254"),
    *((language, encoding) for language in ("ru",) for encoding in ("cp1251", "koi8_r", "cp866")),
    ("uk", "cp1251"),
    ("el", "cp1253"),
    ("he", "cp1255"),
    ("ar", "cp1256"),
    *(("ja", encoding) for encoding in ("shift_jis", "euc_jp")),
    *(("zh", encoding) for encoding in ("gb2312", "gb18030")),
    ("tw", "big5"),
    ("ko", "euc_kr"),
]


def table(language: str) -> str:
    question, _, answer = TEXTS[language].rpartition(";")
    return "question\tanswer\n" + f"{question}\t{answer}\n" * 3


@pytest.mark.parametrize(("language", "encoding"), ENCODED)
def test_old_encoding_is_read_right_and_told_as_a_guess(language: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "old.tsv"
    text = table(language).replace("–", "-") if encoding in ("iso8859_2", "cp850") else table(language)
    text = text.replace("„", '"').replace("“", '"').replace("’", "'") if encoding == "cp850" else text
    text = text.replace('"', "")
    path.write_bytes(text.encode(encoding))
    data = open_data(path)
    values = [tuple(item.values.values()) for item in data.records() if isinstance(item, Record)]
    assert values == [tuple(line.split("\t")) for line in text.splitlines()[1:]]
    assert [note.kind for note in data.notes] == ["guessed_encoding"]
    assert data.encoding in data.notes[0].message


@pytest.mark.parametrize("name", ["late.jsonl", "late.csv", "late.json", "late.txt"])
@pytest.mark.parametrize("language", ["de", "ru", "zh"])
def test_letters_that_come_late_are_read_right(name: str, language: str, tmp_path: Path) -> None:
    encoding = {"de": "cp1252", "ru": "cp1251", "zh": "gb18030"}[language]
    rows = [{"prompt": "plain", "completion": f"row {number}"} for number in range(8000)]
    rows += [{"prompt": "late", "completion": TEXTS[language].replace(",", "")}] * 3
    text = {
        "late.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows),
        "late.csv": "prompt,completion\n" + "".join(",".join(row.values()) + "\n" for row in rows),
        "late.json": json.dumps(rows, ensure_ascii=False, indent=1),
        "late.txt": "\n\n".join(row["completion"] for row in rows),
    }[name]
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    data = open_data(path)
    assert data.encoding == "utf-8"  # the beginning says no more
    found = list(data.records())
    last = found[-1]
    assert isinstance(last, Record)
    if name == "late.txt":
        assert str(last.values["text"]).endswith(rows[-1]["completion"])
    else:
        assert [item.values for item in found if isinstance(item, Record)] == rows
    assert (data.encoding, data.quick) == (encoding, False)
    assert [note.kind for note in data.notes] == ["guessed_encoding"]


@pytest.mark.parametrize("name", ["some.jsonl", "some.csv", "some.json"])
def test_broken_bytes_in_a_text_of_utf8_cost_their_row_only(name: str, tmp_path: Path) -> None:
    good = [{"prompt": "Größe", "completion": f"Maß {number}"} for number in range(5000)]
    bad = b"gr\xf6\xdfer"
    lines = {
        "some.jsonl": (
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in good),
            '{{"prompt": "{}"}}\n',
        ),
        "some.csv": ("prompt,completion\n" + "".join(",".join(r.values()) + "\n" for r in good), "{},x\n"),
        "some.json": (json.dumps(good, ensure_ascii=False, indent=1)[:-2] + ",", '\n{{"prompt": "{}"}}]'),
    }[name]
    path = tmp_path / name
    path.write_bytes(lines[0].encode() + lines[1].format("BAD").encode().replace(b"BAD", bad))
    data = open_data(path)
    found = list(data.records())
    assert [item.values for item in found if isinstance(item, Record)] == good
    (problem,) = (item for item in found if isinstance(item, Problem))
    assert (problem.row, problem.kind, problem.fatal) == (5001, "broken_text", True)
    assert f"{problem.line:,}" in problem.message
    assert (data.encoding, data.notes) == ("utf-8", ())


def test_rows_of_another_encoding_cost_themselves_where_two_are_mixed(tmp_path: Path) -> None:
    path = tmp_path / "mixed.csv"
    row = "Größe,Maß\n"
    path.write_bytes(b"prompt,completion\n" + (row * 4).encode() + (row * 3).encode("cp1252"))
    found = list(open_data(path).records())
    assert [item.kind if isinstance(item, Problem) else item.values["prompt"] for item in found] == [
        *["Größe"] * 4,
        *["broken_text"] * 3,
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encoding_without_a_mark_is_told(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_bytes(table("de").replace("„", "").replace("“", "").replace("–", "-").encode(encoding))
    data = open_data(path)
    assert len(list(data.records())) == 3
    assert (data.encoding, data.notes) == (encoding, ())


def test_wide_encoding_that_ends_in_half_a_character_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "half.jsonl"
    path.write_bytes(('{"prompt": "a"}\n' * 9000).encode("utf-16")[:-1])
    with pytest.raises(BadInput, match=r"half\.jsonl is in no encoding"):
        list(open_data(path).records())


MIXED = {
    "cp1252": ("A naïve café in Köln, “über” £ 5.", "The größte Übung: señor, déjà vu, ça va – ï, æ, ñ."),
    "gb18030": ("这是一个测试，中国的首都是北京。", "我喜欢猫 😀 مرحبا 👩 café"),
    "euc_kr": ("이것은 시험입니다. 서울은 수도입니다.", "일본어: 日本語のテキスト 고양이 좋아요"),
}


@pytest.mark.parametrize("name", ["mixed.csv", "mixed.jsonl", "mixed.json"])
@pytest.mark.parametrize("encoding", MIXED)
def test_old_encoding_is_told_where_one_file_has_words_of_several_languages(
    encoding: str, name: str, tmp_path: Path
) -> None:
    rows = [dict(zip(("prompt", "completion"), MIXED[encoding], strict=True))] * 4
    path = tmp_path / name
    text = {
        "mixed.csv": "prompt\tcompletion\n" + "".join("\t".join(row.values()) + "\n" for row in rows),
        "mixed.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows),
        "mixed.json": json.dumps(rows, ensure_ascii=False),
    }[name]
    path.write_bytes(text.encode(encoding))
    assert [item.values for item in open_data(path).records() if isinstance(item, Record)] == rows
