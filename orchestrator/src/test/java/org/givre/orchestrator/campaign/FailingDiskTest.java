package org.givre.orchestrator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.givre.journal.faults.Faults;
import org.givre.journal.faults.Faults.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sync of the journal fails under the packaged engine: it says so and leaves; nothing is lost.
 */
class FailingDiskTest {
  /** The same in every build; {@code -Dcampaign.seed=N} chooses others. */
  private static final long SEED = Long.getLong("campaign.seed", 1);

  private static final double FAST = 400;

  /** About half a second of motions and submissions. */
  private static final int MOST_SYNCS = 120;

  private final SplittableRandom chance = new SplittableRandom(SEED);
  private final SortedSet<String> acknowledged = new TreeSet<>();

  @TempDir Path directory;

  @Test
  @Tag("kill")
  @Timeout(240)
  void leavesTwiceAndLosesNothing() throws Exception {
    leave(2, 60);
  }

  @Test
  @Tag("campaign")
  @Timeout(900)
  void leavesTwentyTimesAndLosesNothing() throws Exception {
    leave(20, 20);
  }

  @Test
  @Tag("kill")
  @Timeout(120)
  void doesNotStartWhenItsFirstWriteFails() throws Exception {
    var data = directory.resolve("data");
    var faulty = faulty(data, 1);
    control().fail(Call.SYNC, ".log", 1);
    var outage = new Outage(data);
    try (var engine = outage.start(faulty)) {
      assertThat(engine.awaitExit()).as(outage.said()).isEqualTo(7);
      assertThat(outage.said()).contains("Mend the disk and start the engine again.");
    }
    try (var engine = outage.start(EngineSetup.at(1))) {
      assertThat(new ApiClient(engine.awaitUp()).get("/health/ready").status()).isEqualTo(200);
      engine.stop();
    }
  }

  /** An engine whose journal's calls can be made to fail. */
  private EngineSetup faulty(Path data, double speed) throws IOException, InterruptedException {
    control();
    var faults =
        Faults.environment(directory, data.resolve("journal"), directory.resolve("control"));
    return new EngineSetup(speed, List.of(), faults);
  }

  private Faults.Control control() throws IOException {
    return Faults.Control.in(directory.resolve("control"));
  }

  /** So slowly that robots are at work in every life. */
  private void leave(int times, double speed) throws Exception {
    var data = directory.resolve("data");
    var faulty = faulty(data, speed);
    var control = control();
    var outage = new Outage(data);
    for (var round = 1; round <= times; round++) {
      try (var engine = outage.start(faulty)) {
        var api = outage.follow(engine);
        if (round == 1) {
          outage.begin(api);
        }
        control.fail(Call.SYNC, "", chance.nextInt(1, MOST_SYNCS));
        submitUntilRefused(api);
        requireLeft(engine, outage, round);
        assertThat(control.failed()).isEqualTo(round);
      }
    }
    goOn(outage);
    answersWhoWaits(outage, faulty, control);
  }

  /** One submission after another: what is acknowledged must be there for ever. */
  private void submitUntilRefused(ApiClient api) {
    try {
      var answer = Outage.submitHeld(api);
      for (var count = 1; answer.status() == 202; count++) {
        assertThat(count).as("submissions, of which each is synced").isLessThan(MOST_SYNCS);
        acknowledged.add(answer.json().path("id").asText());
        answer = Outage.submitHeld(api);
      }
      assertThat(answer.code()).as(answer.toString()).isEqualTo("journal-stopped");
      assertThat(Outage.alarms(api)).contains("journal-stopped");
    } catch (NoAnswer left) {
      // Nobody listens any more.
    }
  }

  private static void requireLeft(EngineProcess engine, Outage outage, int times)
      throws IOException, InterruptedException {
    var since = System.nanoTime();
    assertThat(engine.awaitExit()).as(outage.said()).isEqualTo(7);
    System.out.printf("Failed sync: left after %.2f s%n", (System.nanoTime() - since) / 1e9);
    assertThat(outage.said().lines())
        .filteredOn(line -> line.startsWith("The journal has failed and takes no more writes"))
        .filteredOn(line -> line.endsWith("Mend the disk and start the engine again."))
        .hasSize(times);
  }

  /** The disk is well again. */
  private void goOn(Outage outage) throws Exception {
    try (var engine = outage.start(EngineSetup.at(FAST))) {
      var api = outage.follow(engine);
      for (var job : acknowledged) {
        var held = api.get("/v1/jobs/" + job).expect(200).json();
        assertThat(held.path("state").asText()).isEqualTo("ACCEPTED");
      }
      System.out.printf("Failed syncs: %d jobs acknowledged, all there%n", acknowledged.size());
      outage.awaitCompleted(api);
      outage.judge(engine);
    }
  }

  /** Nothing else is written: it is this request's own sync that fails. */
  private static void answersWhoWaits(Outage outage, EngineSetup faulty, Faults.Control control)
      throws Exception {
    try (var engine = outage.start(faulty)) {
      var api = outage.follow(engine);
      outage.awaitConnected();
      control.fail(Call.SYNC, ".log", 1);
      assertThat(Outage.submitHeld(api).expect(503).code()).isEqualTo("journal-stopped");
      assertThat(engine.awaitExit()).isEqualTo(7);
    }
  }
}
