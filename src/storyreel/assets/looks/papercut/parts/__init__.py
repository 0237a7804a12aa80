"""Parts: see later."""
