"""The worker of tools: built-in ones, text of documents, and one MCP server per process."""
