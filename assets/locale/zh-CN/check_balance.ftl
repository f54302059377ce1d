check_balance-title = 查询余额
check_balance-done-title = 账户余额
check_balance-done = 您有 { $count } 个账户。
    .speech = 您有{ $count }个账户。
    .chat = 您有 { $count } 个账户：
    .braille = { $count }个账户
check_balance-line = { $kind ->
        [savings] 储蓄账户
       *[current] 活期账户
    } 尾号 { $tail }：余额 { $balance }
    .speech = 尾号{ $tail }的{ $kind ->
        [savings] 储蓄账户
       *[current] 活期账户
    }，余额{ $balance }。
    .chat = { $kind ->
        [savings] 储蓄账户
       *[current] 活期账户
    } 尾号 { $tail }：余额 { $balance }
    .braille = { $tail }:{ $balance }
