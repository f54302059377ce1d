# Ways in beside pointer and keyboard: keys, scanning with a switch, dwelling, the keypad.

ui-key-page = 翻页
ui-key-landmark_next = 到下一个区域
ui-key-landmark_back = 到上一个区域
ui-key-heading_next = 到下一个标题
ui-key-heading_back = 到上一个标题
ui-key-keypad = 打开、关闭十二键模式
ui-key-scan = 打开、关闭开关扫描
ui-key-dwell = 打开、关闭停留点击

way-strip = 操作方式
way-page-down = 向下翻页
way-page-up = 向上翻页
way-pause = 暂停停留点击
way-resume = 继续停留点击
way-on = { $way ->
        [keypad] 十二键模式
        [scan] 开关扫描
       *[dwell] 停留点击
    }{ $on ->
        [on] 已打开
       *[off] 已关闭
    }

scan-resting = 扫描已停，按开关继续
scan-item = 扫描：{ $name }{ $action ->
        [increment] ，增大
        [decrement] ，减小
       *[other] {""}
    }
scan-group = 扫描一组：{ $name }{ $part ->
        [0] {""}
       *[other] ，第 { $part } 部分
    }
scan-leave = 离开这一组：{ $name }

dwell-state = { $state ->
        [paused] 停留点击已暂停
       *[running] 指针停住不动就会点击
    }

panel-title = 输入{ $label }
panel-empty = 还没有输入
panel-count = 已输入 { $count } 位
panel-point = 点
panel-capitals = 大写
panel-delete = 删除
panel-leave = 返回
panel-done = 完成

keypad-title = 十二键
keypad-choices = 可以选择
keypad-key = { $key } { $does }
keypad-stop = {"。"}
keypad-choice = { $key } { $name }
keypad-way = { $key } { $does }
keypad-place = { $key } { $sign }
keypad-pressed = { $key }
keypad-question = { $name }：{ $value }
keypad-chosen = { $name }，已选
keypad-step = { $name }{ $action ->
        [increment] ，增大
        [decrement] ，减小
       *[other] {""}
    }
keypad-half = 再按第几个字母，0 是数字本身
keypad-how = { $kind ->
        [number] 请按数字，按 # 结束
        [amount] 请按金额，* 是小数点，再按 * 清空，按 # 结束
       *[text] 每个字按两下：先按字母所在的键，再按第几个；数字先按数字再按 0。按 # 结束
    }
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
       *[delete] 删除
    }
