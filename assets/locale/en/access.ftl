# Ways in beside pointer and keyboard: keys, scanning with a switch, dwelling, the keypad.

ui-key-page = Scroll a page
ui-key-landmark_next = Next part of the screen
ui-key-landmark_back = Previous part of the screen
ui-key-heading_next = Next heading
ui-key-heading_back = Previous heading
ui-key-keypad = Keypad with twelve keys, on and off
ui-key-scan = Scanning with a switch, on and off
ui-key-dwell = Click by resting the pointer, on and off
