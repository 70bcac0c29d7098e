package org.givre.orchestrator.wiring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.givre.journal.akka.JournalExtension;
import org.givre.journal.akka.JournalSettings;
import org.givre.journal.store.BackupReport;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.OwnerLock;
import org.givre.journal.store.Progress;
import org.givre.journal.store.Restore;
import org.givre.journal.store.StoreSettings;
import org.givre.orchestrator.cli.CommandFailure;
import org.givre.orchestrator.cli.EngineOptions;
import org.givre.orchestrator.cli.ExitCode;
import org.givre.orchestrator.cli.JournalHome;
import org.givre.orchestrator.cli.TaskProgress;

/** The journals of data directories on this machine. */
final class LocalJournals implements JournalHome {
  private final Machine machine;

  LocalJournals(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Optional<URI> engine(Path dataDirectory) throws IOException {
    requireData(dataDirectory);
    try {
      DataDirectory.lock(dataDirectory).close();
      return Optional.empty();
    } catch (OwnerLock.Held held) {
      return DataDirectory.announced(dataDirectory);
    }
  }

  @Override
  public Held hold(Path dataDirectory) throws IOException {
    requireData(dataDirectory);
    var settings = settings(dataDirectory, DataDirectory.config(dataDirectory));
    return new HeldDirectory(dataDirectory, locked(dataDirectory), settings);
  }

  private static void requireData(Path dataDirectory) {
    requireFormat(dataDirectory, "the data directory of an engine");
  }

  private static void requireFormat(Path directory, String what) {
    if (!Files.exists(directory.resolve(DataDirectory.FORMAT_FILE))) {
      throw new CommandFailure(
          ExitCode.MALFORMED, "Expected %s; %s has no file FORMAT.".formatted(what, directory));
    }
  }

  /** Holds a directory, or says by whom it is held. */
  static OwnerLock locked(Path dataDirectory) throws IOException {
    try {
      return DataDirectory.lock(dataDirectory);
    } catch (OwnerLock.Held held) {
      throw new CommandFailure(
          ExitCode.CONFLICT,
          "Data directory %s is in use by process %s%s. Stop it first."
              .formatted(
                  dataDirectory,
                  held.process(),
                  DataDirectory.announced(dataDirectory)
                      .map(url -> ", the engine at " + url)
                      .orElse("")),
          held);
    }
  }

  /** As the directory's engine would read them when its {@code givre.conf} were {@code own}. */
  private static StoreSettings settings(Path dataDirectory, Path own) {
    var options =
        new EngineOptions(
            dataDirectory,
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    try {
      return JournalSettings.read(EngineConfig.of(options, own), JournalExtension.ROOT);
    } catch (StartRefusal | IllegalArgumentException misset) {
      throw new CommandFailure(ExitCode.MALFORMED, String.valueOf(misset.getMessage()), misset);
    }
  }

  /** A data directory that is locked. */
  private final class HeldDirectory implements Held {
    private final Path root;
    private final OwnerLock lock;
    private final StoreSettings settings;

    HeldDirectory(Path root, OwnerLock lock, StoreSettings settings) {
      this.root = root;
      this.lock = lock;
      this.settings = settings;
    }

    @Override
    public StoreSettings journal() {
      return settings;
    }

    @Override
    public JournalStore open(Progress opening) {
      return JournalStore.open(
          settings,
          new JournalStore.Outside(machine.wall(), machine.chance(), new OpeningListener(opening)));
    }

    @Override
    public BackupReport backUp(Path to, boolean withSigningKey, TaskProgress progress)
        throws IOException {
      FreshDirectory.requireFree(to);
      try (var store = open(progress.opening())) {
        return new DataBackup(store, root).make(to, withSigningKey, progress.work());
      }
    }

    @Override
    public void close() throws IOException {
      lock.close();
    }
  }

  @Override
  public Restore.Report restore(Path backup, Path dataDirectory, Progress progress)
      throws IOException {
    requireFormat(backup, "the backup of a data directory");
    try (var target = FreshDirectory.take(dataDirectory)) {
      var outside = new Restore.Outside(machine.wall(), progress);
      var settings = settings(dataDirectory, DataDirectory.config(backup));
      var report = Restore.run(settings, backup.resolve(DataBackup.JOURNAL), outside);
      DataBackup.copyBeside(backup, dataDirectory);
      target.keep();
      return report;
    }
  }
}
