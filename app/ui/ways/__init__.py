"""Ways to work the window besides pointer and keyboard: scanning, dwelling, the keypad; on and off at any time."""
