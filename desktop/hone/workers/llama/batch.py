"""The input of one decode, kept in arrays that are made once and filled through numpy."""

from __future__ import annotations

import ctypes

import llama_cpp
import numpy as np

from hone.workers.llama.jobs import Floats, Tokens

_POSITIONS = 4  # of embeddings in models with M-RoPE: time, height, width, and one that text does not use


class TokenBatch:
    """Arrays for up to `capacity` tokens of many sequences; each token belongs to one sequence.

    `tokens`, `positions`, `sequences` and `flags` (1: outputs are wanted) may be written at will.
    """

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.tokens = np.zeros(capacity, np.int32)
        self.positions = np.zeros(capacity * _POSITIONS, np.int32)
        self.sequences = np.zeros(capacity, np.int32)
        self.flags = np.zeros(capacity, np.int8)
        self._ones = np.ones(capacity, np.int32)
        self._places = self.sequences.ctypes.data + np.arange(capacity, dtype=np.uintp) * 4
        self.raw = self._struct(llama_cpp.llama_token, "token", self.tokens.ctypes.data)
        self._next = self._struct(llama_cpp.llama_token, "token", self.tokens.ctypes.data)
        self._next.pos = ctypes.POINTER(llama_cpp.llama_pos)()

    def put(self, start: int, tokens: Tokens, position: int, sequence: int, first_flag: int) -> None:
        """Write tokens of one sequence from `start`; outputs are wanted from number `first_flag` on."""
        end = start + len(tokens)
        self.tokens[start:end] = tokens
        self.positions[start:end] = np.arange(position, position + len(tokens), dtype=np.int32)
        self.sequences[start:end] = sequence
        self.flags[start:end] = 0
        self.flags[start + max(0, first_flag) : end] = 1

    def sized(self, count: int) -> llama_cpp.llama_batch:
        """Return the struct for the first `count` tokens."""
        self.raw.n_tokens = count
        return self.raw

    def following(self, count: int) -> llama_cpp.llama_batch:
        """Return a struct for the first `count` tokens, each the next one of its sequence.

        Its field `token` may be written again and again: numpy would take some microseconds for each.
        """
        self._next.n_tokens = count
        return self._next

    def of_embeddings(
        self, vectors: Floats, position: int, sequence: int, wanted: bool
    ) -> llama_cpp.llama_batch:
        """Return a struct that feeds `vectors`, shape (n, n_embd), contiguous, in place of tokens.

        It must not outlive `vectors`, and overwrites what was put.
        """
        count = len(vectors)
        where = np.arange(position, position + count, dtype=np.int32)
        for dimension in range(_POSITIONS):
            last = dimension == _POSITIONS - 1
            self.positions[dimension * count : (dimension + 1) * count] = 0 if last else where
        self.sequences[:count] = sequence
        self.flags[:count] = wanted
        raw = self._struct(ctypes.c_float, "embd", vectors.ctypes.data)
        raw.n_tokens = count
        return raw

    def _struct(self, kind: type, name: str, address: int) -> llama_cpp.llama_batch:
        raw = llama_cpp.llama_batch()
        setattr(raw, name, ctypes.cast(address, ctypes.POINTER(kind)))
        raw.pos = ctypes.cast(self.positions.ctypes.data, ctypes.POINTER(llama_cpp.llama_pos))
        raw.n_seq_id = ctypes.cast(self._ones.ctypes.data, ctypes.POINTER(ctypes.c_int32))
        raw.seq_id = ctypes.cast(
            self._places.ctypes.data, ctypes.POINTER(ctypes.POINTER(llama_cpp.llama_seq_id))
        )
        raw.logits = ctypes.cast(self.flags.ctypes.data, ctypes.POINTER(ctypes.c_int8))
        return raw
