package org.givre.orchestrator.cli;

import java.io.IOException;
import org.givre.journal.store.StoreStatistics;
import picocli.CommandLine.Command;

/** {@code givre journal stats}. */
@Command(
    name = "stats",
    description = {
      "Say how large the journal is and how it stands.",
      "Of a journal that an engine holds, GET /metrics tells."
    })
final class JournalStats extends JournalTask {
  JournalStats(Workplace workplace) {
    super(workplace);
  }

  @Override
  String doing() {
    return "measuring";
  }

  @Override
  int run(TaskProgress progress) throws IOException {
    try (var held = workplace().journals().hold(dataDirectory());
        var store = held.open(progress.opening())) {
      print(store.statistics());
      return ExitCode.OK;
    }
  }

  private void print(StoreStatistics statistics) {
    var bytes = statistics.bytes();
    print("format           " + statistics.format());
    print("store            " + statistics.store().text());
    print("events           %,d".formatted(statistics.lastOffset()));
    print("persistence ids  %,d".formatted(statistics.persistenceIds()));
    print("tags             %,d".formatted(statistics.tags()));
    print("ledger           " + mebibytes(bytes.ledger()));
    print("copies           " + mebibytes(bytes.copies()));
    print("records of tags  " + mebibytes(bytes.byTag()));
    print("LevelDB          " + mebibytes(bytes.levelDb()));
    print("archive          " + mebibytes(bytes.archive()));
    print("snapshots        " + mebibytes(bytes.snapshots()));
    print("signed up to     %,d".formatted(statistics.anchored().offset()));
    print(
        "signing keys     %s now, of %d"
            .formatted(statistics.keys().current(), statistics.keys().all().size()));
  }

  private static String mebibytes(long bytes) {
    return "%,.1f MiB".formatted(bytes / (double) (1 << 20));
  }
}
