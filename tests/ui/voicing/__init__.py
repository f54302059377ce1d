"""The built-in reader in the real window, worked by keyboard alone; judged by what reaches the synthesiser."""
