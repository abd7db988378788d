"""The page with the library of prompts."""
