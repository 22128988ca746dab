"""What editors run: check, texts, a new guide, its picture, facts to look at, reloading."""
