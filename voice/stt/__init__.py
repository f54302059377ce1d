"""Speech to text: the port, its engines, and the sentences of number grammars."""
