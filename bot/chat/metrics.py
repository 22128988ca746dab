"""Numbers for /metrics: counts and queues, never who or what."""

from collections.abc import Callable, Iterator

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

Reading = Callable[[], float]


class Metrics(Collector):
    """Reads its values when asked, so that counting costs nothing in between."""

    def __init__(self, counters: dict[str, Reading], gauges: dict[str, Reading]) -> None:
        self._counters, self._gauges = counters, gauges

    def collect(self) -> Iterator[Metric]:
        for name, reading in self._counters.items():
            yield CounterMetricFamily(f"galateo_{name}", name.replace("_", " "), reading())
        for name, reading in self._gauges.items():
            yield GaugeMetricFamily(f"galateo_{name}", name.replace("_", " "), reading())
