# The settings screen and the first start.
settings-title = 设置
settings-about = 改动立即生效，下次打开仍然有效。
settings-presets = 按我的需要一次设好
settings-back = 完成，返回
settings-is = { $label }：{ $value }
settings-not-kept = 这次有效，但没能保存，下次打开会恢复原样。
settings-less = 减小
settings-less-name = { $label }，减小
settings-more = 增大
settings-more-name = { $label }，增大
settings-previous = 上一个
settings-previous-name = { $label }，上一个
settings-next = 下一个
settings-next-name = { $label }，下一个
settings-of = { $value }，第 { $at } 个，共 { $count } 个
settings-now = 现在是 { $value }
settings-end = { $label }：{ $value }，已经到头
settings-restore = 恢复默认设置
settings-restore-ask = 要把所有设置恢复成最初的样子吗？语言不变。
settings-restore-yes = 恢复默认
settings-restore-no = 不恢复
settings-restored = 已恢复默认设置
settings-kept-as-is = 没有改动

settings-as-toggle = { $value ->
        [on] 开
       *[off] 关
    }
settings-as-percent = { $value } %
settings-as-seconds = { $value } 秒
settings-as-times = { $value } 次
settings-as-number = { $value } 个
settings-as-dp = { $value } 点
settings-as-key = { $value ->
        [Space] 空格键
        [Enter] 回车键
        [Backspace] 退格键
        [Left] 左箭头
        [Right] 右箭头
        [Up] 上箭头
        [Down] 下箭头
        [PageUp] 上翻页键
        [PageDown] 下翻页键
       *[other] { $value }
    }
settings-as-patience = { $value ->
        [0] 不限时
        [1] 一般
       *[other] { $value } 倍
    }

settings-group-seeing = 看
settings-group-hearing = 听
settings-group-moving = 操作
settings-group-voice = 声音
settings-group-time = 时间
settings-group-language = 语言 Language

settings-text_scale = 文字大小
settings-theme = 颜色
settings-theme-value = { $value ->
        [light] 浅色
        [dark] 深色
        [high_contrast] 高对比
       *[system] 跟随系统
    }
settings-elder = 长辈模式
settings-elder-hint = 大字大按钮，一页只问一项，说得慢，不催您
settings-reduce_motion = 减少动画
settings-voicing = 屏幕朗读
settings-voicing-hint = 读出焦点所在的内容；有读屏软件时自动安静
settings-echo = 打字时读出
settings-echo-value = { $value ->
        [keys] 每个字
        [words] 每个词
       *[none] 不读
    }
settings-verbosity = 朗读详细程度
settings-verbosity-value = { $value ->
        [brief] 简短
        [full] 详细
       *[normal] 一般
    }
settings-punctuation = 读标点
settings-punctuation-value = { $value ->
        [none] 不读
        [all] 全读
       *[some] 只读重要的
    }
settings-explore = 触摸浏览
settings-explore-hint = 手指划过屏幕，读出手指下的内容，点两下按下；左右轻扫到前后一项，两指上下滑翻页
settings-lift_presses = 抬起手指就按下
settings-pointer_told = 读出鼠标所指
settings-flash = 有消息时闪屏
settings-vibrate = 有消息时振动
settings-notify = 有消息时弹出通知
settings-page_buttons = 屏幕翻页键
settings-page_buttons-hint = 页面长时显示“向上翻页”“向下翻页”，不用滑动
settings-keypad = 数字键盘操作
settings-keypad-hint = 只用 0 到 9、星号和井号办理全部业务
settings-keypad_echo = 每个键有回应
settings-keypad_ignore_again = 同一个键多久内的重按不算
settings-keypad_ignore_again-hint = 手抖时用；0 秒就是每按一下都算
settings-dwell = 鼠标停留
settings-dwell-hint = 鼠标停在一项上一会儿就选中，不用按下去
settings-dwell_rest = 停留多久才选
settings-dwell_radius = 允许抖动的范围
settings-switch = 扫描操作
settings-switch-hint = 一项一项亮过去，只用一个或两个键办理全部业务
settings-switch_mode = 扫描方式
settings-switch_mode-value = { $value ->
        [step] 按一下走一步
       *[automatic] 自动走
    }
settings-switches = 用几个键
settings-switch_select_key = 选中用的键
settings-switch_next_key = 往下走用的键
settings-switch_interval = 每项停留
settings-switch_first_pause = 第一项多停
settings-switch_choose_after = 停多久算选中
settings-switch_repeats = 扫描几轮后休息
settings-switch_group_repeats = 组内扫描几轮后退出
settings-switch_accept = 何时算按下
settings-switch_accept-value = { $value ->
        [release] 松开时
       *[press] 按下时
    }
