# What the voice says of itself.
voice-rest = I will rest now. Press the talk key to go on; nothing is lost.
    .speech = I will rest now. Press the talk key to go on; nothing is lost.
    .chat = I will rest now. Press the talk key to go on; nothing is lost.
    .braille = I will rest now
voice-trouble-no_microphone = No microphone was found. Check its connection; keyboard and text work.
voice-trouble-no_sound = No loudspeaker was found. What is said is shown here.
voice-trouble-no_voice = No voice for this language was found. What is said is shown here.
voice-trouble-engine_failed = The voice had a fault and was started again. What is said is shown here.
voice-trouble-other = The voice does not work. Keyboard and text do.
voice-trouble-no_model = Voice input needs a voice model for English. You can name a Vosk model in the settings; everything else works.
voice-trouble-no_recogniser = This device has no recogniser. Everything else works.
