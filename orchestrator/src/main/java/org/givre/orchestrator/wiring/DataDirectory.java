package org.givre.orchestrator.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.givre.devices.sim.ClockAnchor;
import org.givre.journal.store.DurableFile;
import org.givre.journal.store.OwnerLock;
import org.givre.orchestrator.storefile.StoreFile;
import org.givre.orchestrator.wiring.StartRefusal.Reason;
import org.givre.plans.store.StoreDefinition;

/**
 * Everything that an engine keeps on disk, owned by one process at a time.
 *
 * <pre>
 * FORMAT       version of this layout
 * LOCK         id of the process that serves
 * store.json   the machine, as it was at the first start
 * clock.json   anchor of the engine clock
 * journal/     every event
 * world/       the simulated world, where there is one
 * uploads/     imports, while they are looked at
 * url          where the engine that serves answers
 * givre.log    for people
 * </pre>
 */
final class DataDirectory implements AutoCloseable {
  static final String FORMAT = "givre-data/1";

  static final String FORMAT_FILE = "FORMAT";
  private static final String STORE_FILE = "store.json";
  private static final String URL_FILE = "url";
  private static final String CONFIG_FILE = "givre.conf";

  /** What a first start that was cut short may have left, and what a person may put there first. */
  private static final Set<String> BEFORE_FORMAT =
      Set.of(
          OwnerLock.FILE,
          CONFIG_FILE,
          STORE_FILE,
          STORE_FILE + DurableFile.UNFINISHED,
          FORMAT_FILE + DurableFile.UNFINISHED);

  private final Path root;
  private final OwnerLock lock;
  private final StoreDefinition store;

  private DataDirectory(Path root, OwnerLock lock, StoreDefinition store) {
    this.root = root;
    this.lock = lock;
    this.store = store;
  }

  /**
   * Opens or makes a data directory.
   *
   * @param given the store that the caller expects; empty: the one that the directory has
   * @param atFirst the store of a new directory when none is given
   * @throws StartRefusal when it is in use, is something else, or has another store
   */
  static DataDirectory open(Path root, Optional<StoreSource> given, StoreSource atFirst)
      throws IOException {
    Files.createDirectories(root);
    var lock = locked(root);
    try {
      var store = isNew(root) ? made(root, given.orElse(atFirst)) : kept(root, given);
      return new DataDirectory(root, lock, store);
    } catch (IOException | RuntimeException refused) {
      lock.close();
      throw refused;
    }
  }

  /**
   * Takes the lock of a data directory. Where an engine answered that was killed no longer holds:
   * somebody else may answer there.
   *
   * @throws OwnerLock.Held when somebody has it
   */
  static OwnerLock lock(Path root) throws IOException {
    var lock = OwnerLock.take(root);
    try {
      Files.deleteIfExists(root.resolve(URL_FILE));
      return lock;
    } catch (IOException | RuntimeException refused) {
      lock.close();
      throw refused;
    }
  }

  private static OwnerLock locked(Path root) throws IOException {
    try {
      return lock(root);
    } catch (OwnerLock.Held held) {
      throw new StartRefusal(
          Reason.CONFLICT,
          "Data directory %s is in use by process %s. Stop it first, or give another --data-dir."
              .formatted(root, held.process()),
          held);
    }
  }

  private static boolean isNew(Path root) throws IOException {
    var format = root.resolve(FORMAT_FILE);
    if (Files.exists(format)) {
      checkFormat(root, Files.readString(format).strip());
      return false;
    }
    try (var files = Files.list(root)) {
      var names = files.map(f -> f.getFileName().toString()).sorted();
      var stranger = names.filter(f -> !BEFORE_FORMAT.contains(f)).findFirst();
      if (stranger.isPresent()) {
        throw notOurs(root, stranger.get());
      }
    }
    return true;
  }

  private static StartRefusal notOurs(Path root, String stranger) {
    return new StartRefusal(
        Reason.CONFLICT,
        "%s is not empty (it has %s) and no data directory of Givre (it has no %s file). Give an empty or new directory as --data-dir."
            .formatted(root, stranger, FORMAT_FILE));
  }

  private static void checkFormat(Path root, String found) {
    if (!found.equals(FORMAT)) {
      throw new StartRefusal(
          Reason.CONFLICT,
          "Data directory %s has format %s; this version of Givre reads %s. Use the version that wrote it."
              .formatted(root, found, FORMAT));
    }
  }

  private static StoreDefinition made(Path root, StoreSource source) throws IOException {
    var store = StoreFile.parse(source.name(), source.json());
    DurableFile.write(root.resolve(STORE_FILE), source.json().getBytes(UTF_8));
    DurableFile.write(root.resolve(FORMAT_FILE), (FORMAT + "\n").getBytes(UTF_8));
    return store;
  }

  private static StoreDefinition kept(Path root, Optional<StoreSource> given) throws IOException {
    var file = root.resolve(STORE_FILE);
    var store = StoreFile.read(file);
    if (given.isPresent()) {
      var other = StoreFile.parse(given.get().name(), given.get().json());
      if (!StoreDifference.same(store, other)) {
        throw differs(file, given.get());
      }
    }
    return store;
  }

  private static StartRefusal differs(Path file, StoreSource given) throws IOException {
    var json = new JsonMapper();
    var difference =
        StoreDifference.first(json.readTree(Files.readAllBytes(file)), json.readTree(given.json()));
    return new StartRefusal(
        Reason.CONFLICT,
        "Store %s differs from the one that the data directory was made with (%s): %s. Leave out --store to go on with that one, or give a new --data-dir."
            .formatted(given.name(), file, difference.orElse("a default is written out")));
  }

  StoreDefinition store() {
    return store;
  }

  /** The anchor of the engine clock at {@code speed}, which goes on where it stood. */
  ClockAnchor clock(Clock wall, double speed) throws IOException {
    return new ClockFile(root.resolve("clock.json")).open(wall, speed);
  }

  Path root() {
    return root;
  }

  Path world() {
    return root.resolve("world");
  }

  /** Bodies too large for memory, while they are looked at. */
  Path uploads() {
    return root.resolve("uploads");
  }

  Path log() {
    return root.resolve("givre.log");
  }

  /** Settings of this directory alone; need not be there. */
  static Path config(Path root) {
    return root.resolve(CONFIG_FILE);
  }

  /** Says where the engine answers, until what is returned is closed. */
  AutoCloseable announce(URI url) throws IOException {
    var file = root.resolve(URL_FILE);
    DurableFile.write(file, (url + "\n").getBytes(UTF_8));
    return () -> Files.deleteIfExists(file);
  }

  /** Where the engine that holds a directory says that it answers. */
  static Optional<URI> announced(Path root) throws IOException {
    var file = root.resolve(URL_FILE);
    return Files.exists(file)
        ? Optional.of(URI.create(Files.readString(file).strip()))
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
