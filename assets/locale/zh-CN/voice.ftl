# What the voice says of itself.
voice-rest = 我先休息。要继续，请按说话键，刚才的内容都还在。
    .speech = 我先休息。要继续，请按说话键，刚才的内容都还在。
    .chat = 我先休息。要继续，请按说话键，刚才的内容都还在。
    .braille = 我先休息
voice-trouble-no_microphone = 没有找到麦克风。请检查连接；可以用键盘或文字办理。
    .speech = 没有找到麦克风。请检查连接，再按说话键；也可以用键盘，或者打字聊天办理。
    .chat = 没有找到麦克风。请检查连接；可以用键盘或文字办理。
    .braille = 无麦克风
voice-trouble-no_sound = 没有找到扬声器，语音会以文字显示在这里。
    .speech = 没有找到扬声器，语音会以文字显示在屏幕下方。请检查连接。
    .chat = 没有找到扬声器，语音会以文字显示在窗口下方。
    .braille = 无扬声器
voice-trouble-no_voice = 没有这种语言的语音，语音会以文字显示在这里。
    .speech = 没有这种语言的语音，要说的话会以文字显示在屏幕下方。
    .chat = 没有这种语言的语音，语音会以文字显示在窗口下方。
    .braille = 无此语言语音
voice-trouble-engine_failed = 语音播报出了问题，已重新启动，内容显示在这里。
    .speech = 语音播报出了问题，已重新启动，内容显示在屏幕下方。
    .chat = 语音播报出了问题，已重新启动，内容显示在窗口下方。
    .braille = 语音已重启
voice-trouble-hearing_failed = 听的时候出了问题。请按说话键再说一遍；可以用键盘或文字办理。
    .speech = 听的时候出了问题。请按说话键，再说一遍；也可以用键盘，或者打字聊天办理。
    .chat = 听的时候出了问题。请按说话键再说一遍；可以用键盘或文字办理。
    .braille = 听写出问题
voice-trouble-other = 语音出了问题。可以用键盘或文字办理。
    .speech = 语音出了问题。可以用键盘，或者打字聊天办理。
    .chat = 语音出了问题。可以用键盘或文字办理。
    .braille = 语音出问题
voice-trouble-no_model = 语音输入需要语音模型。装好一个就能用，不必重新启动（tingjian models）；其他功能照常使用。
    .speech = 语音输入需要语音模型。装好一个就能用，不必重新启动；现在可以用键盘，或者打字聊天办理。
    .chat = 语音输入需要语音模型。装好一个就能用，不必重新启动（tingjian models）；其他功能照常使用。
    .braille = 无语音模型
voice-trouble-no_recogniser = 这台设备上没有语音识别组件，其他功能照常使用。
    .speech = 这台设备上没有语音识别组件。可以用键盘，或者打字聊天办理。
    .chat = 这台设备上没有语音识别组件，其他功能照常使用。
    .braille = 无语音识别
voice-private-ask = 接下来会读出金额，方便读出来吗？
    .speech = 接下来会读出金额。方便读出来吗？请说可以，或者不要。
    .chat = 接下来会读出金额，方便读出来吗？
    .braille = 读金额?
voice-private-help = 旁边有人时，可以不读金额，金额会显示在屏幕上。
    .speech = 旁边有人时，可以不读金额。说可以，就读出来；说不要，金额只在屏幕上。
    .chat = 旁边有人时，可以不读金额，金额会显示在屏幕上。
    .braille = 可不读金额
voice-amounts-hidden = 金额没有读出，可以看屏幕。
    .speech = 金额没有读出。要听，请说读出金额。
    .chat = 金额没有读出，可以看屏幕。
    .braille = 金额未读
voice-amounts-never = 金额不读出，请看屏幕。
    .speech = 按您的设置，金额不读出，请看屏幕。
    .chat = 金额不读出，请看屏幕。
    .braille = 金额不读
voice-trouble-microphone_in_use = 麦克风正被别的程序使用。请关闭它再试；可以用键盘或文字办理。
    .speech = 麦克风正被别的程序使用。请关闭那个程序，再按说话键；也可以用键盘，或者打字聊天办理。
    .chat = 麦克风正被别的程序使用。请关闭它再试；可以用键盘或文字办理。
    .braille = 麦克风被占用
voice-trouble-microphone_gone = 麦克风断开了。请检查连接；可以用键盘或文字办理，刚才的内容都还在。
    .speech = 麦克风断开了，刚才的内容都还在。请检查连接，再按说话键；也可以用键盘，或者打字聊天办理。
    .chat = 麦克风断开了。请检查连接；可以用键盘或文字办理，刚才的内容都还在。
    .braille = 麦克风断开
