# The settings screen and the first start.
settings-title = Settings
settings-about = Each change is in force at once and stays for the next time.
settings-presets = Set several at once for me
settings-back = Done, go back
settings-is = { $label }: { $value }
settings-not-kept = It holds for now, but it could not be saved.
settings-less = Less
settings-less-name = { $label }, less
settings-more = More
settings-more-name = { $label }, more
settings-previous = Previous
settings-previous-name = { $label }, previous
settings-next = Next
settings-next-name = { $label }, next
settings-of = { $value }, { $at } of { $count }
settings-now = Now { $value }
settings-end = { $label }: { $value }, that is as far as it goes
settings-restore = Restore the first settings
settings-restore-ask = Put all settings back to what they were at first? The language stays.
settings-restore-yes = Restore
settings-restore-no = Leave as they are
settings-restored = The first settings are restored
settings-kept-as-is = Nothing has changed

settings-as-toggle = { $value ->
        [on] on
       *[off] off
    }
settings-as-percent = { $value } %
settings-as-seconds = { $value } s
settings-as-times = { $value } times
settings-as-number = { $value }
settings-as-dp = { $value } points
settings-as-key = { $value ->
        [Space] Space
        [Enter] Enter
        [Backspace] Backspace
        [Left] Left
        [Right] Right
        [Up] Up
        [Down] Down
        [PageUp] Page Up
        [PageDown] Page Down
       *[other] { $value }
    }
settings-as-patience = { $value ->
        [0] no limit
        [1] usual
       *[other] { $value } times as long
    }

settings-group-seeing = Seeing
settings-group-hearing = Hearing
settings-group-moving = Moving
settings-group-voice = Sound
settings-group-time = Time
settings-group-language = Language 语言

settings-text_scale = Text size
settings-theme = Colours
settings-theme-value = { $value ->
        [light] light
        [dark] dark
        [high_contrast] high contrast
       *[system] as the system
    }
settings-elder = Elder mode
settings-elder-hint = Large text and buttons, one question a page, slower speech, more time
settings-reduce_motion = Less movement
settings-voicing = Built-in reader
settings-voicing-hint = Speaks what has the focus; silent while a screen reader runs
settings-echo = While typing, speak
settings-echo-value = { $value ->
        [keys] every key
        [words] every word
       *[none] nothing
    }
settings-verbosity = How much is read
settings-verbosity-value = { $value ->
        [brief] little
        [full] all
       *[normal] as usual
    }
settings-punctuation = Punctuation read
settings-punctuation-value = { $value ->
        [none] none
        [all] all
       *[some] what matters
    }
settings-explore = Explore by touch
settings-explore-hint = A finger on the screen is told what is under it; tap twice to press, flick for the next thing, two fingers turn the page
settings-lift_presses = Lifting the finger presses
settings-pointer_told = Read what the mouse points at
settings-flash = Flash at a message
settings-vibrate = Vibrate at a message
settings-notify = Notification at a message
settings-page_buttons = Paging on screen
settings-page_buttons-hint = On long pages, buttons for page up and page down instead of swiping
settings-keypad = Keypad mode
settings-keypad-hint = Everything with 0 to 9, star and hash alone
settings-keypad_echo = Keys answer
settings-keypad_ignore_again = Ignore the same key again within
settings-keypad_ignore_again-hint = For hands that tremble; with 0 s every press counts
settings-dwell = Dwelling
settings-dwell-hint = Resting the pointer is a click
settings-dwell_rest = Rest before a click
settings-dwell_radius = Trembling allowed
settings-switch = Scanning
settings-switch-hint = Everything with one key or two
settings-switch_mode = Moves on
settings-switch_mode-value = { $value ->
        [step] step by step
       *[automatic] by itself
    }
settings-switches = Keys to scan with
settings-switch_select_key = Key that chooses
settings-switch_next_key = Key that moves on
settings-switch_interval = Time on each
settings-switch_first_pause = Longer on the first
settings-switch_choose_after = Rest that chooses
settings-switch_repeats = Rounds before rest
settings-switch_group_repeats = Rounds in a group
settings-switch_accept = A press counts
settings-switch_accept-value = { $value ->
        [release] when let go
       *[press] when pressed
    }
