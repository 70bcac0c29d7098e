package org.givre.bench.scale;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Map;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.JournalCodecs;
import org.givre.devices.journal.Recorded;
import org.givre.devices.rack.RackCodec;
import org.givre.devices.rack.RackEvent.TubesImported;
import org.givre.orchestrator.feed.FeedEvent;
import org.givre.orchestrator.storefile.StoreFile;
import org.givre.orchestrator.view.View;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.TubeId;
import org.givre.protocols.journal.v1.Envelope;

/**
 * What the read models cost for each tube that only stands where an import put it: CPU nanoseconds
 * to decode its event and to take it in, and bytes of heap. Sizes as in {@link StoreScale}.
 */
public final class ViewScale {
  private static final int LOOK_UPS = 200_000;

  private final GeneratedStore store;
  private final View view;
  private final JournalCodecs codecs = new JournalCodecs(Map.of("rack", new RackCodec()));
  private long bytes;
  private long decodingNanos;
  private long applyingNanos;
  private long longestNanos;

  private ViewScale(GeneratedStore store) {
    this.store = store;
    this.view = new View(StoreFile.parse("generated", store.json()), Runnable::run);
  }

  public static void main(String[] arguments) throws Exception {
    var store =
        new GeneratedStore(
            Integer.getInteger("scale.racks", 800),
            Integer.getInteger("scale.tubes", 1_000_000),
            Long.getLong("scale.seed", 1));
    var before = liveBytes();
    var run = new ViewScale(store);
    var empty = liveBytes();
    for (int rack = 0; rack < store.racks(); rack++) {
      run.take(rack);
    }
    var full = liveBytes();
    System.out.printf("tubes                  %,d%n", store.tubes());
    System.out.printf("stored, bytes a tube   %.1f%n", (double) run.bytes / store.tubes());
    System.out.printf("decode, ns a tube      %.0f%n", (double) run.decodingNanos / store.tubes());
    System.out.printf("take in, ns a tube     %.0f%n", (double) run.applyingNanos / store.tubes());
    System.out.printf("longest event, ms      %.1f%n", run.longestNanos / 1e6);
    System.out.printf("empty view, MiB        %d%n", (empty - before) >> 20);
    System.out.printf("heap, bytes a tube     %.1f%n", (double) (full - before) / store.tubes());
    System.out.printf("look-up, ns            %.0f%n", run.lookUps());
    System.out.printf("specimen, ns           %.0f%n", run.specimens());
  }

  private void take(int rack) throws Exception {
    var event = new TubesImported("import", store.standing(rack));
    var cause = new Cause(Cause.Kind.CLIENT, "", "", "import", "");
    var recorded = new Recorded<>(event, cause, Instant.EPOCH, Instant.EPOCH);
    var stored = codecs.toEnvelope(recorded).toByteArray();
    bytes += stored.length;
    var start = cpuNanos();
    var read = codecs.fromEnvelope("rack", Envelope.parseFrom(stored));
    var decoded = cpuNanos();
    view.apply(new FeedEvent(rack + 1, "rack|" + GeneratedStore.rack(rack), 1, read));
    var end = cpuNanos();
    decodingNanos += decoded - start;
    applyingNanos += end - decoded;
    longestNanos = Math.max(longestNanos, end - decoded);
  }

  private double lookUps() {
    var step = Math.max(1, store.tubes() / LOOK_UPS);
    var start = cpuNanos();
    var count = 0;
    for (int place = 0; place < store.tubes(); place += step) {
      var tube = new TubeId(store.barcode(place));
      if (!view.tubes().tube(tube).orElseThrow().tube().id().equals(tube)) {
        throw new IllegalStateException("Found another tube than " + tube);
      }
      count++;
    }
    return (double) (cpuNanos() - start) / count;
  }

  private double specimens() {
    var step = Math.max(1, store.tubes() / LOOK_UPS);
    var start = cpuNanos();
    var count = 0;
    for (int place = 0; place < store.tubes(); place += step) {
      var specimen = new SpecimenId(store.specimen(place));
      if (view.tubes().ofSpecimen(specimen).isEmpty()) {
        throw new IllegalStateException("Found no tube of " + specimen);
      }
      count++;
    }
    return (double) (cpuNanos() - start) / count;
  }

  /** Of this thread alone: others may use the machine. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long liveBytes() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
