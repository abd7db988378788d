"""Data: files with rows, told by looking; their problems; and rows as tokens with a loss mask.

The trainer and the preview render rows with the same function, so what is shown is what is trained.
"""
