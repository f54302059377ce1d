"""What a bank deals in: money, accounts, payments, problems and secrets. Imports nothing of ours."""
