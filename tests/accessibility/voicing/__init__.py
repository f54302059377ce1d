"""The built-in reader: fed with changes of a tree as the bridge gives them, and heard."""
