package org.givre.orchestrator.wiring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.ToDoubleFunction;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.StoreStatus;
import org.givre.orchestrator.view.View;

/** Figures for Prometheus: how the journal, the store of tubes and the Java machine do. */
final class EngineMetrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  EngineMetrics(JournalStore journal, View view) {
    addJournal(journal);
    Gauge.builder("givre.tubes.standing", view, v -> v.tubes().standing())
        .description("Tubes that stand in racks")
        .register(registry);
    Gauge.builder("givre.jobs", view, v -> v.jobs().count())
        .description("Jobs that were ever accepted")
        .register(registry);
    Gauge.builder("givre.company.waiting.jobs", view, v -> v.jobs().saving().waitingJobs())
        .description("Jobs of which a part waits for company now")
        .register(registry);
    Gauge.builder("givre.company.served.jobs", view, v -> v.jobs().saving().servedJobs())
        .description("Jobs that have waited for company and were delivered in full")
        .register(registry);
    Gauge.builder("givre.company.saved.tube.seconds", view, v -> v.jobs().saving().tubeSeconds())
        .description("Weighted tube-seconds that waiting for company has saved those jobs")
        .register(registry);
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  private void addJournal(JournalStore journal) {
    count(journal, "events", "Events stored since the start", s -> s.work().events());
    count(journal, "commits", "Syncs since the start", s -> s.work().commits());
    count(journal, "bytes", "Bytes of ledger written since the start", s -> s.work().bytes());
    gauge(journal, "offset", "Offset of the last durable event", StoreStatus::lastOffset);
    gauge(
        journal, "anchored.offset", "Offset of the last signed head", StoreStatus::anchoredOffset);
    gauge(journal, "persistence.ids", "Persistence ids", StoreStatus::persistenceIds);
    gauge(journal, "queued", "Writes that wait for a commit", s -> s.work().queued());
    gauge(journal, "free.bytes", "Free space on the journal's disk", s -> s.disk().freeBytes());
    gauge(journal, "stopped", "1 when the journal has stopped", s -> s.stopped() ? 1 : 0);
    gauge(
        journal,
        "commit.seconds.median",
        "Median seconds of a commit since the start",
        s -> s.work().commitSecondsMedian());
    gauge(
        journal,
        "commit.seconds.p99",
        "99th percentile of the seconds of a commit since the start",
        s -> s.work().commitSecondsP99());
  }

  private void count(
      JournalStore journal, String name, String what, ToDoubleFunction<StoreStatus> figure) {
    FunctionCounter.builder(
            "givre.journal." + name, journal, store -> figure.applyAsDouble(store.status()))
        .description(what)
        .register(registry);
  }

  private void gauge(
      JournalStore journal, String name, String what, ToDoubleFunction<StoreStatus> figure) {
    Gauge.builder("givre.journal." + name, journal, store -> figure.applyAsDouble(store.status()))
        .description(what)
        .register(registry);
  }

  /** All figures now, in Prometheus' text format. */
  String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
