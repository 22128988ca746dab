"""The library's own mapping of Telegram's refusals stays whole."""

import datetime as dt

import pytest
from telegram import error as telegram_errors
from telegram.ext import ExtBot

from bot.delivery.errors import outcome_unknown
from tests.delivery.small_server import SmallServer, answer


@pytest.mark.parametrize(
    ("status", "description", "expected"),
    [
        (400, "Bad Request: message to edit not found", telegram_errors.BadRequest),
        (401, "Unauthorized", telegram_errors.InvalidToken),
        (403, "Forbidden: bot was blocked by the user", telegram_errors.Forbidden),
        (409, "Conflict: terminated by other getUpdates request", telegram_errors.Conflict),
        (500, "Internal Server Error", telegram_errors.NetworkError),
    ],
)
async def test_refusals_keep_their_class_and_words(
    telegram: ExtBot[None],
    server: SmallServer,
    status: int,
    description: str,
    expected: type[telegram_errors.TelegramError],
) -> None:
    refusal = {"ok": False, "error_code": status, "description": description}
    server.acts.append(answer(refusal, status=status))
    with pytest.raises(telegram_errors.TelegramError) as error:
        await telegram.send_message(1, "x")
    assert type(error.value) is expected
    assert str(error.value).lower() == description.lower().removeprefix("bad request: ")
    assert outcome_unknown(error.value) is (status == 500)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("parameters", "seconds"), [({"retry_after": 7}, 7), (None, 1), ({"retry_after": 0}, 1)]
)
async def test_a_flood_answer_says_how_long(
    telegram: ExtBot[None], server: SmallServer, parameters: object, seconds: int
) -> None:
    server.acts.append(answer({"ok": False, "parameters": parameters}, status=429))
    with pytest.raises(telegram_errors.RetryAfter) as error:
        await telegram.send_message(1, "x")
    assert error.value.retry_after == dt.timedelta(seconds=seconds)
    assert not outcome_unknown(error.value)


async def test_a_migrated_chat_says_where(telegram: ExtBot[None], server: SmallServer) -> None:
    refusal = {"ok": False, "parameters": {"migrate_to_chat_id": -1009}}
    server.acts.append(answer(refusal, status=400))
    with pytest.raises(telegram_errors.ChatMigrated) as error:
        await telegram.send_message(-9, "x")
    assert error.value.new_chat_id == -1009
