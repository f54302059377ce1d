# Ways in beside pointer and keyboard: keys, scanning with a switch, dwelling, the keypad.

ui-key-page = 翻页
ui-key-landmark_next = 到下一个区域
ui-key-landmark_back = 到上一个区域
ui-key-heading_next = 到下一个标题
ui-key-heading_back = 到上一个标题
ui-key-keypad = 打开、关闭十二键模式
ui-key-scan = 打开、关闭扫描操作
ui-key-dwell = 打开、关闭鼠标停留

way-strip = 操作方式
way-page-down = 向下翻页
way-page-up = 向上翻页
way-item-next = 下一项
way-item-back = 上一项
way-item-press = 用这一项
way-pause = 暂停鼠标停留
way-resume = 继续鼠标停留
way-on = { $way ->
        [keypad] 十二键模式
        [scan] 扫描操作
       *[dwell] 鼠标停留
    }{ $on ->
        [on] 已打开
       *[off] 已关闭
    }

scan-resting = 扫描已停，按开关继续
scan-item = 扫描：{ $name }{ $action ->
        [increment] ，增大
        [decrement] ，减小
        [move_left] ，左移
        [move_right] ，右移
        [move_up] ，上移
        [move_down] ，下移
        [enlarge] ，放大
        [shrink] ，缩小
        [turn_left] ，向左转
        [turn_right] ，向右转
        [scroll_down] ，往后
        [scroll_up] ，往前
        [scroll_right] ，下一页
        [scroll_left] ，上一页
        [expand] ，展开
        [collapse] ，收起
       *[other] {""}
    }
scan-group = 扫描一组：{ $name }{ $part ->
        [0] {""}
       *[other] ，第 { $part } 部分
    }
scan-leave = 离开这一组：{ $name }

dwell-state = { $state ->
        [paused] 鼠标停留已暂停
       *[running] 指针停住不动就会点击
    }

panel-title = 输入{ $label }
panel-empty = 未输入
panel-count = 已输入 { $count } 位
panel-typed = 已输入 { $sign }
panel-meant = { $words }
panel-point = 点
panel-capitals = 大写
panel-delete = 删除
panel-more = 更多
panel-leave = 返回
panel-done = 完成

# What tells a character from those that sound alike, after the word that it stands in.
writing-sign = { $word }的{ $sign }
writing-between = {"，"}
# The spelling alphabet, where speakers of the language know one; a letter is told by the word that begins with it.
spelling-letters = { "" }
spelling-letter = { $letter } { $word }

keypad-title = 十二键
keypad-choices = 可以选择
keypad-key = { $key } { $does }
keypad-stop = {"。"}
keypad-choice = { $key } { $name }
keypad-way = { $key } { $does }
    .speech = { $sign ->
        [star] 星号键
        [hash] 井号键
       *[other] { $key }
    }，{ $does }
    .chat = { keypad-way }
    .braille = { keypad-way }
keypad-place = { $key } { $sign }
keypad-typed = { $signs }
keypad-question = { $name }：{ $value }
keypad-chosen = { $name }，已选
keypad-step = { $name }{ $action ->
        [increment] ，增大
        [decrement] ，减小
        [move_left] ，左移
        [move_right] ，右移
        [move_up] ，上移
        [move_down] ，下移
        [enlarge] ，放大
        [shrink] ，缩小
        [turn_left] ，向左转
        [turn_right] ，向右转
        [scroll_down] ，往后
        [scroll_up] ，往前
        [scroll_right] ，下一页
        [scroll_left] ，上一页
        [expand] ，展开
        [collapse] ，收起
       *[other] {""}
    }
keypad-half = 再按第几个字母，0 是数字本身
keypad-choosing = 按序号选，0 是数字本身，* 是不选
    .speech = 按序号选，0 是数字本身，星号键是不选
    .chat = { keypad-choosing }
    .braille = { keypad-choosing }
keypad-how = { $kind ->
        [number] 请按数字，按 # 结束
        [amount] 请按金额，* 是小数点，再按 * 清空，按 # 结束
        [words] 字母按两下：先按所在的键，再按第几个；数字后按 0。打完拼音按 0 选字。按 # 结束
       *[text] 每个字按两下：先按字母所在的键，再按第几个；数字先按数字再按 0。按 # 结束
    }
    .speech = { $kind ->
        [number] 请按数字，按井号键结束
        [amount] 请按金额，星号键是小数点，再按星号键清空，按井号键结束
        [words] 字母按两下：先按所在的键，再按第几个；数字后按 0。打完拼音按 0 选字。按井号键结束
       *[text] 每个字按两下：先按字母所在的键，再按第几个；数字先按数字再按 0。按井号键结束
    }
    .chat = { keypad-how }
    .braille = { keypad-how }
keypad-does = { $meaning ->
        [confirm] 确认
        [next] 下一项
        [more] 更多
        [menu] 菜单
        [back] 返回
        [person] 人工
        [again] 重听
        [point] 小数点
        [clear] 清空
        [choose] 选字
       *[delete] 删除
    }

keys-change = 更改快捷键
keys-title = 更改快捷键
keys-about = 选一项功能，再按新的键。
keys-none = 未设
keys-all = 全部快捷键：{ $on ->
        [on] 已打开
       *[off] 已关闭
    }
keys-reset-all = 全部恢复原来的键
keys-kept = 已保存
keys-one-title = 新的键：{ $does }
keys-press = 请按新的键，例如 F4 或 Ctrl+K。
keys-off = 不设快捷键
keys-reset = 恢复原来的键
keys-refused = { $key } 不能用：{ $reason ->
        [typed] 单独按它会打出字。请加上 Ctrl 或 Alt，或用 F1 到 F12。
        [fixed] 它到处都有固定用途。请换一个。
        [reader] 它是读屏软件的键。请换一个。
        [system] 它是系统的键。请换一个。
       *[taken] 它已用于“{ $other }”。请换一个。
    }
