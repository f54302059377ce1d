"""From sentences to acts and from sessions to words; chat, terminal and voice call it."""
