package org.givre.bench.journal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.givre.bench.Arguments;

/**
 * Measures our journal beside its contenders and prints the table of what it must reach.
 *
 * <p>Settings, as {@code name=value}: {@code rounds}, {@code warmup} and {@code seconds} of each
 * measurement, {@code heap} of its process, {@code events} of each actor in a replay, {@code dir},
 * and {@code only}: parts to measure (of {@code stock, writes, one, open, replay}), all by default.
 */
public final class JournalBench {
  /** Actors of a small and of a large load; the targets of {@link Reach} name them. */
  private static final int FEW = 1_000;

  private static final int MANY = 16_000;

  private static final List<String> USUAL =
      List.of(
          "rounds=5",
          "warmup=12",
          "seconds=8",
          "heap=1g",
          "events=125",
          "dir=target/journal-bench",
          "only=stock,writes,one,open,replay");

  private final Arguments settings;
  private final Trials trials;

  private JournalBench(Arguments settings) {
    this.settings = settings;
    this.trials = new Trials(settings);
  }

  public static void main(String[] words) throws IOException, InterruptedException {
    var given = words.length == 1 ? words[0].split("\\s+") : words;
    var settings = Arguments.parse(USUAL).under(Arguments.parse(Arrays.asList(given)));
    new JournalBench(settings).run();
  }

  private void run() throws IOException, InterruptedException {
    for (var round = 1; round <= settings.number("rounds"); round++) {
      System.out.printf("round %d of %d%n", round, settings.number("rounds"));
      round();
    }
    if (has("replay")) {
      replay();
    }
    System.out.println(new Reach(trials.results()).table());
  }

  private boolean has(String part) {
    return settings.lists("only", part);
  }

  private void round() throws IOException, InterruptedException {
    if (has("stock")) {
      closed("stock", FEW);
    }
    if (has("writes")) {
      writes();
    }
    if (has("one")) {
      closed("stock", 1);
      closed("givre", 1);
    }
    if (has("open")) {
      open("stock", 1_000);
      open("givre", 2_000);
    }
  }

  private void writes() throws IOException, InterruptedException {
    var store = trials.fresh("store", "kind=store", "actors=" + FEW);
    raw("store", FEW, store);
    raw("givre-" + FEW, FEW, closed("givre", FEW));
    raw("givre-" + MANY, MANY, closed("givre", MANY));
  }

  private Measured closed(String contender, int actors) throws IOException, InterruptedException {
    return trials.fresh(
        contender + "-" + actors, "kind=closed", "contender=" + contender, "actors=" + actors);
  }

  /** LevelDB alone, with the batches that ours has just had. */
  private void raw(String beside, int actors, Measured ours)
      throws IOException, InterruptedException {
    trials.fresh(
        "raw-as-" + beside, "kind=raw", "actors=" + actors, "batch=" + ours.get(Measured.BATCH));
  }

  private void open(String contender, int rate) throws IOException, InterruptedException {
    trials.fresh(
        contender + "-open",
        "kind=open",
        "contender=" + contender,
        "actors=" + MANY,
        "rate=" + rate);
  }

  /**
   * Both stores are filled once and kept for the next run; what is read first, to warm the disk's
   * cache, does not count.
   */
  private void replay() throws IOException, InterruptedException {
    for (var contender : List.of("stock", "givre")) {
      if (!trials.has("replay-" + contender)) {
        replay("fill-" + contender, contender, "fill");
      }
      replay("cold-" + contender, contender, "replay");
    }
    for (var round = 1; round <= settings.number("rounds"); round++) {
      replay("replay-stock", "stock", "replay");
      replay("replay-givre", "givre", "replay");
    }
  }

  private void replay(String name, String contender, String kind)
      throws IOException, InterruptedException {
    trials.in(
        "replay-" + contender,
        name,
        "kind=" + kind,
        "contender=" + contender,
        "actors=" + MANY,
        "events=" + settings.number("events"));
  }
}
