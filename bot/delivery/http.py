"""The library's way to Telegram's server, on aiohttp, which does several times httpx's work."""

import asyncio
import random
from http import HTTPStatus

import aiohttp
from telegram._utils.types import ODVInput
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.delivery.answers import clean_refusal, read_answer
from bot.delivery.bodies import body_of
from bot.delivery.failures import Failure, Reach, failure_of, method_of
from bot.delivery.orders import Order, Timeouts
from bot.delivery.proxies import environment_proxy

RETRIES = 2
FIRST_PAUSE = 0.1
IDLE_SECONDS = 15  # below what servers allow, so that they seldom close what we are about to use

USUAL = Timeouts()
UNSET = BaseRequest.DEFAULT_NONE


class AiohttpRequest(BaseRequest):
    """Every error it raises says the Bot API method and the kind of trouble, and nothing else.

    Repeats, twice at most, a request that found no connection, and one whose connection was lost
    if doing it twice does no harm; a message that may have gone out is never sent again.
    """

    def __init__(
        self,
        *,
        connection_pool_size: int = 256,
        timeouts: Timeouts = USUAL,
        randomness: random.Random | None = None,
    ) -> None:
        self._timeouts = timeouts
        self._randomness = randomness or random.SystemRandom()
        self._session: aiohttp.ClientSession | None = None
        self._places = asyncio.Semaphore(connection_pool_size)
        self._proxies: dict[URL, URL | None] = {}
        self._shut = False

    @property
    def read_timeout(self) -> float | None:
        return self._timeouts.read

    parse_json_payload = staticmethod(read_answer)

    async def initialize(self) -> None:
        self._shut = False

    async def shutdown(self) -> None:
        self._shut = True
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = UNSET,
        write_timeout: ODVInput[float] = UNSET,
        connect_timeout: ODVInput[float] = UNSET,
        pool_timeout: ODVInput[float] = UNSET,
    ) -> tuple[int, bytes]:
        limits = self._timeouts.with_given(
            read=read_timeout,
            write=write_timeout,
            connect=connect_timeout,
            pool=pool_timeout,
            files=request_data is not None and request_data.contains_files,
        )
        order = _order(method, url, request_data, limits)
        outcome = order if isinstance(order, Failure) else await self._carry_out(order)
        if isinstance(outcome, Failure):
            raise outcome.as_error(method_of(url))
        status, payload = outcome
        if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            return status, payload
        return status, clean_refusal(status, payload, url)

    async def _carry_out(self, order: Order) -> tuple[int, bytes] | Failure:
        outcome = await self._once(order)
        for attempt in range(RETRIES):
            if not isinstance(outcome, Failure) or not outcome.may_be_repeated(order.name):
                break
            await asyncio.sleep(FIRST_PAUSE * 2**attempt * self._randomness.uniform(0.5, 1.5))
            outcome = await self._once(order)
        return outcome

    async def _once(self, order: Order) -> tuple[int, bytes] | Failure:
        """Failures come back as values: an error raised in an except block would keep the other
        one, and the address in its text, as its context.
        """
        try:
            async with asyncio.timeout(order.limits.pool):
                await self._places.acquire()
        except TimeoutError:
            return Failure(Reach.NO_ROOM, "the pool is full")
        try:
            return await self._exchange(order)
        except Exception as error:  # noqa: BLE001 - any text of it may hold the address
            return failure_of(error)
        finally:
            self._places.release()
            if order.body is not None:
                order.body.rewind()

    async def _exchange(self, order: Order) -> tuple[int, bytes]:
        async with self._open_session().request(
            order.verb,
            order.url,
            data=order.body,
            timeout=aiohttp.ClientTimeout(
                connect=order.limits.connect, sock_read=order.limits.read
            ),
            proxy=self._proxy(order.url.origin()),
            allow_redirects=False,  # a redirect would carry the token to another place
        ) as response:
            return response.status, await response.read()

    def _open_session(self) -> aiohttp.ClientSession:
        if self._shut:
            raise RuntimeError("this request is shut down")
        if self._session is None:
            # _places bounds the pool: waiting for a place has its own timeout, which aiohttp lacks.
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=IDLE_SECONDS),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )
        return self._session

    def _proxy(self, origin: URL) -> URL | None:
        if origin not in self._proxies:
            self._proxies[origin] = environment_proxy(origin)
        return self._proxies[origin]


def _order(verb: str, url: str, data: RequestData | None, limits: Timeouts) -> Order | Failure:
    try:
        body = body_of(data, write_timeout=limits.write)
    except Exception as error:  # noqa: BLE001 - that of a broken text holds the text
        return Failure(Reach.UNWRITTEN, type(error).__name__)
    return Order(verb, URL(url, encoded=True), method_of(url), body, limits)