settings-switch_hold = 按住多久才算
settings-switch_ignore_again = 多久内的重按不算
settings-switch_pointer = 鼠标和触摸也算
settings-switch_speak = 读出扫描到的项
settings-speech_rate = 语速
settings-volume = 音量
settings-pitch = 音调
settings-looking = 正在查找，请稍等
settings-no-other = 这台设备上没有别的可选
settings-nothing = 还没有
settings-automatic = 自动
settings-voice_zh = 中文的声音
settings-voice_zh-hint = 换一个，就用它念一句给您听
settings-voice_zh-sample = 您好，这是我说中文的声音。
settings-voice_en = 英文的声音
settings-voice_en-hint = { settings-voice_zh-hint }
settings-voice_en-sample = Hello, this is how I speak English.
settings-voice-place = { $tag ->
        [cmn] 普通话
        [en-us] 美国英语
        [en-us-nyc] 纽约英语
        [en-gb] 英国英语
        [en-gb-scotland] 苏格兰英语
        [en-gb-x-gbclan] 英国兰开夏英语
        [en-gb-x-gbcwmd] 英国中部英语
        [en-gb-x-rp] 英国标准英语
        [en-029] 加勒比英语
       *[other] { $name }
    }
settings-voice-speaker = { $place }，{ $kind ->
        [woman] 女声
       *[man] 男声
    } { $number }
settings-model_zh = 听中文的模型
settings-model_zh-hint = 选一个就用它听，不必重新启动；新的用 tingjian models 安装
settings-model_en = 听英文的模型
settings-model_en-hint = { settings-model_zh-hint }
settings-model-shipped = 自带的模型
settings-model-installed = { $name }（{ $size } MB）
settings-model-named = 指定的文件夹 { $folder }
settings-model-loading = 正在换成 { $name }，请稍等
settings-model-refused = { $what ->
        [model_not_found] 没有找到 { $name } 的文件夹
        [model_incomplete] { $name } 的文件不全
        [model_path_not_ascii] { $name } 的文件夹名里有中文，打不开
        [no_recogniser] 这台设备上没有语音识别组件，用不了 { $name }
        [not_kept] 没能保存对 { $name } 的选择
       *[model_broken] { $name } 损坏了，用不了
    }。仍然用 { $kept } 听。
settings-earcons = 提示音
settings-talk = 说话键
settings-talk-value = { $value ->
        [hold] 按住时听
       *[toggle] 按一下开始，再按结束
    }
settings-open_dialogue = 问完自动听
settings-wake_phrase = 用一句话唤醒
settings-wake_phrase-hint = 休息时麦克风一直开着，声音不离开这台设备
settings-barge_in = 开口打断播报
settings-barge_in-value = { $value ->
        [off] 不打断
        [always] 总是
       *[headphones] 戴耳机时
    }
settings-end_silence = 停顿多久算说完
settings-speak_amounts = 说出金额
settings-speak_amounts-value = { $value ->
        [headphones] 戴耳机时
        [request] 问了才说
        [never] 从不
       *[always] 总是
    }
settings-ask_before_amounts = 第一次说金额前先问
settings-patience = 等待时间
settings-patience-hint = 听您说话的时间，以及登录能空闲多久
settings-lang = 语言 Language
settings-lang-hint = 下次打开时使用。Used from the next start.
settings-lang-value = { $value ->
        [en] English
       *[zh-CN] 中文
    }

welcome-title = 欢迎使用听见
welcome-about = 您想怎样使用？随时可以在设置里改，按 F10。
welcome-blind = 我看不见
welcome-blind-hint = 打开屏幕朗读，多等一会儿
welcome-deaf = 我听不见
welcome-deaf-hint = 有消息时闪屏、振动、弹出通知
welcome-motor = 不便使用鼠标
welcome-motor-hint = 大按钮，多等一会儿；设置里还有数字键盘、扫描和鼠标停留
welcome-elder = 我是长辈
welcome-elder-hint = { settings-elder-hint }
welcome-skip = 直接开始
welcome-done = 已设好：{ $what }。要改请按 F10。

notice-session_ends_soon = 银行很快会结束这次登录。要继续办理，按任意键就行。
    .speech = 银行很快会结束这次登录。要继续办理，按任意键，或者说继续。
    .chat = 银行很快会结束这次登录。要继续办理，按任意键就行。
    .braille = 按任意键继续
notice-settings = 设置已打开。也可以按 F10。
    .speech = 设置在窗口里，按 F10 也能打开。
    .chat = 设置在窗口里，按 F10 也能打开。
    .braille = 设置 F10
