package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one private key of a key directory is never lost to another journal. */
class KeyRingTest {
  @TempDir Path parent;
  private Path first;
  private Path second;
  private Path keys;

  @BeforeEach
  void name() {
    first = parent.resolve("first");
    second = parent.resolve("second");
    keys = parent.resolve("keys");
  }

  private String open(Path journal, Path keyDirectory) throws IOException {
    var usual = JournalStoreTest.settings(journal);
    var settings =
        new StoreSettings(journal, keyDirectory, usual.levelDb(), usual.commits(), usual.disk());
    try (var store = JournalStoreTest.open(settings, StoreListener.none())) {
      return store.internals().keys().currentId();
    }
  }

  private Path key() {
    return keys.resolve(KeyRing.SIGNING_KEY);
  }

  @Test
  void aNewJournalDoesNotTakeThePlaceOfAnothersKey() throws IOException {
    var id = open(first, keys);
    var key = Files.readString(key());
    for (var attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> open(second, keys))
          .isInstanceOf(JournalRefusal.class)
          .hasMessageContaining(key() + " is there already");
    }
    assertThat(Files.readString(key())).isEqualTo(key);
    assertThat(open(first, keys)).isEqualTo(id);
    Files.move(key(), keys.resolve("of-the-first"));
    assertThat(open(second, keys)).isNotEqualTo(id);
  }

  @Test
  void aKeyThatWasPutIntoAnEmptyDirectoryIsKept() throws IOException {
    Files.createDirectory(second);
    open(first, keys);
    Files.move(key(), second.resolve(KeyRing.SIGNING_KEY));
    assertThatThrownBy(() -> open(second, second)).isInstanceOf(JournalRefusal.class);
    Files.move(second.resolve(KeyRing.SIGNING_KEY), key());
    open(first, keys);
  }

  @Test
  void aFirstStartThatWasCutShortGoesOnWithItsKey() throws IOException {
    Files.createDirectory(first);
    KeyRing.create(first, keys);
    var id = KeyRing.open(first, keys).currentId();
    assertThat(open(first, keys)).isEqualTo(id);
  }

  @Test
  void aFirstStartThatWasCutShortBeforeItsKeyWasThereMakesAnother() throws IOException {
    Files.createDirectory(first);
    KeyRing.create(first, keys);
    var id = KeyRing.openPublic(first).currentId();
    Files.delete(key());
    assertThat(open(first, keys)).isNotEqualTo(id);
  }

  @Test
  void aRotationThatWasCutShortIsNotUndoneByAnother() throws IOException {
    open(first, keys);
    open(second, second);
    var old = Files.readAllBytes(key());
    var ring = KeyRing.open(first, keys);
    var id = ring.rotate();
    Files.move(key(), keys.resolve(KeyRing.SIGNING_KEY + ".next"));
    Files.write(key(), old);
    assertThatThrownBy(() -> open(second, keys)).isInstanceOf(JournalRefusal.class);
    assertThat(open(first, keys)).isEqualTo(id);
  }

  @Test
  void aKeyIsItsOwnersAlsoBeforeItHasItsName() throws IOException {
    open(first, keys);
    var unfinished = keys.resolve(KeyRing.SIGNING_KEY + ".next" + DurableFile.UNFINISHED);
    Files.writeString(unfinished, "of a rotation that was cut short");
    var ring = KeyRing.open(first, keys);
    Files.createDirectories(keys.resolve(KeyRing.SIGNING_KEY + ".next").resolve("in the way"));
    assertThatThrownBy(ring::rotate).isInstanceOf(IOException.class);
    assertThat(Files.getPosixFilePermissions(unfinished))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }
}
