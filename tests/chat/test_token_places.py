"""Each token is given the character that it begins with."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from hone.domain.generation import PromptRendered
from hone.services.token_places import token_starts


def rendered(text: str, pieces: list[str], special: tuple[int, ...] = (), **values: object) -> PromptRendered:
    ids = tuple(range(len(pieces)))
    return PromptRendered(
        request_id="",
        text=text,
        token_ids=ids,
        pieces=tuple(pieces),
        special_ids=special,
        **values,  # type: ignore[arg-type]
    )


@given(some.lists(some.text(min_size=1, max_size=5), max_size=20))
def test_tokens_begin_where_the_ones_before_them_end(pieces: list[str]) -> None:
    starts = token_starts(rendered("".join(pieces), pieces))
    place = 0
    for start, piece in zip(starts, pieces, strict=True):
        assert start == place
        place += len(piece)


@given(some.text(min_size=1, max_size=20))
def test_tokens_of_single_bytes_begin_in_the_character_they_are_part_of(text: str) -> None:
    raw = text.encode()
    pieces = ["\ufffd"] * len(raw)
    partial = {number: raw[number : number + 1] for number in range(len(raw))}
    starts = token_starts(rendered(text, pieces, partial=partial))
    wanted = [place for place, character in enumerate(text) for _ in character.encode()]
    assert list(starts) == wanted


def test_a_space_that_a_tokenizer_puts_in_front_is_passed_over() -> None:
    text = "<s>Hello world"
    assert token_starts(rendered(text, ["<s>", " Hello", " world"], (0,))) == (0, 3, 8)


def test_a_space_that_is_not_shown_is_of_the_token_after_it() -> None:
    assert token_starts(rendered("one two three", ["one", "two", "three"])) == (0, 3, 7)


def test_a_token_that_the_text_does_not_show_takes_no_room() -> None:
    assert token_starts(rendered("Hello", ["<s>", "Hello"], (0,))) == (0, 0)


def test_tokens_are_found_again_when_the_tokenizer_changed_the_text() -> None:
    starts = token_starts(rendered("ﬁne day, good day", ["fine", " day", ",", " good", " day"]))
    assert starts[2:] == (7, 8, 13)
