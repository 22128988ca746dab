"""The commands menu, in each language."""

from collections.abc import Mapping

from telegram import Bot, BotCommand

from bot.texts.language import Language


def commands(language: Language) -> list[BotCommand]:
    say = language.say
    descriptions = {
        "start": say("Begin"),
        "menu": say("All the guides"),
        "story": say("Tell your story"),
        "stories": say("Read stories"),
        "receipt": say("What became of what you sent"),
        "policy": say("What is published, and what is not"),
        "stop": say("Stop the messages to everybody"),
        "help": say("How this bot works"),
        "settings": say("Language, country, time zone"),
        "privacy": say("What is kept about you"),
        "export": say("A copy of your data"),
        "forget": say("Erase your data"),
        "cancel": say("Stop what we are doing"),
    }
    return [BotCommand(name, description) for name, description in descriptions.items()]


async def announce_commands(bot: Bot, languages: Mapping[str, Language], default: str) -> None:
    """The default language for everybody, then each language for its own."""
    await bot.set_my_commands(commands(languages[default]))
    for code, language in languages.items():
        await bot.set_my_commands(commands(language), language_code=code)
