"""Lists that are known at run time only: the voices of this machine, and the voice models that are installed."""
