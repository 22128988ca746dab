"""The proxy that the environment names for an address."""

from urllib.request import getproxies, proxy_bypass

from yarl import URL


class UnsupportedProxyError(ValueError):
    """A proxy that is not plain HTTP, which is all that aiohttp speaks."""


def environment_proxy(origin: URL) -> URL | None:
    """What `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` (or small letters) say.

    aiohttp's `trust_env` reads them, and ~/.netrc, in a thread at every single request; this is
    meant to be asked once per origin. Raises UnsupportedProxyError for socks and the like.
    """
    proxies = getproxies()
    named = proxies.get(origin.scheme) or proxies.get("all")
    if not named or (origin.host and proxy_bypass(f"{origin.host}:{origin.port}")):
        return None
    proxy = URL(named if "://" in named else f"http://{named}")
    if proxy.scheme != "http":
        raise UnsupportedProxyError(proxy.scheme)
    return proxy
