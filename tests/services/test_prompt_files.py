"""Files of prompts: what is written is read back exactly, and what is wrong is told with its line and key."""

from __future__ import annotations

import string
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hone.domain.constraint import Constraint
from hone.domain.prompt_library import FileVersion, PromptDocument
from hone.domain.prompts import ExampleLayout, FewShot, PromptBody, Variable, VariableKind
from hone.errors import BadInput
from hone.services.prompt_files import FileFormat, file_name, read_prompt, written
from hone.services.prompt_files.files import LARGEST
from hone.services.prompt_starters import Starters
from hone.storage.paths import resources

TRICKY = st.sampled_from(
    [
        "\n", "\r\n", "\r", '"""', "'''", "\\", "+++\n", "---\n", "<!-- system -->\n",
        "\n<!-- first message -->",
        "\\<!-- system -->\n", "{{a}}", "\ufeff", "\x00", "[variables]\n", "name = 1\n", " ", "\t", "ä漢😀",
    ]
)  # fmt: skip
TEXT = st.lists(st.one_of(st.text(max_size=12), TRICKY), max_size=6).map("".join)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
NAMES = st.text(string.ascii_letters + "_", min_size=1, max_size=6)
VARIABLES = st.builds(
    Variable,
    name=NAMES,
    kind=st.sampled_from(VariableKind),
    default=TEXT,
    choices=st.lists(TEXT, max_size=3).map(tuple),
    help=TEXT,
)
CONSTRAINTS = st.one_of(
    st.just(Constraint()),
    TEXT.map(lambda text: Constraint(grammar=text)),
    st.dictionaries(TEXT, JSON, max_size=3).map(lambda schema: Constraint(json_schema=schema)),
)
BODIES = st.builds(
    PromptBody,
    system=TEXT,
    user=TEXT,
    variables=st.lists(VARIABLES, max_size=3, unique_by=lambda variable: variable.name).map(tuple),
    examples=st.lists(
        st.builds(FewShot, input=TEXT, output=TEXT, enabled=st.booleans(), source=TEXT), max_size=3
    ).map(tuple),
    layout=st.sampled_from(ExampleLayout),
    prefill=TEXT,
    stop=st.lists(TEXT, max_size=3).map(tuple),
    constraint=CONSTRAINTS,
)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
OLD_VERSIONS = st.builds(FileVersion, note=TEXT, created_at=MOMENTS, body=BODIES)
DOCUMENTS = st.builds(
    PromptDocument,
    name=st.text(min_size=1, max_size=20),
    folder=TEXT,
    tags=st.lists(TEXT, max_size=3).map(tuple),
    about=TEXT,
    note=TEXT,
    body=BODIES,
    history=st.lists(st.builds(FileVersion, note=TEXT, created_at=MOMENTS, body=BODIES), max_size=2).map(
        tuple
    ),
)


@settings(max_examples=150, deadline=None)
@given(document=DOCUMENTS, form=st.sampled_from(FileFormat))
def test_what_is_written_is_read_back_exactly(
    document: PromptDocument, form: FileFormat, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("files") / f"prompt.{form.value}"
    path.write_bytes(written(document, form).encode())
    assert read_prompt(path) == document


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ('nam = "a"', "line 1: there is no key 'nam' here.", "Did you mean 'name'?"),
        ('name = "a"\nsystem = 3', "line 2: 'system' must be a text in quotes.", ""),
        ('name = "a"\ntags = ["x", 1]', "line 2: 'tags' must hold texts only.", ""),
        (
            'name = "a"\n[[variables]]\nname = "x"\n[[variables]]\nname = "y"\nkin = "text"',
            "line 6: variables 2: there is no key 'kin' here.",
            "Did you mean 'kind'?",
        ),
        (
            'system = """\nkind = 1\n[[variables]]\n"""\n[[variables]]\nname = "x"\nkind = "numbr"',
            "line 7: variables 1: 'kind' cannot be 'numbr'.",
            "Did you mean 'number'?",
        ),
        ('[[variables]]\nname = "two words"', "line 2: variables 1: 'two words' cannot be", ""),
        (
            '[[variables]]\nname = "x"\n[[variables]]\nname = "x"',
            "line 4: variables 2: 'x' is there",
            "",
        ),
        ('[[examples]]\ninput = "x"', "line 1: examples 1: the key 'output' is missing.", ""),
        ('[constraint]\ngrammar = "a"\njson_schema = "{}"', "line 2: constraint 1: a grammar and", ""),
        ("[constraint]\njson_schema = '{'", "line 2: constraint 1: the schema is not JSON", ""),
        ('variables = "x"', "line 1: 'variables' must be written as [[variables]].", ""),
        ('name = "a"\nsystem = "x', "line 2: this is not TOML", "Check the quotes"),
        ('layout = "turn"', "line 1: 'layout' cannot be 'turn'.", "Did you mean 'turns'?"),
    ],
)
def test_a_wrong_file_is_told_with_its_line_and_key(tmp_path: Path, text: str, said: str, hint: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_prompt(put(tmp_path, "bad.toml", text))
    assert caught.value.message.startswith(f"bad.toml, {said}")
    assert hint in caught.value.hint


def test_lines_of_a_markdown_head_are_those_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read_prompt(put(tmp_path, "bad.md", '+++\nname = "a"\nabuot = "b"\n+++\ntext'))
    assert caught.value.message.startswith("bad.md, line 3: there is no key 'abuot'")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.md", b"---\nname: x\n---\n", "line 1: its head is YAML"),
        ("a.md", b"+++\nname = 'x'\n", "line 1: the head does not end"),
        ("a.md", b"<!-- system -->\na\n<!-- system -->\nb\n", "line 3: the mark"),
        ("a.toml", b"name = 'a'\n# \xff", "line 2: this is not UTF-8"),
        ("a.txt", b"hello", "no prompt file"),
        ("a.toml", b"#" * (LARGEST + 1), "larger than 4 MiB"),
    ],
)
def test_files_that_cannot_be_prompts_are_refused(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadInput, match="a\\.") as caught:
        read_prompt(path)
    assert said in caught.value.message


def test_plain_markdown_is_a_system_prompt_named_by_its_file(tmp_path: Path) -> None:
    found = read_prompt(put(tmp_path, "polite.md", "Be polite.\n\nAlways.\n"))
    assert (found.name, found.body) == ("polite", PromptBody(system="Be polite.\n\nAlways."))


def test_a_file_saved_with_windows_line_ends_reads_the_same(tmp_path: Path) -> None:
    body = PromptBody(system="one\ntwo", user="three\n")
    for form in FileFormat:
        text = written(PromptDocument(name="n", body=body), form).replace("\n", "\r\n")
        assert read_prompt(put(tmp_path, f"a.{form.value}", text)).body == body


def test_names_of_files_are_allowed_everywhere() -> None:
    assert file_name("Über / ../x: \0?", FileFormat.TOML) == "über-..-x.toml"
    assert file_name("///", FileFormat.MARKDOWN) == "prompt.md"


def test_every_starter_is_whole() -> None:
    found = Starters(resources() / "prompts").all()
    assert len(found) >= 9
    for starter in found:
        assert starter.prompt.about.count("20") and len(starter.prompt.about) > 200
        assert starter.version.body.variables
