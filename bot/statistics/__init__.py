"""Numbers of the bot: counts without who, `/stats` for admins, `galateo stats` beside it."""
