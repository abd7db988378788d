"""Make the embedded demo model and the sample data: text, tokenizer, training, evaluation, export."""
