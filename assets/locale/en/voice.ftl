# What the voice says of itself.
voice-rest = I will rest now. Press the talk key to go on; nothing is lost.
    .speech = I will rest now. Press the talk key to go on; nothing is lost.
    .chat = I will rest now. Press the talk key to go on; nothing is lost.
    .braille = I will rest now
voice-trouble-no_microphone = No microphone was found. Check its connection; keyboard and text work.
    .speech = No microphone was found. Check its connection and press the talk key; or use the keyboard, or type in the chat.
    .chat = No microphone was found. Check its connection; keyboard and text work.
    .braille = no microphone
voice-trouble-no_sound = No loudspeaker was found. What is said is shown here.
    .speech = No loudspeaker was found. What is said is shown at the foot of the window. Check its connection.
    .chat = No loudspeaker was found. What is said is shown at the foot of the window.
    .braille = no loudspeaker
voice-trouble-no_voice = No voice for this language was found. What is said is shown here.
    .speech = No voice for this language was found. What is said is shown at the foot of the window.
    .chat = No voice for this language was found. What is said is shown at the foot of the window.
    .braille = no voice
voice-trouble-engine_failed = The voice had a fault and was started again. What is said is shown here.
    .speech = The voice had a fault and was started again. What it said is shown at the foot of the window.
    .chat = The voice had a fault and was started again. What is said is shown at the foot of the window.
    .braille = voice restarted
voice-trouble-hearing_failed = Listening had a fault. Press the talk key and say it again; keyboard and text work.
    .speech = Listening had a fault. Press the talk key and say it again; or use the keyboard, or type in the chat.
    .chat = Listening had a fault. Press the talk key and say it again; keyboard and text work.
    .braille = hearing fault
voice-trouble-other = The voice does not work. Keyboard and text do.
    .speech = The voice does not work. Use the keyboard, or type in the chat.
    .chat = The voice does not work. Keyboard and text do.
    .braille = voice fault
voice-trouble-no_model = Voice input needs a voice model. Install one and it works at once (tingjian models); everything else works.
    .speech = Voice input needs a voice model. Install one and it works at once; until then use the keyboard, or type in the chat.
    .chat = Voice input needs a voice model. Install one and it works at once (tingjian models); everything else works.
    .braille = no voice model
voice-trouble-no_recogniser = This device has no recogniser. Everything else works.
    .speech = This device has no recogniser. Use the keyboard, or type in the chat.
    .chat = This device has no recogniser. Everything else works.
    .braille = no recogniser
voice-private-ask = Amounts will be read aloud next. May they be?
    .speech = Amounts will be read aloud next. May I read them? Say yes or no.
    .chat = Amounts will be read aloud next. May they be?
    .braille = read amounts?
voice-private-help = When others are near, amounts need not be read; they are on the screen.
    .speech = When others are near, amounts need not be read. Say yes to hear them, or no to have them on the screen only.
    .chat = When others are near, amounts need not be read; they are on the screen.
    .braille = may stay unread
voice-amounts-hidden = The amounts were not read; they are on the screen.
    .speech = The amounts were not read. To hear them, say: read the amounts.
    .chat = The amounts were not read; they are on the screen.
    .braille = not read
voice-amounts-never = Amounts are not read; they are on the screen.
    .speech = As you have chosen, amounts are not read. They are on the screen.
    .chat = Amounts are not read; they are on the screen.
    .braille = never read
voice-trouble-microphone_in_use = The microphone is in use by another program. Close it and try again; keyboard and text work.
    .speech = The microphone is in use by another program. Close that program and press the talk key; or use the keyboard, or type in the chat.
    .chat = The microphone is in use by another program. Close it and try again; keyboard and text work.
    .braille = mic in use
voice-trouble-microphone_gone = The microphone was disconnected. Check it; keyboard and text work, and nothing is lost.
    .speech = The microphone was disconnected; nothing is lost. Check it and press the talk key; or use the keyboard, or type in the chat.
    .chat = The microphone was disconnected. Check it; keyboard and text work, and nothing is lost.
    .braille = mic gone
