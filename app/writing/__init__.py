"""Writing Chinese with a few letters: what pinyin may mean, and how characters that sound alike are told apart.

Pure: it knows neither a window nor keys. Everything is on this machine, in assets/writing.
"""
