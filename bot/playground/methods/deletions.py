"""deleteMessage and deleteMessages."""

from bot.playground.methods.copies import message_numbers
from bot.playground.methods.spec import Method, Methods
from bot.playground.parameters import Parameters
from bot.playground.refusal import bad_request
from bot.playground.telegram import Telegram


def delete_message(telegram: Telegram, params: Parameters) -> bool:
    chat = telegram.registry.inside(params.text("chat_id"))
    message_id = params.integer("message_id")
    message = None if message_id is None else chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to delete not found")
    telegram.messages.check_deletable(chat, message)
    telegram.messages.delete(chat, message["message_id"])
    return True


def delete_messages(telegram: Telegram, params: Parameters) -> bool:
    """Unknown ones are passed over; one that may not go keeps them all."""
    chat = telegram.registry.inside(params.text("chat_id"))
    found = {number for number in message_numbers(params) if number in chat.messages}
    for number in found:
        telegram.messages.check_deletable(chat, chat.messages[number])
    for number in sorted(found):
        telegram.messages.delete(chat, number)
    return True


METHODS: Methods = {
    "deleteMessage": Method(delete_message, frozenset({"chat_id", "message_id"})),
    "deleteMessages": Method(delete_messages, frozenset({"chat_id", "message_ids"})),
}
