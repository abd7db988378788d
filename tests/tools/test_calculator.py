"""The calculator: what it computes, what it refuses, and that nothing takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hone.errors import BadInput
from hone.workers.tools.built_in.arithmetic import evaluate, written


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("2+2", "4"),
        ("0.1 + 0.2", "0.3"),
        ("2*3^2", "18"),
        ("-2^2", "-4"),
        ("10/4", "2.5"),
        ("1/3", "0.3333333333333333333333333333"),
        ("3 × 4 ÷ 2 =", "6"),
        ("sqrt(16) + cbrt(27)", "7"),
        ("sin(pi)", "0"),
        ("log(8, 2) + log(1000, 10) + ln(e)", "7"),
        ("round(2.675, 2)", "2.68"),
        ("mean([1, 2, 3, 4])", "2.5"),
        ("-7.5 % 2", "0.5"),
        ("7.5 // 2", "3"),
        ("factorial(20)", "2432902008176640000"),
        ("comb(50, 25)", "126410606437752"),
        ("2**100", "1267650600228229401496703205376"),
        ("1e400 * 1e400", "1E+800"),
        ("abs(-5.5) + min(2, 1) + max(1, 2)", "8.5"),
    ],
)
def test_values(expression: str, value: str) -> None:
    assert written(evaluate(expression)) == value


@pytest.mark.parametrize(
    "expression",
    [
        "", "a", "1/0", "1 if 1 else 2", "__import__('os').system('true')", "(1).real", "lambda: 1", "[1][0]",
        "1,234 + 1", "'a' * 9", "True + 1", "1j", "sqrt(-1)", "(-8)^(1/3)", "max()", "sqrt(1, 2)", "exp(1e9)",
        "f(x)", "x := 1", "sum(i for i in [1])", "round(2, 99)",
    ],
)  # fmt: skip
def test_what_is_no_arithmetic_is_refused_with_a_sentence(expression: str) -> None:
    with pytest.raises(BadInput, match=r"\.$|: ."):
        evaluate(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "9**9**9**9", "10**7000", "factorial(10**9)", "comb(10**6, 5*10**5)", "perm(5000, 5000)",
        "floor(1e5000)", "(" * 200 + ")" * 200, "-" * 900 + "1", "1+" * 480 + "1" * 100,
        "9" * 999 + "**9", "1" * 2000, "1e999999*10",
        "2**" * 300 + "2", "1.0000001 ^ 1e12", "lcm(" + ",".join(str(n) for n in range(1, 190)) + ")",
    ],
)  # fmt: skip
def test_what_would_be_huge_ends_at_once(expression: str) -> None:
    began = time.monotonic()
    try:
        assert len(written(evaluate(expression))) < 5000
    except BadInput as error:
        assert error.message
    assert time.monotonic() - began < 1


@given(st.text(alphabet="0123456789.+-*/^%() episqrtlog,", max_size=60))
def test_any_text_ends_with_a_number_or_a_sentence(text: str) -> None:
    try:
        assert written(evaluate(text))
    except BadInput as error:
        assert error.message


@given(st.integers(-(10**20), 10**20), st.integers(-(10**20), 10**20))
def test_whole_numbers_are_exact(left: int, right: int) -> None:
    assert written(evaluate(f"({left}) * ({right}) - ({right})")) == str(left * right - right)
