"""Fast tests of speech without any sound."""
