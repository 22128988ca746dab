"""Telegram in and out: intake, routing, screens."""
