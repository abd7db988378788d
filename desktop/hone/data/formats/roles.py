"""The names that roles have in data, and the role that each stands for."""

from __future__ import annotations

ROLES = {
    "system": "system",
    "developer": "system",
    "user": "user",
    "human": "user",
    "prompter": "user",
    "assistant": "assistant",
    "gpt": "assistant",
    "bot": "assistant",
    "chatgpt": "assistant",
    "model": "assistant",
}
TOOL_ROLES = frozenset(
    {"tool", "function", "observation", "ipython", "tool_response", "function_response", "tool_result"}
)
CALL_ROLES = frozenset({"function_call", "tool_call", "tool_calls"})
SHAREGPT = {"system": "system", "user": "human", "assistant": "gpt", "tool": "observation"}
"""How ShareGPT calls the roles."""
