"""Composing a broadcast: from `/broadcast` to the press that sends it, tested before."""
