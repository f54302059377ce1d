# Labels and buttons of the window. Utterances are in the other files.

ui-app-title = 听见 Tingjian
ui-window-title = { $place } - 听见 Tingjian
ui-home-title = Tingjian remote bank
ui-hello = Hello, { $name }
ui-menu = Services
ui-bar = Tools
ui-home = Home
ui-chat = Text chat
ui-smaller = A−
ui-smaller-name = A− smaller text
ui-larger = A+
ui-larger-name = A+ larger text
ui-percent = { $percent } %
ui-theme = Colours: { $theme ->
        [dark] dark
        [high_contrast] high contrast
       *[light] light
    }
ui-help = Help F1
ui-settings = Settings
ui-close = Close
ui-stay = Stay signed in
ui-sign-out = Sign out
ui-parked = The bank has not answered yet: { $title }, { $answers }. You can ask again at any time; you will not be charged twice.
ui-find-out = Find out
ui-comma = ,{" "}
ui-or = ,{" "}
ui-text-size-is = Text size { $percent } %
ui-theme-is = { ui-theme }

ui-step = Step { $step } of { $steps }
ui-continue = Continue
ui-confirm = Confirm
ui-cancel = Cancel this task
ui-back = Back
ui-change = Change: { $label }
ui-review-title = Please check
ui-done-title = Done
ui-unanswered-title = The bank has not answered
ui-cancelled-title = Cancelled
ui-again = Ask again
ui-resume = Go on with: { $title }
ui-to-home = Back to home
ui-more = More
ui-other = Look at another
ui-lines = Details
ui-answers = To be checked

ui-chat-title = Text chat
ui-chat-log = Conversation
ui-chat-entry = Type what you would like to do
ui-chat-secret = Type your password (not shown)
ui-chat-send = Send
ui-chat-replies = Quick replies
ui-chat-to-task = Back to the form
ui-chat-bank = Bank, { $time }
ui-chat-me = You, { $time }, { $state ->
        [sent] working on it
       *[received] delivered
    }
ui-say-nth = number { $number }
ui-say-yes = yes
ui-say-cancel = cancel
ui-say-more = more
ui-say-home = main menu

ui-secret-composed = A password takes no input method, so the field was emptied. Switch to plain letters (usually with Shift) and type it again
    .speech = A password takes no input method, so the field was emptied. Switch to plain letters, usually with the Shift key, and type it again
    .chat = { ui-secret-composed }
    .braille = emptied, use plain letters

ui-voice = Voice
ui-captions = Captions
ui-talk = Talk F2
ui-talk-stop = Finished F2
ui-voice-off = Voice is off
ui-voice-idle = Press “Talk” to begin, press again to end
ui-voice-idle-hold = Hold “Talk” while you speak
ui-voice-listening = Listening, please speak
ui-voice-thinking = Recognising
ui-voice-speaking = Speaking, press Esc to stop
ui-heard = Heard: { $heard }

ui-help-title = Help
ui-keys-title = Keys
ui-key-line = { $keys }: { $does }
ui-key-help = help
ui-key-talk = talk, press again to end
ui-key-chat = text chat
ui-key-repeat = say that again
ui-key-home = back to home
ui-key-larger = larger text
ui-key-smaller = smaller text
ui-key-normal = text back to 100 %
ui-key-theme = change colours
ui-key-settings = settings
ui-key-move = next, previous
ui-key-press = press a button
ui-key-choose = choose in a list
ui-key-back = back, or stop speaking
