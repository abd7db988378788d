"""Tools for a face: which there are, what a model is told of them, running them, and MCP servers."""

from hone.services.tools.toolbox import ToolBox

__all__ = ["ToolBox"]
