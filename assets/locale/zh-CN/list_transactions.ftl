list_transactions-title = 交易记录
list_transactions-done-title = 交易明细
list_transactions-account-label = 账户
list_transactions-account-hint = 选择要查看的账户
list_transactions-account-ask = 要看哪个账户？
    .speech = 要看哪个账户？请说尾号四位数字。
    .chat = 要看哪个账户？请输入尾号四位数字。
    .braille = 哪个账户?
list_transactions-account-help = 请选择一个账户，或说出尾号四位数字。
    .speech = 请说账户尾号的四位数字，也可以说第一个、第二个。
    .chat = 请输入账户尾号四位数字。
    .braille = 尾号4位
list_transactions-account-again = 想看哪个账户？
    .speech = 请说账户的尾号四位数字，或者说第一个、第二个。
    .chat = 想看哪个账户？请输入尾号四位数字。
    .braille = 哪个账户?
list_transactions-account-why = 每个账户有自己的交易记录。
    .speech = 每个账户有自己的交易记录。
    .chat = 每个账户有自己的交易记录。
    .braille = 各有记录
list_transactions-submit = 查看
list_transactions-done = 最近 { $count } 笔交易。
    .speech = 最近{ $count }笔交易。
    .chat = 最近 { $count } 笔交易：
    .braille = { $count }笔
list_transactions-further = 更早的 { $count } 笔交易。
    .speech = 更早的{ $count }笔交易。
    .chat = 更早的 { $count } 笔交易：
    .braille = 更早{ $count }笔
list_transactions-empty = 没有交易记录。
    .speech = 这个账户没有交易记录。
    .chat = 这个账户没有交易记录。
    .braille = 无记录
list_transactions-line = { $at } { $counterparty } { $note } { $amount_sign ->
        [minus] 支出
       *[plus] 收入
    } { $amount_size }，余额 { $balance_after }
    .speech = { $at }，{ $counterparty }，{ $note }，{ $amount_sign ->
        [minus] 支出
       *[plus] 收入
    }{ $amount_size }。
    .chat = { $at } { $counterparty } { $note } { $amount_sign ->
        [minus] 支出
       *[plus] 收入
    } { $amount_size }，余额 { $balance_after }
    .braille = { $at } { $counterparty } { $amount }
# How many earlier ones there are; 0: the bank does not say.
list_transactions-more = { $count ->
        [0] 还有更早的交易。
       *[other] 还有更早的 { $count } 笔交易。
    }
    .speech = { $count ->
        [0] 还有更早的，继续吗？请说继续。
       *[other] 还有更早的{ $count }笔，继续吗？请说继续。
    }
    .chat = { $count ->
        [0] 还有更早的交易，输入“继续”查看。
       *[other] 还有更早的 { $count } 笔交易，输入“继续”查看。
    }
    .braille = { $count ->
        [0] 继续?
       *[other] 还有{ $count }笔?
    }
