# Labels and buttons of the window. Utterances are in the other files.

ui-app-title = 听见 Tingjian
ui-window-title = { $place } - 听见 Tingjian
ui-home-title = 听见远程银行
ui-hello = 您好，{ $name }
ui-menu = 业务
ui-bar = 常用功能
ui-home = 主页
ui-chat = 文字聊天
ui-smaller = A−
ui-smaller-name = A− 缩小文字
ui-larger = A+
ui-larger-name = A+ 放大文字
ui-percent = { $percent } %
ui-theme = 颜色：{ $theme ->
        [dark] 深色
        [high_contrast] 高对比
       *[light] 浅色
    }
ui-help = 帮助 F1
ui-settings = 设置
ui-close = 关闭
ui-stay = 继续办理
ui-sign-out = 退出登录
ui-parked = 银行还没有回复：{ $title }，{ $answers }。可以随时再查，不会重复扣款。
ui-find-out = 查询结果
ui-comma = ，
ui-or = 、
ui-text-size-is = 文字大小 { $percent } %
ui-theme-is = { ui-theme }

ui-step = 第 { $step } 步，共 { $steps } 步
ui-continue = 继续
ui-confirm = 确认
ui-cancel = 取消这项业务
ui-back = 上一步
ui-change = 修改{ $label }
ui-review-title = 请核对
ui-done-title = 已办完
ui-unanswered-title = 银行还没有回复
ui-cancelled-title = 已取消
ui-again = 再查一次
ui-resume = 接着办：{ $title }
ui-to-home = 回到主页
ui-more = 更多
ui-other = 看别的
ui-lines = 明细
ui-answers = 核对内容

ui-chat-title = 文字聊天
ui-chat-log = 聊天记录
ui-chat-entry = 输入要办的业务
ui-chat-secret = 输入密码（不会显示）
ui-chat-send = 发送
ui-chat-replies = 快捷回复
ui-chat-to-task = 回到办理页面
ui-chat-bank = 银行，{ $time }
ui-chat-me = 我，{ $time }，{ $state ->
        [sent] 正在处理
       *[received] 已送达
    }
ui-say-nth = 第{ $number }个
ui-say-yes = 是
ui-say-cancel = 取消
ui-say-more = 继续
ui-say-home = 主菜单

ui-secret-composed = 密码不能用中文输入法，已清空。请切换到英文（通常按 Shift 键）再输一遍
    .speech = 密码不能用中文输入法，已经清空。请切换到英文，通常按 Shift 键，再输一遍
    .chat = { ui-secret-composed }
    .braille = 已清空，请用英文输入

ui-voice = 语音
ui-captions = 字幕
ui-talk = 说话 F2
ui-talk-stop = 说完了 F2
ui-voice-off = 语音已关闭
ui-voice-idle = 按“说话”开始，再按一次结束
ui-voice-idle-hold = 按住“说话”讲话，松开结束
ui-voice-listening = 正在听，请说话
ui-voice-thinking = 正在识别
ui-voice-speaking = 正在播报，按 Esc 停止
ui-heard = 听到：{ $heard }

ui-help-title = 帮助
ui-keys-title = 按键
ui-key-line = { $keys }：{ $does }
ui-key-help = 帮助
ui-key-talk = 说话，再按一次结束
ui-key-chat = 文字聊天
ui-key-repeat = 再说一遍
ui-key-home = 回到主页
ui-key-larger = 放大文字
ui-key-smaller = 缩小文字
ui-key-normal = 文字恢复 100 %
ui-key-theme = 换颜色
ui-key-settings = 设置
ui-key-move = 到下一个、上一个
ui-key-press = 按下按钮
ui-key-choose = 在列表里选择
ui-key-back = 返回，或停止播报
