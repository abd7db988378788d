"""Shared widgets: one look for every page. Nothing here knows a service."""
