package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.givre.journal.store.JournalRefusal;
import org.givre.journal.store.JournalRefusal.Reason;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.Progress;
import org.givre.journal.store.Restore;
import org.iq80.leveldb.DBException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JournalTaskTest {

  static Stream<Arguments> whatFails() {
    return Stream.of(
        Arguments.of(new JournalRefusal(Reason.IN_USE, "It is in use."), 4),
        Arguments.of(new JournalRefusal(Reason.FORMAT, "It is something else."), 4),
        Arguments.of(new JournalRefusal(Reason.DAMAGED, "It is damaged."), 7),
        Arguments.of(new JournalStopped("It has stopped.", null), 7),
        Arguments.of(new DBException("No space left on device"), 7),
        Arguments.of(new UncheckedIOException(new IOException("No space left on device")), 1),
        Arguments.of(new CommandFailure(ExitCode.MALFORMED, "It is nothing."), 2));
  }

  @ParameterizedTest
  @MethodSource("whatFails")
  void saysWhatHasFailedAndReturnsItsCode(RuntimeException failure, int exitCode) {
    var run =
        CommandRun.of(
            Optional.empty(), new Failing(failure), "journal", "stats", "--data-dir", "nowhere");
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err().lines()).singleElement().asString().isNotBlank();
  }

  @Test
  void returnsSevenWhenABackupByTheEngineFindsDamage() {
    assertThat(asked("journal-damaged").exitCode()).isEqualTo(7);
    assertThat(asked("backup-failed").exitCode()).isEqualTo(1);
    assertThat(asked("backup-failed").err()).contains("as told by the engine");
  }

  private static CommandRun asked(String code) {
    var failed =
        """
        {"id":"b","state":"FAILED","failure":"as told by the engine","failureCode":"%s"}
        """
            .formatted(code);
    try (var server = AnsweringServer.of(202, failed)) {
      var engine = URI.create(server.url());
      return CommandRun.of(
          Optional.empty(), new Served(engine), "journal", "backup", "to", "--data-dir", "data");
    }
  }

  /** Journals of which none can be held. */
  private record Failing(RuntimeException failure) implements JournalHome {
    @Override
    public Optional<URI> engine(Path dataDirectory) {
      throw failure;
    }

    @Override
    public Held hold(Path dataDirectory) {
      throw failure;
    }

    @Override
    public Restore.Report restore(Path backup, Path dataDirectory, Progress progress) {
      throw failure;
    }
  }

  /** Journals that an engine holds. */
  private record Served(URI url) implements JournalHome {
    @Override
    public Optional<URI> engine(Path dataDirectory) {
      return Optional.of(url);
    }

    @Override
    public Held hold(Path dataDirectory) {
      throw new CommandFailure(ExitCode.CONFLICT, "in use");
    }

    @Override
    public Restore.Report restore(Path backup, Path dataDirectory, Progress progress) {
      throw new CommandFailure(ExitCode.CONFLICT, "in use");
    }
  }
}
