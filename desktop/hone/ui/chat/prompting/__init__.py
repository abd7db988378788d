"""Parts of the panels and pages about prompts: texts with variables, examples, values."""
