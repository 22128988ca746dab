"""After a broadcast: taking it back everywhere, or correcting its words everywhere."""
