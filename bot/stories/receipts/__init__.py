"""What became of something that was sent, for whoever has its receipt."""
