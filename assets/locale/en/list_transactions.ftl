list_transactions-title = List transactions
list_transactions-done-title = Transactions
list_transactions-account-label = Account
list_transactions-account-hint = The account to look at
list_transactions-account-ask = Which account?
    .speech = Which account? Say its last four digits.
    .chat = Which account? Type its last four digits.
    .braille = account?
list_transactions-account-help = Choose an account, or give its last four digits.
    .speech = Say the last four digits of the account, or number one, number two.
    .chat = Type the last four digits of the account.
    .braille = last 4 digits
list_transactions-account-again = Which account would you like to see?
    .speech = Tell me the last four digits of the account, or: number one, number two.
    .chat = Which account would you like to see? Type its last four digits.
    .braille = which account?
list_transactions-account-why = Each account has transactions of its own.
    .speech = Each account has transactions of its own.
    .chat = Each account has transactions of its own.
    .braille = one each
list_transactions-submit = Show
list_transactions-done = { $count ->
        [one] The last transaction.
       *[other] The last { $count } transactions.
    }
    .speech = { $count ->
        [one] The last transaction.
       *[other] The last { $count } transactions.
    }
    .chat = { $count ->
        [one] The last transaction:
       *[other] The last { $count } transactions:
    }
    .braille = { $count } lines
list_transactions-further = { $count ->
        [one] One earlier transaction.
       *[other] { $count } earlier transactions.
    }
    .speech = { $count ->
        [one] One earlier transaction.
       *[other] { $count } earlier transactions.
    }
    .chat = { $count ->
        [one] One earlier transaction:
       *[other] { $count } earlier transactions:
    }
    .braille = { $count } earlier
list_transactions-empty = There are no transactions.
    .speech = This account has no transactions.
    .chat = This account has no transactions.
    .braille = none
list_transactions-line = { $at } { $counterparty } { $note } { $amount_sign ->
        [minus] out
       *[plus] in
    } { $amount_size }, balance { $balance_after }
    .speech = { $at }, { $counterparty }, { $note }, { $amount_sign ->
        [minus] paid out
       *[plus] received
    } { $amount_size }.
    .chat = { $at } { $counterparty } { $note } { $amount_sign ->
        [minus] out
       *[plus] in
    } { $amount_size }, balance { $balance_after }
    .braille = { $at } { $counterparty } { $amount }
# How many earlier ones there are; 0: the bank does not say.
list_transactions-more = { $count ->
        [0] There are earlier ones.
        [one] There is { $count } earlier one.
       *[other] There are { $count } earlier ones.
    }
    .speech = { $count ->
        [0] There are more. Shall I go on? Say go on.
       *[other] { $count } more. Shall I go on? Say go on.
    }
    .chat = { $count ->
        [0] There are earlier ones: type “more”.
        [one] There is { $count } earlier one: type “more”.
       *[other] There are { $count } earlier ones: type “more”.
    }
    .braille = { $count ->
        [0] more?
       *[other] { $count } more?
    }
