"""Decision trees: guides as data, walked by pure functions."""
