"""The posts in the channel: rows first, sent, relabelled and taken down by one worker."""
