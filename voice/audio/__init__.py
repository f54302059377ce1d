"""Sound in and out: the ports, the sound card behind them, and WAV files."""
