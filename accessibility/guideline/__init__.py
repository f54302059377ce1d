"""The banking association's accessibility guideline as data: each line, and how it is shown to be met or not."""
