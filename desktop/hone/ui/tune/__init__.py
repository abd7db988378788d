"""The page "Tune": the overview of runs, the fine-tuning wizard, and a run as it goes."""
