"""Tuning: methods, default recipes, forecasts, the checks of a plan, and the wizard without a window."""
