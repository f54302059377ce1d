# What the voice says of itself.
voice-rest = 我先休息。要继续，请按说话键，刚才的内容都还在。
    .speech = 我先休息。要继续，请按说话键，刚才的内容都还在。
    .chat = 我先休息。要继续，请按说话键，刚才的内容都还在。
    .braille = 我先休息
voice-trouble-no_microphone = 没有找到麦克风。请检查连接；可以用键盘或文字办理。
voice-trouble-no_sound = 没有找到扬声器，语音会以文字显示在这里。
voice-trouble-no_voice = 没有这种语言的语音，语音会以文字显示在这里。
voice-trouble-engine_failed = 语音播报出了问题，已重新启动，内容显示在这里。
voice-trouble-other = 语音出了问题。可以用键盘或文字办理。
voice-trouble-no_model = 语音输入需要语音模型。可以在设置中指定一个 Vosk 模型；其他功能照常使用。
voice-trouble-no_recogniser = 这台设备上没有语音识别组件，其他功能照常使用。
