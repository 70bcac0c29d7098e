package org.givre.orchestrator.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.givre.devices.time.EngineTime;
import org.givre.journal.store.JournalStopped;
import org.givre.orchestrator.cli.EngineOptions;
import org.givre.orchestrator.session.SessionEvent.SessionStarted;
import org.givre.orchestrator.wiring.StartRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalProbeTest {
  private static final SessionStarted SESSION = new SessionStarted("test", 60, 1, true);

  private final JournalWatch watch = new JournalWatch(Clock.systemUTC());

  @TempDir Path directory;

  @Test
  void countsTheSessionsOfADataDirectory() {
    assertThat(probed(Duration.ofSeconds(30))).isEqualTo(1);
    assertThat(probed(Duration.ofSeconds(30))).isEqualTo(2);
  }

  @Test
  void refusesAJournalThatDoesNotStart() throws IOException {
    Files.writeString(directory.resolve("journal"), "a file where a directory should be");
    assertThatThrownBy(() -> probed(Duration.ofSeconds(2)))
        .isInstanceOfSatisfying(
            StartRefusal.class, no -> assertThat(no.reason()).isEqualTo(Reason.JOURNAL))
        .hasMessageContaining("could not be written within 2 s");
  }

  @Test
  void doesNotWaitForAJournalThatHasStopped() throws IOException {
    Files.writeString(directory.resolve("journal"), "a file where a directory should be");
    watch.stopped(new JournalStopped("The journal has failed: EIO.", null));
    assertThatThrownBy(() -> probed(Duration.ofMinutes(10)))
        .isInstanceOfSatisfying(
            StartRefusal.class, no -> assertThat(no.reason()).isEqualTo(Reason.JOURNAL))
        .hasMessageContaining("EIO");
  }

  private long probed(Duration limit) {
    var options =
        new EngineOptions(
            directory,
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    var testKit = ActorTestKit.create("probe", EngineConfig.of(options));
    try {
      var time = new EngineTime(Clock.systemUTC(), Clock.systemUTC(), 1);
      return new JournalProbe(testKit.system(), time, limit, watch).record(SESSION);
    } finally {
      testKit.shutdownTestKit();
    }
  }
}
