"""Numbers of the bot: counts without who, `/stats` for admins and editors, `galateo stats` beside it."""
