# States that a platform would not tell by itself.
state-disabled = unavailable
state-expanded = expanded
state-collapsed = collapsed
