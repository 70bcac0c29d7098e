package org.givre.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.givre.protocols.world.v1.TubesLoaded;
import org.givre.protocols.world.v1.WorldRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldLogTest {
  private static final int HEADER = 12;
  private static final int FRAME = 12;

  private final List<WorldRecord> read = new ArrayList<>();
  private final List<Long> places = new ArrayList<>();
  private Path directory;
  private Path file;

  @BeforeEach
  void threeRecords(@TempDir Path directory) {
    this.directory = directory;
    this.file = directory.resolve("world.log");
    try (var log = opened()) {
      log.append(List.of(record(1), record(2)), this::keep);
      log.append(List.of(record(3)), this::keep);
    }
  }

  private WorldLog opened() {
    var log = WorldLog.open(directory);
    try {
      log.replay(this::keep);
      return log;
    } catch (RuntimeException refused) {
      log.close();
      throw refused;
    }
  }

  private void keep(long at, WorldRecord record) {
    places.add(at);
    read.add(record);
  }

  private static WorldRecord record(int number) {
    return WorldRecords.at(Instant.ofEpochSecond(number))
        .setTubesLoaded(TubesLoaded.newBuilder().setImportId("import-" + number))
        .build();
  }

  private List<WorldRecord> reopened() {
    read.clear();
    opened().close();
    return read;
  }

  @Test
  void whatWasAppendedIsReadInOrder() {
    assertThat(reopened()).containsExactly(record(1), record(2), record(3));
  }

  @Test
  void everyRecordCanBeReadOnceMoreFromItsPlace() {
    places.clear();
    read.clear();
    try (var log = opened()) {
      log.append(List.of(record(4), record(5)), this::keep);
      assertThat(places).hasSize(5);
      assertThat(places.stream().map(log::record)).containsExactlyElementsOf(read);
    }
  }

  @Test
  void aRecordThatWasDamagedSinceIsRefused() throws IOException {
    var whole = Files.readAllBytes(file);
    try (var log = opened()) {
      var last = places.get(places.size() - 1);
      for (var at = last.intValue(); at < whole.length; at++) {
        var damaged = whole.clone();
        damaged[at] ^= 1;
        Files.write(file, damaged);
        assertThatThrownBy(() -> log.record(last)).hasMessageContaining("damaged");
      }
      Files.write(file, whole);
    }
  }

  @Test
  void aLastRecordThatWasTornAnywhereIsCutOff() throws IOException {
    var whole = Files.readAllBytes(file);
    var last = FRAME + record(3).getSerializedSize();
    for (var missing = 1; missing <= last; missing++) {
      Files.write(file, Arrays.copyOf(whole, whole.length - missing));
      assertThat(reopened()).containsExactly(record(1), record(2));
      assertThat(Files.size(file)).isEqualTo(whole.length - last);
    }
  }

  @Test
  void recordsCanBeAppendedAfterATornOneWasCutOff() throws IOException {
    var whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    try (var log = opened()) {
      log.append(List.of(record(4)), this::keep);
    }
    assertThat(reopened()).containsExactly(record(1), record(2), record(4));
  }

  @Test
  void spaceThatWasNeverWrittenIsCutOff() throws IOException {
    var whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length + 4096));
    assertThat(reopened()).hasSize(3);
    assertThat(Files.size(file)).isEqualTo(whole.length);
  }

  @Test
  void oneFlippedBitAnywhereIsRefusedAndNothingIsChanged() throws IOException {
    var whole = Files.readAllBytes(file);
    for (var at = 0; at < whole.length; at++) {
      var damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      assertThatThrownBy(this::reopened)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining(at < HEADER ? "format version 1" : "backup");
      assertThat(file).hasBinaryContent(damaged);
    }
  }

  @Test
  void aFileWithoutItsWholeHeaderIsBegunAgain() throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), HEADER - 3));
    try (var log = opened()) {
      log.append(List.of(record(4)), this::keep);
    }
    assertThat(reopened()).containsExactly(record(4));
  }

  @Test
  void aSecondOpenerIsRefused() {
    try (var owner = opened()) {
      assertThatThrownBy(() -> WorldLog.open(directory))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("in use by another engine");
      owner.append(List.of(record(4)), this::keep);
    }
    assertThat(reopened()).hasSize(4);
  }

  @Test
  void anyoneMayReadWhileItIsOpen() throws IOException {
    try (var owner = opened();
        var onlooker = WorldLog.look(directory)) {
      owner.append(List.of(record(4)), this::keep);
      read.clear();
      onlooker.read(this::keep);
      assertThat(read).hasSize(4);
    }
  }

  @Test
  void aRecordOfANewerVersionIsRefusedByTheWorld() {
    var newer = WorldRecord.newBuilder().setAtMicros(5).build();
    var world =
        new WorldState(
            at -> {
              throw new AssertionError(at);
            });
    assertThatThrownBy(() -> world.take(0, newer)).hasMessageContaining("newer one");
  }
}
