package org.givre.journal.akka;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.nio.file.Path;
import org.givre.journal.store.ArchiveSettings;
import org.givre.journal.store.CommitSettings;
import org.givre.journal.store.DiskSettings;
import org.givre.journal.store.LevelDbSettings;
import org.givre.journal.store.StoreSettings;

/** Reads the settings of a store; {@code reference.conf} explains them. */
public final class JournalSettings {
  private final String root;
  private final Config config;

  private JournalSettings(String root, Config config) {
    this.root = root;
    this.config = config;
  }

  /**
   * The settings at a path of an application's configuration.
   *
   * @throws IllegalArgumentException when one is missing or makes no sense; the message names it
   */
  public static StoreSettings read(Config application, String root) {
    try {
      return new JournalSettings(root, application.getConfig(root)).settings();
    } catch (ConfigException unreadable) {
      throw new IllegalArgumentException(
          "The journal's settings at %s cannot be read: %s"
              .formatted(root, unreadable.getMessage()),
          unreadable);
    }
  }

  private StoreSettings settings() {
    var directory = config.getString("dir");
    if (directory.isBlank()) {
      throw new IllegalArgumentException(
          "%s.dir is not set. Give the journal a directory of its own.".formatted(root));
    }
    var keys = config.getString("key-dir");
    return new StoreSettings(
            Path.of(directory),
            Path.of(keys.isBlank() ? directory : keys),
            levelDb(),
            commits(),
            disk())
        .withArchive(archive());
  }

  private ArchiveSettings archive() {
    return new ArchiveSettings(
        config.getLong("archive.keep-events"), config.getLong("archive.segment-events"));
  }

  private LevelDbSettings levelDb() {
    return new LevelDbSettings(
        config.getString("leveldb.factory"),
        (int) bytes("leveldb.write-buffer", 64 << 10, 1 << 30),
        (int) bytes("leveldb.block-size", 1 << 10, 4 << 20),
        bytes("leveldb.cache-size", 0, Long.MAX_VALUE),
        (int) number("leveldb.open-files", config.getLong("leveldb.open-files"), 64, 50_000),
        config.getBoolean("leveldb.compress"));
  }

  private CommitSettings commits() {
    var interval = config.getDuration("commit.anchor-interval");
    number("commit.anchor-interval in ms", interval.toMillis(), 10, 60_000);
    var queued = bytes("commit.max-queued-bytes", 1 << 20, 1L << 40);
    return new CommitSettings(
        (int)
            number(
                "commit.max-queued-writes",
                config.getLong("commit.max-queued-writes"),
                1,
                10_000_000),
        queued,
        (int) bytes("commit.block-size", 4 << 10, 64 << 20),
        (int) bytes("commit.max-write-bytes", 1 << 10, Math.min(queued, 256 << 20)),
        interval,
        bytes("commit.checkpoint-bytes", 64 << 10, Long.MAX_VALUE));
  }

  private DiskSettings disk() {
    return new DiskSettings(
        config.getBytes("disk.alarm-below"),
        config.getBytes("disk.stop-below"),
        config.getBytes("disk.floor"),
        config.getBytes("disk.ballast"));
  }

  private long bytes(String path, long least, long most) {
    return number(path, config.getBytes(path), least, most);
  }

  private long number(String path, long found, long least, long most) {
    if (found < least || found > most) {
      throw new IllegalArgumentException(
          "%s.%s must be between %d and %d; found %d".formatted(root, path, least, most, found));
    }
    return found;
  }
}
