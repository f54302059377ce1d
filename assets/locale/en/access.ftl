# Ways in beside pointer and keyboard: keys, scanning with a switch, dwelling, the keypad.

ui-key-page = Scroll a page
ui-key-landmark_next = Next part of the screen
ui-key-landmark_back = Previous part of the screen
ui-key-heading_next = Next heading
ui-key-heading_back = Previous heading
ui-key-keypad = Keypad with twelve keys, on and off
ui-key-scan = Scanning with a switch, on and off
ui-key-dwell = Click by resting the pointer, on and off

way-strip = Way of working
way-page-down = Page down
way-page-up = Page up
way-item-next = Next item
way-item-back = Previous item
way-item-press = Use this item
way-pause = Pause clicking by rest
way-resume = Go on clicking by rest
way-on = { $way ->
        [keypad] Keypad
        [scan] Scanning
       *[dwell] Clicking by rest
    } is { $on ->
        [on] on
       *[off] off
    }

scan-resting = Scanning rests; press the switch to go on
scan-item = Scanning: { $name }{ $action ->
        [increment] , more
        [decrement] , less
        [move_left] , left
        [move_right] , right
        [move_up] , up
        [move_down] , down
        [enlarge] , larger
        [shrink] , smaller
        [turn_left] , turn left
        [turn_right] , turn right
        [scroll_down] , further on
        [scroll_up] , further back
        [scroll_right] , next
        [scroll_left] , previous
        [expand] , open
        [collapse] , close
       *[other] {""}
    }
scan-group = Scanning a group: { $name }{ $part ->
        [0] {""}
       *[other] , part { $part }
    }
scan-leave = Leave this group: { $name }

dwell-state = { $state ->
        [paused] Clicking by rest is paused
       *[running] Rest the pointer on a thing to click it
    }

panel-title = Enter: { $label }
panel-empty = Empty
panel-count = { $count } entered
panel-typed = { $sign } entered
panel-meant = { $words }
panel-point = point
panel-capitals = Caps
panel-delete = Delete
panel-more = More
panel-leave = Back
panel-done = Done

# What tells a character from those that sound alike, after the word that it stands in.
writing-sign = { $sign } as in { $word }
writing-between = {", "}
# The spelling alphabet, where speakers of the language know one; a letter is told by the word that begins with it.
spelling-letters = Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu
spelling-letter = { $letter } { $word }

keypad-title = Twelve keys
keypad-choices = Choices
keypad-key = { $key } { $does }
keypad-stop = {". "}
keypad-choice = { $key } { $name }
keypad-way = { $key } { $does }
    .speech = { $sign ->
        [star] star
        [hash] pound
       *[other] { $key }
    }, { $does }
    .chat = { keypad-way }
    .braille = { keypad-way }
keypad-place = { $key } { $sign }
keypad-typed = { $signs }
keypad-question = { $name }: { $value }
keypad-chosen = { $name }, chosen
keypad-step = { $name }{ $action ->
        [increment] , more
        [decrement] , less
        [move_left] , left
        [move_right] , right
        [move_up] , up
        [move_down] , down
        [enlarge] , larger
        [shrink] , smaller
        [turn_left] , turn left
        [turn_right] , turn right
        [scroll_down] , further on
        [scroll_up] , further back
        [scroll_right] , next
        [scroll_left] , previous
        [expand] , open
        [collapse] , close
       *[other] {""}
    }
keypad-half = Now the place of the letter; 0 is the figure itself
keypad-choosing = Choose by its number; 0 is the figure itself, * goes back
    .speech = Choose by its number; 0 is the figure itself, star goes back
    .chat = { keypad-choosing }
    .braille = { keypad-choosing }
keypad-how = { $kind ->
        [number] Press the figures, then #
        [amount] Press the amount; * is the point, * again clears; then #
        [words] Two keys a letter: its key, then its place; a figure, then 0. Press 0 for what it may mean. End with #
       *[text] Two keys each: the key of the letter, then its place there; a figure, then 0. End with #
    }
    .speech = { $kind ->
        [number] Press the figures, then pound
        [amount] Press the amount; star is the point, star again clears; then pound
        [words] Two keys a letter: its key, then its place; a figure, then 0. Press 0 for what it may mean. End with pound
       *[text] Two keys each: the key of the letter, then its place there; a figure, then 0. End with pound
    }
    .chat = { keypad-how }
    .braille = { keypad-how }
keypad-does = { $meaning ->
        [confirm] Confirm
        [next] Next
        [more] More
        [menu] Menu
        [back] Back
        [person] Person
        [again] Again
        [point] Point
        [clear] Clear
        [choose] Choose
       *[delete] Delete
    }

keys-change = Change the keys
keys-title = Change the keys
keys-about = Choose what a key is for, then press the new key.
keys-none = no key
keys-all = All shortcuts: { $on ->
        [on] on
       *[off] off
    }
keys-reset-all = All keys as they were
keys-kept = Saved
keys-one-title = New key: { $does }
keys-press = Press the new key, such as F4 or Ctrl+K.
keys-off = No key
keys-reset = The key it had
keys-refused = { $key } cannot be used: { $reason ->
        [typed] alone it types something. Add Ctrl or Alt, or take F1 to F12.
        [fixed] it has a fixed use everywhere. Please take another.
        [reader] screen readers need it. Please take another.
        [system] the system needs it. Please take another.
       *[taken] it is used for "{ $other }". Please take another.
    }
