transfer_money-title = Transfer money
transfer_money-done-title = Transfer made
transfer_money-payee-label = Payee
transfer_money-payee-hint = A name, or choose from the list
transfer_money-payee-ask = Who is it for?
    .speech = Who is it for? Say the payee's name.
    .chat = Who is it for? Type the payee's name.
    .braille = to whom?
transfer_money-payee-help = Enter or choose a saved payee.
    .speech = Say the name of a saved payee.
    .chat = Type the name of a saved payee.
    .braille = payee name
transfer_money-payee-again = Who should get the money?
    .speech = Tell me who should get the money. A name is enough. To hear who there is, say: which payees.
    .chat = Who should get the money? To see who there is, type “which payees”.
    .braille = for whom?
transfer_money-payee-why = The bank must know who gets the money.
    .speech = The bank must know who gets the money. It can only go to a saved payee.
    .chat = The bank must know who gets the money.
    .braille = must know payee
transfer_money-amount-label = Amount
transfer_money-amount-hint = For example 500
transfer_money-amount-ask = How much?
    .speech = How much?
    .chat = How much?
    .braille = how much?
transfer_money-amount-help = Enter an amount, such as 500.
    .speech = Say an amount, such as five hundred yuan, or type it.
    .chat = Type an amount, such as 500.
    .braille = amount, as 500
transfer_money-amount-again = How much shall be sent?
    .speech = Tell me the amount, for example: five hundred yuan, or: twelve yuan and fifty cents.
    .chat = How much shall be sent? For example 500.
    .braille = amount?
transfer_money-amount-why = The bank must know how much.
    .speech = The bank must know how much. It is read back to you, and sent only when you confirm.
    .chat = The bank must know how much. Nothing is sent before you confirm.
    .braille = must know amount
transfer_money-account-label = From account
transfer_money-account-hint = The money leaves this account
transfer_money-account-ask = From which account?
    .speech = From which account? Say its last four digits.
    .chat = From which account? Type its last four digits.
    .braille = account?
transfer_money-account-help = Choose the account to pay from, or give its last four digits.
    .speech = Say the last four digits of the account to pay from.
    .chat = Type the last four digits of the account to pay from.
    .braille = last 4 digits
transfer_money-account-again = Which account shall pay?
    .speech = Tell me which account shall pay: its last four digits, or: number one, number two.
    .chat = Which account shall pay? Type its last four digits.
    .braille = which account?
transfer_money-account-why = You have several accounts; one of them pays.
    .speech = You have several accounts; one of them pays.
    .chat = You have several accounts; one of them pays.
    .braille = one pays
transfer_money-submit = Next
transfer_money-confirm = Confirm transfer
transfer_money-review-title = Please check
transfer_money-fee-label = Fee
transfer_money-total-label = Total
transfer_money-name_check-label = Name check
transfer_money-review = { $amount } to { $payee }, fee { $fee }, from { $account }. { $name_check ->
        [no_match] Careful: the name does not belong to that account. Check who it is first.
        [close] Careful: the name is not quite that of the account. Please check.
       *[match] The name matches the account.
    } Confirm?
    .speech = Please check: { $amount } to { $payee }, fee { $fee }, from { $account }. { $name_check ->
        [no_match] Careful: the name does not belong to that account. Check who it is first.
        [close] Careful: the name is not quite that of the account. Please check.
       *[match] The name matches the account.
    } Say send it, or cancel.
    .chat = Please check: { $amount } to { $payee }, fee { $fee }, from { $account }. { $name_check ->
        [no_match] Careful: the name does not belong to that account. Check who it is first.
        [close] Careful: the name is not quite that of the account. Please check.
       *[match] The name matches the account.
    } Type “confirm” or “cancel”.
    .braille = { $payee } { $amount } fee { $fee } ok?
transfer_money-done = Transfer made. { $amount } went to { $payee_name } (ending { $payee_tail }), fee { $fee }, balance { $balance_after }. Receipt { $reference }.
    .speech = Transfer made. { $amount } went to { $payee_name }, ending { $payee_tail }, fee { $fee }, balance { $balance_after }.
    .chat = Transfer made. { $amount } went to { $payee_name } (ending { $payee_tail }), fee { $fee }, balance { $balance_after }. Receipt { $reference }.
    .braille = done { $payee_name } { $amount } { $reference }
transfer_money-cancelled = Cancelled. No money has moved.
    .speech = Cancelled. No money has moved.
    .chat = Cancelled. No money has moved.
    .braille = cancelled, not sent
transfer_money-name_check-match = matches
transfer_money-name_check-close = not quite the same: please check
transfer_money-name_check-no_match = another name: check who it is first
