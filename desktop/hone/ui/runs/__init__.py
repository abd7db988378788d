"""The page "Runs": all runs in a table, one of them or several beside each other below it."""
