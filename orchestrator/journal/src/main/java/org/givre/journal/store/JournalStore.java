package org.givre.journal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.givre.journal.store.JournalRefusal.Reason;
import org.givre.journal.store.Request.Append;
import org.givre.journal.store.Request.Between;
import org.givre.journal.store.Request.Delete;

/**
 * An open journal: events of many persistence ids in one order, durable when acknowledged, verified
 * when read. Thread-safe.
 */
public final class JournalStore implements AutoCloseable {
  private final OpenStore open;
  private final CommitLoop commits;
  private final Keeper keeper;
  private final Watchdog watchdog;
  private final StoreMetrics metrics = new StoreMetrics();
  private final EventReader reader;
  private final Replay replay;
  private final Clock clock;
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private volatile boolean closed;
  private volatile Optional<SnapshotDb> snapshots = Optional.empty();

  private JournalStore(OpenStore open, Outside outside, HeadHistory history) {
    this.open = open;
    this.clock = outside.clock();
    var wiring = new Wiring(outside.clock(), System::nanoTime, metrics);
    this.commits =
        new CommitLoop(
            open, open.settings().commits(), wiring, loop -> followers.forEach(Runnable::run));
    this.keeper = new Keeper(open, commits, wiring, history);
    this.watchdog = new Watchdog(commits::writingFor, outside.listener());
    this.reader = new EventReader(open);
    this.replay = new Replay(open.db(), open.id());
  }

  /**
   * What a store is given from outside.
   *
   * @param clock wall time, for people: nothing is decided by it
   * @param chance makes the id of a new store
   */
  public record Outside(Clock clock, RandomGenerator chance, StoreListener listener) {}

  /**
   * Opens the journal of a directory, or makes one in an empty or new directory.
   *
   * @throws JournalRefusal when it cannot be trusted or used; nothing was changed
   */
  public static JournalStore open(StoreSettings settings, Outside outside) {
    var open = new Opening(settings, outside.listener(), outside.chance()).open();
    try {
      var history = HeadHistory.open(settings.directory(), open.id());
      var store = new JournalStore(open, outside, history);
      store.keeper.start();
      store.commits.start();
      store.watchdog.start();
      return store;
    } catch (IOException unusable) {
      close(open);
      throw new JournalRefusal(
          Reason.UNUSABLE,
          "Journal %s cannot be written: %s".formatted(settings.directory(), unusable),
          unusable);
    }
  }

