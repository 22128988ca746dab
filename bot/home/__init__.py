"""What everybody finds: the menu, help, settings, and their own data."""
