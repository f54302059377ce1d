"""The remote bank: a real ledger behind HTTPS, in its own process, speaking only its OpenAPI contract."""