  private static void close(OpenStore open) {
    try {
      open.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Stores events; the future is completed with the offset of the last when all are durable, or
   * fails when none was stored. Waits while too much is queued.
   *
   * <p>Fails with {@link IllegalArgumentException} when sequence numbers do not come after those
   * that are stored, or a write is too great, and with {@link JournalStopped} when the journal has
   * failed: then it is unknown whether these events are stored.
   */
  public CompletableFuture<Long> append(List<AtomicWrite> writes) {
    var bytes = 0L;
    for (var write : writes) {
      bytes += write.payloadBytes();
    }
    var most = open.settings().commits().writeBytes();
    if (bytes > most) {
      return CompletableFuture.failedFuture(
          new IllegalArgumentException(
              "A write of %d bytes is more than the %d that the journal takes; see max-write-bytes"
                  .formatted(bytes, most)));
    }
    var append = new Append(writes, bytes, new CompletableFuture<>());
    commits.ask(append);
    return append.done();
  }

  /**
   * Events up to a sequence number are no longer replayed. They stay in the ledger: nothing is ever
   * forgotten.
   */
  public CompletableFuture<Long> delete(String persistenceId, long toSequenceNumber) {
    var delete = new Delete(persistenceId, toSequenceNumber, new CompletableFuture<>());
    commits.ask(delete);
    return delete.done();
  }

  /** Completed when all that was asked before is answered: at once when nothing is under way. */
  public CompletableFuture<Long> settled() {
    if (commits.isIdle()) {
      return CompletableFuture.completedFuture(lastOffset());
    }
    var between = new Between(point -> {}, new CompletableFuture<>());
    commits.ask(between);
    return between.done();
  }

  /** The highest sequence number of a persistence id that is durable; 0: none. Reads nothing. */
  public long highestSequenceNumber(String persistenceId) {
    return open.catalogue().owner(persistenceId).map(Owner::highest).orElse(0L);
  }

  /**
   * Events of one persistence id, by sequence number.
   *
   * @param from the first sequence number, inclusive
   * @param to the last sequence number, inclusive
   * @param limit of events
   * @throws JournalDamage when one that must be there is missing or changed
   */
  public List<StoredEvent> replay(String persistenceId, long from, long to, int limit) {
    return replay(persistenceId, from, to, PageLimit.events(limit));
  }

  /** Like the other, and ends by bytes too: none only when there are none. */
  public List<StoredEvent> replay(String persistenceId, long from, long to, PageLimit limit) {
    return guarded(
        () ->
            open.catalogue()
                .owner(persistenceId)
                .map(owner -> replay.read(owner, from, to, limit))
                .orElse(List.of()));
  }

  /**
   * Events by offset.
   *
   * @param after offset of the event before the first that is wanted; 0: from the beginning
   * @param limit of events; a few more may come, for they are read in blocks
   * @return none only when there are none
   * @throws JournalDamage when one that must be there is missing or changed
   */
  public List<StoredEvent> events(long after, int limit) {
    return events(after, PageLimit.events(limit));
  }

  /** Like the other, and ends by bytes too. */
  public List<StoredEvent> events(long after, PageLimit limit) {
    return guarded(() -> reader.all(after, lastOffset(), limit));
  }

  /** Events with a tag, by offset; otherwise like {@link #events}. */
  public List<StoredEvent> events(String tag, long after, int limit) {
    return events(tag, after, PageLimit.events(limit));
  }

  /** Like the other, and ends by bytes too. */
  public List<StoredEvent> events(String tag, long after, PageLimit limit) {
    return guarded(
        () ->
            open.catalogue()
                .tag(tag)
                .map(known -> reader.tagged(known, after, lastOffset(), limit))
                .orElse(List.of()));
  }

  /** Reading that may meet damage. */
  @FunctionalInterface
  private interface Reading<T, E extends Exception> {
    T run() throws E;
  }

  private <T, E extends Exception> T guarded(Reading<T, E> reading) throws E {
    try {
      return reading.run();
    } catch (JournalDamage damage) {
      open.listener().damaged(damage);
      throw damage;
    }
  }

  /** Every persistence id that has ever stored an event, in the order of their first. */
  public Stream<String> persistenceIds() {
    return open.catalogue().owners().filter(owner -> owner.highest() > 0).map(Owner::persistenceId);
  }

  /**
   * Persistence ids in the order of their first event.
   *
   * @param from how many are left out at the beginning
   */
  public List<String> persistenceIds(int from, int limit) {
    return open.catalogue().durableIds(from, limit);
  }

  /** Offset of an event after which none that is durable has the tag; 0: none has. */
  public long lastOffset(String tag) {
    return open.catalogue().tag(tag).map(Tag::last).orElse(0L);
  }

  /** Bytes of payloads that {@link #append} takes at once. */
  public long mostWriteBytes() {
    return open.settings().commits().writeBytes();
  }

  /** Whether it was closed; followers are told once more then. */
  public boolean isClosed() {
    return closed;
  }

  /** Offset of the last event that is durable; 0: there is none. */
  public long lastOffset() {
    return commits.point().lastOffset();
  }

  /** Calls {@code follower} after each commit, on a committing thread; it must return at once. */
  public AutoCloseable follow(Runnable follower) {
    followers.add(follower);
    return () -> followers.remove(follower);
  }

  /**
   * Signs heads with a new key from now on; returns its id.
   *
   * @throws IOException when the key directory is not there, or what failed has stopped the journal
   * @throws JournalStopped when it had stopped before
   */
  public String rotateKey() throws IOException {
    return keeper.rotateKey();
  }

  /**
   * Moves the oldest blocks to the archive when enough are there; else the journal does so by
   * itself after a signed head.
   *
   * @return whether a segment was moved
   * @throws IOException what has stopped the journal
   * @throws JournalStopped when it had stopped before
   */
  public boolean archive() throws IOException {
    return keeper.archive();
  }

  /**
   * Copies the journal into an empty or new directory, as it is now; commits go on meanwhile.
   *
   * @param withSigningKey puts the private key into the backup too
   * @param progress in offsets
   * @throws IOException when the directory is not empty or cannot be written
   * @throws JournalDamage when the journal is not whole; the backup has no manifest then
   */
  public BackupReport backup(Path to, boolean withSigningKey, Progress progress)
      throws IOException {
    return guarded(
        () -> new Backup(open, snapshots, to, progress).run(keeper::signEnd, withSigningKey));
  }

  /**
   * Writes all events that are durable now as lines of JSON, by offset, without line ends.
   *
   * @throws JournalDamage where one is missing or changed; those before it were written
   */
  public void export(PayloadRendering rendering, Consumer<String> lines, Progress progress) {
    guarded(
        () -> {
          new Export(open, rendering).run(lastOffset(), lines, progress);
          return true;
        });
  }

  /** Measures the store; walks through its directory. */
  public StoreStatistics statistics() throws IOException {
    return new Statistics(open).measure(keeper.lastHead(), lastOffset(), clock);
  }

  public StoreId id() {
    return open.id();
  }

  /** How the store is and what it has done since it was opened. */
  public StoreStatus status() {
    return new StoreStatus(
        lastOffset(),
        metrics.anchoredOffset(),
        open.catalogue().ownerCount(),
        commits.hasStopped(),
        new StoreStatus.Disk(open.guard().level(), open.guard().free()),
        new StoreStatus.Work(
            metrics.commits(),
            metrics.events(),
            metrics.bytes(),
            metrics.commitSeconds(50),
            metrics.commitSeconds(99),
            commits.queued()));
  }

  /** Snapshots that are open beside the journal: backups copy them. */
  void attach(SnapshotDb beside) {
    snapshots = Optional.of(beside);
  }

  /** Something that belongs to the journal could not be written: nothing is any more. */
  void stop(Throwable failure) {
    commits.stop(failure);
  }

  OpenStore internals() {
    return open;
  }

  /** Makes what waits durable, signs the end and closes. */
  @Override
  public void close() throws IOException {
    keeper.rest();
    commits.close();
    watchdog.close();
    try {
      keeper.close();
    } finally {
      open.close();
      closed = true;
      followers.forEach(Runnable::run);
    }
  }
}
