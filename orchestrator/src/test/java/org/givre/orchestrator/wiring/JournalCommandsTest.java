package org.givre.orchestrator.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.givre.journal.store.OwnerLock;
import org.givre.journal.store.Progress;
import org.givre.orchestrator.cli.EngineOptions;
import org.givre.orchestrator.cli.GivreCommandLine;
import org.givre.orchestrator.cli.RunningEngine;
import org.givre.orchestrator.cli.Terminal;
import org.givre.orchestrator.cli.Workplace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalCommandsTest {
  private static final Machine MACHINE = new Machine(Clock.systemUTC(), new SecureRandom());

  @TempDir Path files;

  /** What a command returned and said. */
  private record Run(int code, String out, String err) {}

  private RunningEngine start(Path directory) {
    return start(directory, Progress.none());
  }

  private RunningEngine start(Path directory, Progress opening) {
    return new LocalEngines(MACHINE)
        .start(
            new EngineOptions(
                directory,
                Optional.empty(),
                true,
                Optional.of(500.0),
                Optional.of(7L),
                Optional.of(0),
                false),
            opening);
  }

  private static Run run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var ran = run(out, arguments);
    return new Run(ran.code(), out.toString(UTF_8), ran.err());
  }

  /** Runs a command whose output goes elsewhere. */
  private static Run run(OutputStream out, String... arguments) {
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
    var workplace =
        new Workplace(
            terminal,
            Optional.empty(),
            "ada",
            new HastyClock(),
            () -> "key-of-a-test",
            new LocalEngines(MACHINE),
            (world, history, csv) -> {},
            new LocalJournals(MACHINE));
    var code = new GivreCommandLine(workplace).run(arguments);
    return new Run(code, "", err.toString(UTF_8));
  }

  /** A minute passes whenever somebody looks: what is shown of long work is shown of any. */
  private static final class HastyClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      now = now.plusSeconds(60);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static Run journal(String command, Path data, Path... more) {
    var arguments = new String[4 + more.length];
    arguments[0] = "journal";
    arguments[1] = command;
    arguments[2] = "--data-dir";
    arguments[3] = data.toString();
    for (var i = 0; i < more.length; i++) {
      arguments[4 + i] = more[i].toString();
    }
    return run(arguments);
  }

  private Path inventory() throws IOException {
    return Files.writeString(
        files.resolve("inventory.csv"),
        """
        tube_barcode,specimen_id,material,aliquot,dewar,rack,level,well
        T1,S1,DNA,1,D1,D1-R01,1,A1
        T2,S1,DNA,2,D1,D1-R01,1,A2
        """);
  }

  @Test
  void anEngineIsAskedForABackupAndKeepsTheOthersOut() throws IOException {
    var data = files.resolve("data");
    var backup = files.resolve("backup");
    try (var engine = start(data)) {
      var url = engine.url().toString();
      assertThat(run("import", inventory().toString(), "--url", url).code()).isZero();
      assertThat(journal("verify", data))
          .satisfies(refused -> assertThat(refused.code()).isEqualTo(4))
          .satisfies(refused -> assertThat(refused.err()).contains("process", url));
      assertThat(journal("backup", data, backup).code()).isZero();
      assertThat(journal("backup", data, backup).code()).isEqualTo(4);
    }

    var restored = files.resolve("restored");
    assertThat(journal("restore", restored, backup))
        .satisfies(made -> assertThat(made.code()).isZero())
        .satisfies(made -> assertThat(made.out()).contains("new key"));
    assertThat(journal("verify", restored).code()).isZero();
    try (var engine = start(restored)) {
      var shown = run("tubes", "show", "T2", "--json", "--url", engine.url().toString());
      assertThat(shown.out()).contains("\"D1-R01\"");
    }
  }

  @Test
  void anEngineOfAnotherDataDirectoryIsNotAskedForABackup() throws IOException {
    var data = files.resolve("data");
    start(data).close();
    var backup = files.resolve("backup");
    try (var another = start(files.resolve("another"));
        var held = OwnerLock.take(data)) {
      assertThat(held).isNotNull();
      var killed = data.resolve("url");
      Files.writeString(killed, another.url() + "\n");
      assertThat(journal("backup", data, backup))
          .satisfies(refused -> assertThat(refused.code()).as(refused.err()).isEqualTo(4))
          .satisfies(refused -> assertThat(refused.err()).contains("another"));
      assertThat(backup).doesNotExist();
    }
  }

  @Test
  void forgetWhereAnEngineThatWasKilledAnswered() throws IOException {
    var data = files.resolve("data");
    start(data).close();
    var killed = data.resolve("url");
    Files.writeString(killed, "http://127.0.0.1:1\n");
    assertThat(journal("stats", data).code()).isZero();
    assertThat(killed).doesNotExist();
  }

  @Test
  void lookAfterTheJournalOfAnEngineThatHasStopped() throws IOException {
    var data = files.resolve("data");
    start(data).close();
    assertThat(journal("verify", data))
        .satisfies(verified -> assertThat(verified.code()).isZero())
        .satisfies(verified -> assertThat(verified.out()).contains("whole"))
        .satisfies(
            verified ->
                assertThat(verified.err())
                    .contains("verifying: ", "looking for surplus entries: "));
    var exported = journal("export", data);
    assertThat(exported.code()).isZero();
    assertThat(exported.out().lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{\"offset\":"));
    assertThat(journal("stats", data).out())
        .contains("events           " + exported.out().lines().count());
    assertThat(journal("rotate-key", data).code()).isZero();
    assertThat(journal("stats", data).out()).contains("now, of 2");
    assertThat(journal("backup", data, files.resolve("backup")).code()).isZero();
    start(data).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "stats", "verify"})
  void failWhenWhatTheySayCannotBeWritten(String command) throws IOException {
    var data = files.resolve("data");
    start(data).close();
    assertThat(run(new FullDisk(), "journal", command, "--data-dir", data.toString()))
        .satisfies(failed -> assertThat(failed.code()).isEqualTo(1))
        .satisfies(failed -> assertThat(failed.err()).contains("standard output"));
  }

  /** Has room for some bytes, as the last block of a full disk. */
  private static final class FullDisk extends OutputStream {
    private int room = 20;

    @Override
    public void write(int b) throws IOException {
      if (--room < 0) {
        throw new IOException("No space left on device");
      }
    }
  }

  @Test
  void aRestoreReadsTheSettingsThatCameWithTheBackup() throws IOException {
    var data = withKeyDirectory();
    start(data).close();
    var backup = files.resolve("backup");
    assertThat(journal("backup", data, backup).code()).isZero();
    var restored = files.resolve("restored");
    assertThat(journal("restore", restored, backup))
        .satisfies(made -> assertThat(made.code()).as(made.err()).isZero())
        .satisfies(made -> assertThat(made.out()).doesNotContain("new key"));
    assertThat(restored.resolve("journal/signing-key")).doesNotExist();
    start(restored).close();
    assertThat(journal("verify", restored).code()).isZero();
  }

  @Test
  void aRefusedRestoreLeavesTheDirectoryAsItWas() throws IOException {
    var data = withKeyDirectory();
    start(data).close();
    var backup = files.resolve("backup");
    assertThat(journal("backup", data, backup).code()).isZero();
    assertThat(journal("rotate-key", data).code()).isZero();
    var fresh = files.resolve("fresh");
    var empty = Files.createDirectories(files.resolve("empty"));
    for (var restored : List.of(fresh, empty)) {
      assertThat(journal("restore", restored, backup))
          .satisfies(refused -> assertThat(refused.code()).as(refused.err()).isEqualTo(4))
          .satisfies(refused -> assertThat(refused.err()).contains("signing-key", "later backup"));
    }
    assertThat(fresh).doesNotExist();
    assertThat(empty).isEmptyDirectory();
    var later = files.resolve("later");
    assertThat(journal("backup", data, later).code()).isZero();
    assertThat(journal("restore", empty, later).code()).isZero();
  }

  /** A new data directory whose signing key lies beside it. */
  private Path withKeyDirectory() throws IOException {
    var data = Files.createDirectories(files.resolve("data"));
    var keys = Files.createDirectories(files.resolve("keys"));
    Files.writeString(data.resolve("givre.conf"), "givre-journal.key-dir = \"" + keys + "\"\n");
    return data;
  }

  @ParameterizedTest
  @ValueSource(strings = {"stats", "rotate-key", "export"})
  void showHowFarTheOpeningIs(String command) throws IOException {
    var data = withoutCheckpoint();
    assertThat(journal(command, data).err())
        .containsPattern("opening the journal: (\\d+) of \\1 \\(100 %\\)");
  }

  @Test
  void anEngineTellsHowFarTheOpeningIs() throws IOException {
    var data = withoutCheckpoint();
    var done = new AtomicLong();
    start(data, (events, total) -> done.set(events)).close();
    assertThat(done).hasPositiveValue();
  }

  /** A data directory whose journal must be proven from its beginning. */
  private Path withoutCheckpoint() throws IOException {
    var data = files.resolve("data");
    start(data).close();
    Files.delete(data.resolve("journal/checkpoint"));
    return data;
  }

  @Test
  void damageIsFoundByVerifyAndKeepsAnEngineFromStarting() throws IOException {
    var data = files.resolve("data");
    start(data).close();
    var anchor = data.resolve("journal").resolve("anchor");
    Files.write(anchor, new byte[(int) Files.size(anchor)]);
    assertThat(journal("verify", data))
        .satisfies(verified -> assertThat(verified.code()).isEqualTo(1))
        .satisfies(verified -> assertThat(verified.out()).contains("anchor"));
    var served = run("serve", "--simulate", "--data-dir", data.toString(), "--port", "0");
    assertThat(served.code()).isEqualTo(7);
    assertThat(served.err()).contains("offset", "givre journal verify");
    assertThat(run("journal", "verify", "--anchor", "--data-dir", data.toString()).code()).isZero();
    start(data).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "givre-journal {",
        "givre-journal.commit.block-size = 1",
        "givre-journal.dir = \" \""
      })
  void settingsThatMakeNoSenseAreNamed(String settings) throws IOException {
    var data = files.resolve("data");
    start(data).close();
    var backup = files.resolve("backup");
    assertThat(journal("backup", data, backup).code()).isZero();
    Files.writeString(data.resolve("givre.conf"), settings);
    Files.writeString(backup.resolve("givre.conf"), settings);
    assertMisset(journal("verify", data));
    assertMisset(journal("export", data));
    assertMisset(journal("backup", data, files.resolve("another")));
    assertMisset(journal("restore", files.resolve("restored"), backup));
  }

  private static void assertMisset(Run run) {
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("givre").doesNotContain("\tat ");
  }

  @Test
  void damageThatABackupFindsIsToldTheSameWayByAnEngine() throws IOException {
    var data = files.resolve("data");
    start(data).close();
    start(data).close();
    var heads = data.resolve("journal/heads");
    var changed = Files.readAllBytes(heads);
    changed[changed.length / 4] ^= 1;
    Files.write(heads, changed);
    assertThat(journal("backup", data, files.resolve("offline")).code()).isEqualTo(7);
    try (var engine = start(data)) {
      assertThat(engine.url()).isNotNull();
      assertThat(journal("backup", data, files.resolve("asked")).code()).isEqualTo(7);
    }
  }

  @Test
  void whatIsNoDataDirectoryIsRefused() {
    assertThat(journal("verify", files).code()).isEqualTo(2);
    assertThat(journal("restore", files.resolve("new"), files).code()).isEqualTo(2);
  }
}
