"""The one gate for outgoing calls: flood limits, and the way to Telegram's server."""
