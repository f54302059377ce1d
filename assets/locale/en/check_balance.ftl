check_balance-title = Check balance
check_balance-done-title = Balances
check_balance-done = { $count ->
        [one] You have one account.
       *[other] You have { $count } accounts.
    }
    .speech = { $count ->
        [one] You have one account.
       *[other] You have { $count } accounts.
    }
    .chat = { $count ->
        [one] You have one account:
       *[other] You have { $count } accounts:
    }
    .braille = { $count } acct
check_balance-line = { $kind ->
        [savings] Savings account
       *[current] Current account
    } ending { $tail }: balance { $balance }
    .speech = { $kind ->
        [savings] Savings account
       *[current] Current account
    } ending { $tail }: balance { $balance }.
    .chat = { $kind ->
        [savings] Savings account
       *[current] Current account
    } ending { $tail }: balance { $balance }
    .braille = { $tail }: { $balance }