voice-trouble-microphone_muted = The microphone is silent; perhaps it is muted. Switch it on; keyboard and text work.
    .speech = The microphone is silent; perhaps it is muted. Switch it on; or use the keyboard, or type in the chat.
    .chat = The microphone is silent; perhaps it is muted. Switch it on; keyboard and text work.
    .braille = mic muted
voice-trouble-microphone_clipping = That was too loud to be heard well. Please move away from the microphone; or use the keyboard, or type in the chat.
    .speech = That was too loud to be heard well. Please move away from the microphone; or use the keyboard, or type in the chat.
    .chat = That was too loud to be heard well. Please move away from the microphone; or use the keyboard, or type in the chat.
    .braille = too loud
voice-trouble-unsayable = The voice model cannot hear these; please type them, or use the chat: { $what }
    .speech = The voice model cannot hear these; please type them, or use the chat: { $what }
    .chat = The voice model cannot hear these; please type them, or use the chat: { $what }
    .braille = type: { $what }
voice-trouble-no_sound_library = This device lacks the sound library (PortAudio), so nothing can be spoken or heard. Install it and start again; until then use the keyboard, or type in the chat.
    .speech = This device lacks the sound library, so nothing can be spoken or heard. Install it and start again; until then use the keyboard, or type in the chat.
    .chat = This device lacks the sound library (PortAudio). Install it and start again; until then use the keyboard, or type in the chat.
    .braille = no sound library
voice-trouble-model_broken = The voice model is damaged and cannot hear. Install it again or choose another (tingjian models); until then use the keyboard, or type in the chat.
    .speech = The voice model is damaged and cannot hear. Install it again or choose another; until then use the keyboard, or type in the chat.
    .chat = The voice model is damaged and cannot hear. Install it again or choose another (tingjian models); until then use the keyboard, or type in the chat.
    .braille = model damaged
voice-trouble-model_not_found = The folder of the voice model was not found. Correct it in the settings or choose another (tingjian models); until then use the keyboard, or type in the chat.
    .speech = The folder of the voice model was not found. Correct it in the settings or choose another; until then use the keyboard, or type in the chat.
    .chat = The folder of the voice model was not found. Correct it in the settings or choose another (tingjian models); until then use the keyboard, or type in the chat.
    .braille = no model folder
voice-trouble-model_incomplete = The folder holds no whole voice model. Install it again or choose another (tingjian models); until then use the keyboard, or type in the chat.
    .speech = The folder holds no whole voice model. Install it again or choose another; until then use the keyboard, or type in the chat.
    .chat = The folder holds no whole voice model. Install it again or choose another (tingjian models); until then use the keyboard, or type in the chat.
    .braille = model incomplete
voice-trouble-model_path_not_ascii = The voice model's folder has letters in its name that Windows cannot open for it. Move it to a folder with a plain English name; until then use the keyboard, or type in the chat.
    .speech = The voice model's folder has letters in its name that cannot be opened. Move it to a folder with a plain English name; until then use the keyboard, or type in the chat.
    .chat = The voice model's folder has letters in its name that Windows cannot open for it. Move it to a folder with a plain English name; until then use the keyboard, or type in the chat.
    .braille = model folder's name
voice-trouble-model_replaced = { $what ->
        [model_not_found] The folder of the chosen voice model was not found
        [model_incomplete] The chosen folder holds no whole voice model
        [model_path_not_ascii] The folder of the chosen voice model has letters in its name that cannot be opened
       *[model_broken] The chosen voice model is damaged
    }. The shipped model hears you now, so go on speaking. Install the other again, or choose one (tingjian models).
    .speech = { $what ->
        [model_not_found] The folder of the chosen voice model was not found
        [model_incomplete] The chosen folder holds no whole voice model
        [model_path_not_ascii] The folder of the chosen voice model has letters in its name that cannot be opened
       *[model_broken] The chosen voice model is damaged
    }. The shipped model hears you now, so go on speaking. Install the other again, or choose one.
    .chat = { $what ->
        [model_not_found] The folder of the chosen voice model was not found
        [model_incomplete] The chosen folder holds no whole voice model
        [model_path_not_ascii] The folder of the chosen voice model has letters in its name that cannot be opened
       *[model_broken] The chosen voice model is damaged
    }. The shipped model hears you now, so go on speaking. Install the other again, or choose one (tingjian models).
    .braille = shipped model now
