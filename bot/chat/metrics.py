"""Numbers for /metrics: counts and queues, never who or what."""

from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.chat.intake import Intake
from bot.delivery.gate import Gate
from bot.storage.writer import Writer

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


def registry_of(writer: Writer, gate: Gate, intake: Intake) -> CollectorRegistry:
    counters: dict[str, Reading] = {
        "units_committed": lambda: writer.units,
        "commits": lambda: writer.commits,
        "replies_sent": lambda: gate.counts.replies,
        "bulk_sent": lambda: gate.counts.bulk,
        "calls_refused": lambda: gate.counts.refused,
    }
    registry = CollectorRegistry()
    registry.register(Metrics(counters, {"updates_waiting": lambda: intake.waiting}))
    return registry
