"""The HTTP backend: models behind servers that speak OpenAI's protocol."""
