"""Checks: one small file a rule, judged on what the platform tells and on what is painted."""