voice-trouble-microphone_muted = 麦克风没有声音，可能静音了。请打开麦克风；可以用键盘或文字办理。
    .speech = 麦克风没有声音，可能静音了。请打开麦克风；也可以用键盘，或者打字聊天办理。
    .chat = 麦克风没有声音，可能静音了。请打开麦克风；可以用键盘或文字办理。
    .braille = 麦克风静音
voice-trouble-microphone_clipping = 声音太大，听不清楚。请离麦克风远一点；也可以用键盘，或者打字聊天办理。
    .speech = 声音太大，听不清楚。请离麦克风远一点；也可以用键盘，或者打字聊天办理。
    .chat = 声音太大，听不清楚。请离麦克风远一点；也可以用键盘，或者打字聊天办理。
    .braille = 声音太大
voice-trouble-unsayable = 语音模型听不出这些话，请用键盘输入，或者打字聊天：{ $what }
    .speech = 语音模型听不出这些话，请用键盘输入，或者打字聊天：{ $what }
    .chat = 语音模型听不出这些话，请用键盘输入，或者打字聊天：{ $what }
    .braille = 请输入：{ $what }
voice-trouble-no_sound_library = 这台设备上缺少声音组件（PortAudio），不能播报，也不能听写。装好后重新启动就能用；现在可以用键盘，或者打字聊天办理。
    .speech = 这台设备上缺少声音组件，不能播报，也不能听写。装好后重新启动就能用；现在可以用键盘，或者打字聊天办理。
    .chat = 这台设备上缺少声音组件（PortAudio）。装好后重新启动就能用；现在可以用键盘，或者打字聊天办理。
    .braille = 缺声音组件
voice-trouble-model_broken = 语音模型损坏了，听不了。请重新安装，或另选一个（tingjian models）；现在可以用键盘，或者打字聊天办理。
    .speech = 语音模型损坏了，听不了。请重新安装，或者另选一个；现在可以用键盘，或者打字聊天办理。
    .chat = 语音模型损坏了，听不了。请重新安装，或另选一个（tingjian models）；现在可以用键盘，或者打字聊天办理。
    .braille = 语音模型损坏
voice-trouble-model_not_found = 没有找到语音模型的文件夹。请在设置里改正，或另选一个（tingjian models）；现在可以用键盘，或者打字聊天办理。
    .speech = 没有找到语音模型的文件夹。请在设置里改正，或者另选一个；现在可以用键盘，或者打字聊天办理。
    .chat = 没有找到语音模型的文件夹。请在设置里改正，或另选一个（tingjian models）；现在可以用键盘，或者打字聊天办理。
    .braille = 无语音模型文件夹
voice-trouble-model_incomplete = 文件夹里没有完整的语音模型。请重新安装，或另选一个（tingjian models）；现在可以用键盘，或者打字聊天办理。
    .speech = 文件夹里没有完整的语音模型。请重新安装，或者另选一个；现在可以用键盘，或者打字聊天办理。
    .chat = 文件夹里没有完整的语音模型。请重新安装，或另选一个（tingjian models）；现在可以用键盘，或者打字聊天办理。
    .braille = 语音模型不全
voice-trouble-model_path_not_ascii = 语音模型的文件夹名里有中文，Windows 上打不开。请移到英文名字的文件夹里；现在可以用键盘，或者打字聊天办理。
    .speech = 语音模型的文件夹名里有中文，打不开。请移到英文名字的文件夹里；现在可以用键盘，或者打字聊天办理。
    .chat = 语音模型的文件夹名里有中文，Windows 上打不开。请移到英文名字的文件夹里；现在可以用键盘，或者打字聊天办理。
    .braille = 模型文件夹名有中文
voice-trouble-model_replaced = { $what ->
        [model_not_found] 没有找到所选语音模型的文件夹
        [model_incomplete] 所选文件夹里没有完整的语音模型
        [model_path_not_ascii] 所选语音模型的文件夹名里有中文，打不开
       *[model_broken] 所选的语音模型损坏了
    }。现在用自带的模型听，可以照常说话。请重新安装，或另选一个（tingjian models）。
    .speech = { $what ->
        [model_not_found] 没有找到所选语音模型的文件夹
        [model_incomplete] 所选文件夹里没有完整的语音模型
        [model_path_not_ascii] 所选语音模型的文件夹名里有中文，打不开
       *[model_broken] 所选的语音模型损坏了
    }。现在用自带的模型听，可以照常说话。请重新安装，或者另选一个。
    .chat = { $what ->
        [model_not_found] 没有找到所选语音模型的文件夹
        [model_incomplete] 所选文件夹里没有完整的语音模型
        [model_path_not_ascii] 所选语音模型的文件夹名里有中文，打不开
       *[model_broken] 所选的语音模型损坏了
    }。现在用自带的模型听，可以照常说话。请重新安装，或另选一个（tingjian models）。
    .braille = 改用自带模型