settings-switch_hold = Hold at least
settings-switch_ignore_again = Ignore presses again within
settings-switch_pointer = Mouse and touch count too
settings-switch_speak = Speak what is scanned
settings-speech_rate = Speech rate
settings-volume = Loudness
settings-pitch = Pitch
settings-looking = Looking for what there is, please wait
settings-no-other = There is no other one on this device
settings-nothing = None yet
settings-automatic = automatic
settings-voice_zh = Voice for Chinese
settings-voice_zh-hint = Each one you come to speaks a sentence
settings-voice_zh-sample = 您好，这是我说中文的声音。
settings-voice_en = Voice for English
settings-voice_en-hint = { settings-voice_zh-hint }
settings-voice_en-sample = Hello, this is how I speak English.
settings-voice-place = { $tag ->
        [cmn] Mandarin
        [en-us] American English
        [en-us-nyc] New York English
        [en-gb] British English
        [en-gb-scotland] Scottish English
        [en-gb-x-gbclan] Lancashire English
        [en-gb-x-gbcwmd] West Midlands English
        [en-gb-x-rp] Standard British English
        [en-029] Caribbean English
       *[other] { $name }
    }
settings-voice-speaker = { $place }, { $kind ->
        [woman] woman
       *[man] man
    } { $number }
settings-model_zh = Model that hears Chinese
settings-model_zh-hint = The one you choose hears at once, without a restart; tingjian models installs others
settings-model_en = Model that hears English
settings-model_en-hint = { settings-model_zh-hint }
settings-model-shipped = the one that came with it
settings-model-installed = { $name } ({ $size } MB)
settings-model-named = the folder { $folder }
settings-model-loading = Changing to { $name }, please wait
settings-model-refused = { $what ->
        [model_not_found] The folder of { $name } was not found
        [model_incomplete] { $name } is incomplete
        [model_path_not_ascii] The folder of { $name } has letters in its name that cannot be opened
        [no_recogniser] This device has no recogniser for { $name }
        [not_kept] The choice of { $name } could not be saved
       *[model_broken] { $name } is damaged and cannot hear
    }. Still hearing with { $kept }.
settings-earcons = Sound signals
settings-talk = Talk key
settings-talk-value = { $value ->
        [hold] listens while held
       *[toggle] press to begin and to end
    }
settings-open_dialogue = Listen after each question
settings-wake_phrase = Wake by a phrase
settings-wake_phrase-hint = The microphone stays on while at rest; no sound leaves this device
settings-barge_in = Speaking interrupts the voice
settings-barge_in-value = { $value ->
        [off] no, keys only
        [always] always
       *[headphones] with headphones
    }
settings-end_silence = Pause that ends a sentence
settings-speak_amounts = Speak amounts
settings-speak_amounts-value = { $value ->
        [headphones] with headphones
        [request] when asked
        [never] never
       *[always] always
    }
settings-ask_before_amounts = Ask before the first amount
settings-patience = Time to answer
settings-patience-hint = For speaking, and for staying signed in
settings-lang = Language 语言
settings-lang-hint = Used from the next start. 下次打开时使用。
settings-lang-value = { $value ->
        [en] English
       *[zh-CN] 中文
    }

welcome-title = Welcome to Tingjian
welcome-about = How would you like to use it? You can change this at any time with F10.
welcome-blind = I cannot see
welcome-blind-hint = Built-in reader on, more time
welcome-deaf = I cannot hear
welcome-deaf-hint = Flash, vibrate and notify at a message
welcome-motor = I cannot hold a mouse
welcome-motor-hint = Large buttons, more time; settings have keypad, scanning and dwell click
welcome-elder = I am an older person
welcome-elder-hint = { settings-elder-hint }
welcome-skip = Just begin
welcome-done = Set up: { $what }. Press F10 to change it.

notice-session_ends_soon = The bank will end this session soon. To stay signed in, press any key.
    .speech = The bank will end this session soon. To stay signed in, press any key, or say something.
    .chat = The bank will end this session soon. To stay signed in, press any key.
    .braille = press a key to stay
notice-settings = Settings are open. F10 opens them too.
    .speech = Settings are in the window; F10 opens them too.
    .chat = Settings are in the window; F10 opens them too.
    .braille = settings F10
