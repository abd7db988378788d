"""A client of the Model Context Protocol: as much of it as tools need.

Written on the specification (https://modelcontextprotocol.io/specification/2025-06-18), because the official
Python SDK takes 0.6 s and 64 MB to import and reads lines without a limit.
"""
