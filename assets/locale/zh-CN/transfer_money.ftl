transfer_money-title = 转账
transfer_money-done-title = 转账成功
transfer_money-payee-label = 收款人
transfer_money-payee-hint = 姓名，或从列表选择
transfer_money-payee-ask = 转给谁？
    .speech = 您要转给谁？请说收款人的姓名。
    .chat = 转给谁？请输入收款人的姓名。
    .braille = 转给谁?
transfer_money-payee-help = 请输入或选择一个保存过的收款人。
    .speech = 请说一个保存过的收款人的姓名，例如张三。
    .chat = 请输入一个保存过的收款人的姓名。
    .braille = 收款人姓名
transfer_money-payee-again = 想把钱转给哪一位？
    .speech = 请告诉我，钱要转给哪一位。说名字就可以，比如张三。不清楚有谁，可以说有哪些。
    .chat = 钱要转给哪一位？不清楚有谁，可以输入“有哪些”。
    .braille = 给哪位?
transfer_money-payee-why = 银行要知道钱给谁。
    .speech = 银行要知道钱给谁，才能转账。只能转给保存过的收款人。
    .chat = 银行要知道钱给谁，才能转账。
    .braille = 要知道给谁
transfer_money-amount-label = 金额
transfer_money-amount-hint = 例如 500 或 五百元
transfer_money-amount-ask = 转多少钱？
    .speech = 转多少钱？
    .chat = 转多少钱？
    .braille = 多少钱?
transfer_money-amount-help = 请输入金额，例如 500 或 五百元。
    .speech = 请说金额，例如五百元；也可以用数字键输入。
    .chat = 请输入金额，例如 500 或 五百元。
    .braille = 金额如500
transfer_money-amount-again = 一共要转多少？
    .speech = 请说要转的钱数，比如，五百元，或者，一千二百块五毛。
    .chat = 一共要转多少？例如 500。
    .braille = 转多少?
transfer_money-amount-why = 银行要知道转多少。
    .speech = 银行要知道转多少钱。说完以后会读给您核对，确认了才转。
    .chat = 银行要知道转多少，确认之前不会转出。
    .braille = 要知道金额
transfer_money-account-label = 付款账户
transfer_money-account-hint = 钱从这个账户转出
transfer_money-account-ask = 从哪个账户转出？
    .speech = 从哪个账户转出？请说尾号四位数字。
    .chat = 从哪个账户转出？请输入尾号四位数字。
    .braille = 哪个账户?
transfer_money-account-help = 请选择付款账户，或说出尾号四位数字。
    .speech = 请说付款账户尾号的四位数字。
    .chat = 请输入付款账户尾号四位数字。
    .braille = 尾号4位
transfer_money-account-again = 用哪个账户付款？
    .speech = 请说要用哪个账户付款，说尾号四位数字，或者说第一个、第二个。
    .chat = 用哪个账户付款？请输入尾号四位数字。
    .braille = 哪个账户?
transfer_money-account-why = 您有多个账户，要选一个付款。
    .speech = 您有多个账户，要选一个付款。
    .chat = 您有多个账户，要选一个付款。
    .braille = 选付款账户
transfer_money-submit = 下一步
transfer_money-confirm = 确认转账
transfer_money-review-title = 请核对
transfer_money-fee-label = 手续费
transfer_money-total-label = 合计
transfer_money-name_check-label = 户名核对
transfer_money-review = 转给{ $payee } { $amount }，手续费 { $fee }，从{ $account }转出。{ $name_check ->
        [no_match] 注意：户名与账户不符，请先核实对方身份。
        [close] 注意：户名与账户不完全一致，请核实。
       *[match] 户名核对一致。
    }确认转账吗？
    .speech = 请核对：转给{ $payee }，金额{ $amount }，手续费{ $fee }，从{ $account }转出。{ $name_check ->
        [no_match] 请注意，户名与账户不符，请先核实对方身份。
        [close] 请注意，户名与账户不完全一致，请核实。
       *[match] 户名核对一致。
    }确认转账吗？请说确认转账，或者说取消。
    .chat = 请核对：转给{ $payee } { $amount }，手续费 { $fee }，从{ $account }转出。{ $name_check ->
        [no_match] 注意：户名与账户不符，请先核实对方身份。
        [close] 注意：户名与账户不完全一致，请核实。
       *[match] 户名核对一致。
    }确认转账吗？输入“确认”或“取消”。
    .braille = { $payee } { $amount } 费{ $fee } 确认?
transfer_money-done = 转账成功。已转给{ $payee_name }（尾号 { $payee_tail }） { $amount }，手续费 { $fee }，余额 { $balance_after }。回单号 { $reference }。
    .speech = 转账成功。已转给{ $payee_name }，尾号{ $payee_tail }，{ $amount }，手续费{ $fee }，余额{ $balance_after }。
    .chat = 转账成功。已转给{ $payee_name }（尾号 { $payee_tail }） { $amount }，手续费 { $fee }，余额 { $balance_after }。回单号 { $reference }。
    .braille = 成功 { $payee_name } { $amount } { $reference }
transfer_money-cancelled = 已取消，钱没有转出。
    .speech = 已取消，钱没有转出。
    .chat = 已取消，钱没有转出。
    .braille = 已取消,未转
transfer_money-name_check-match = 一致
transfer_money-name_check-close = 不完全一致，请核实
transfer_money-name_check-no_match = 不符，请先核实对方身份
