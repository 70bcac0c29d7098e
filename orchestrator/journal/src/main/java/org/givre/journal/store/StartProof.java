package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.iq80.leveldb.DBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves at a start that the store holds what was acknowledged, as far as can be known: the chain
 * is whole from the checkpoint on, goes through the last signed head, and does not end before the
 * last commit that this machine remembers.
 */
final class StartProof {
  private static final Logger LOG = LoggerFactory.getLogger(StartProof.class);

  /** Seldom enough not to be felt: it takes some milliseconds to read as many. */
  private static final int EVENTS_BETWEEN = 1_000;

  private final StoreSettings settings;
  private final StoreId id;
  private final Optional<SignedHead> head;
  private final Optional<ChainPoint> tail;
  private final boolean isOld;
  private final Progress progress;

  /** Events that were read, by each of up to two passes. */
  private long read;

  /**
   * A proof that is to be made.
   *
   * @param progress in events after the checkpoint; twice as many when a torn log needs a trial
   */
  StartProof(StoreSettings settings, StoreId id, Known known, Progress progress) {
    this.settings = settings;
    this.id = id;
    this.head = known.head();
    this.tail = known.tail();
    this.isOld = known.isOld();
    this.progress = progress;
  }

  /**
   * What is known of a store before its ledger is read.
   *
   * @param head the last that was signed
   * @param tail the last commit that this machine remembers
   * @param isOld whether the store was there before this start
   */
  record Known(Optional<SignedHead> head, Optional<ChainPoint> tail, boolean isOld) {}

  /** What was proven: the open database, the catalogue at its end, the end of its chain. */
  record Proven(LevelDb db, Ledger ledger, Catalogue catalogue, ChainPoint end) {}

  /**
   * Opens LevelDB and proves what is in it.
   *
   * @throws JournalDamage when it does not hold what it must
   */
  Proven open() throws IOException {
    TrialCopy.finish(settings.directory(), database());
    requireDatabase();
    try {
      return proven(strict());
    } catch (IOException | DBException torn) {
      return afterTornLog(torn);
    }
  }

  /** LevelDB would make an empty database where one was taken away. */
  private void requireDatabase() {
    if (isOld && head.isEmpty()) {
      throw JournalDamage.at(1, "file %s holds no signed head of it".formatted(Anchor.FILE));
    }
    if (!Files.exists(database().resolve("CURRENT"))
        && head.map(h -> h.serial() > 1).orElse(false)) {
      throw JournalDamage.at(1, "directory db has no LevelDB");
    }
  }

  private Path database() {
    return settings.directory().resolve(Opening.DB);
  }

  private LevelDb strict() throws IOException {
    return LevelDb.open(database(), settings.levelDb(), true);
  }

  /**
   * A power cut tears what was not synced, and LevelDB then refuses its log. Without the torn part
   * everything that was acknowledged must still be there: that is tried on a copy, so that a store
   * which turns out to be damaged stays as it was found.
   */
  private Proven afterTornLog(Exception torn) throws IOException {
    if (neverBegan()) {
      LOG.warn("LevelDB was cut short while it was made, before the first event; making it anew");
      TrialCopy.putAside(settings.directory(), database());
      return proven(strict());
    }
    LOG.warn(
        "LevelDB refuses the journal's log; proving what is there without its torn part: {}",
        torn.getMessage());
    var trial = new TrialCopy(settings.directory(), database());
    try {
      trial.make();
      tryOn(trial, torn);
      trial.adopt();
    } finally {
      trial.delete();
    }
    return proven(strict());
  }

  /** The second head is signed before the first event is taken. */
  private boolean neverBegan() {
    return head.map(h -> h.serial() == 1 && h.point().isGenesis()).orElse(false)
        && tail.isEmpty()
        && !Files.exists(settings.directory().resolve(Checkpoint.FILE));
  }

  private void tryOn(TrialCopy trial, Exception torn) throws IOException {
    try (var db = LevelDb.open(trial.path(), settings.levelDb(), false)) {
      var end = follow(db).end();
      LOG.warn("All that was acknowledged is there without it: offset={}", end.lastOffset());
    } catch (DBException | IOException unreadable) {
      throw JournalDamage.at(
          head.map(h -> h.point().lastOffset() + 1).orElse(1L),
          "LevelDB refuses to open it (%s)".formatted(torn.getMessage()));
    }
  }

  private Proven proven(LevelDb db) throws IOException {
    try {
      return follow(db);
    } catch (RuntimeException | IOException wrong) {
      db.close();
      throw wrong;
    }
  }

  private Proven follow(LevelDb db) throws IOException {
    var ledger = new Ledger(db, id, Archive.load(db, settings.directory(), id));
    var start = checkpoint(ledger);
    var walk = new Walk(start);
    var end = ledger.follow(start.point(), walk::next);
    walk.requireAnchored(ledger, end);
    requireCopies(db, ledger, start);
    return new Proven(db, ledger, start.catalogue(), end);
  }

  /** What was committed after the last head must be there for replay too. */
  private void requireCopies(LevelDb db, Ledger ledger, Checkpoint end) {
    var copies = new Copies(db, id, end.catalogue());
    var anchored = head.map(SignedHead::point).orElse(end.point());
    var from = end.point().isAfter(anchored) ? end.point() : anchored;
    ledger.follow(
        from,
        (block, after) -> {
          copies.requireCopies(block);
          return true;
        });
  }

  /** The checkpoint, unless it is not of this chain; then the beginning. */
  private Checkpoint checkpoint(Ledger ledger) throws IOException {
    var read = Checkpoint.read(settings.directory(), id);
    if (read.isPresent()
        && (read.get().point().isGenesis() || isInLedger(ledger, read.get().point()))) {
      return read.get();
    }
    return Checkpoint.genesis(id);
  }

  private static boolean isInLedger(Ledger ledger, ChainPoint point) {
    try {
      ledger.at(point);
      return true;
    } catch (JournalDamage none) {
      return false;
    }
  }

  /** Rolls the catalogue and looks for the points that must be on the way. */
  private final class Walk {
    private final CatalogueRoll roll;
    private final ChainPoint start;
    private final long before = read;
    private final long expected;
    private long told = read;
    private boolean headSeen;
    private boolean tailSeen;

    Walk(Checkpoint start) {
      this.start = start.point();
      this.roll = new CatalogueRoll(start.catalogue());
      this.expected = Math.max(lastOffset(head.map(SignedHead::point)), lastOffset(tail));
      pass(start.point());
    }

    private static long lastOffset(Optional<ChainPoint> point) {
      return point.map(ChainPoint::lastOffset).orElse(0L);
    }

    private void pass(ChainPoint point) {
      headSeen |= head.map(h -> h.point().equals(point)).orElse(true);
      tailSeen |= tail.map(t -> t.equals(point)).orElse(true);
    }

    boolean next(Block block, ChainPoint after) {
      try {
        roll.roll(block);
      } catch (ByteSource.Malformed malformed) {
        throw JournalDamage.at(block.firstOffset(), String.valueOf(malformed.getMessage()));
      }
      pass(after);
      tell(block.events(), after);
      return true;
    }

    private void tell(int events, ChainPoint after) {
      read += events;
      if (read - told >= EVENTS_BETWEEN || after.lastOffset() == expected) {
        told = read;
        progress.at(read, Math.max(read, before + expected - start.lastOffset()));
      }
    }

    void requireAnchored(Ledger ledger, ChainPoint end) {
      if (!headSeen) {
        head.ifPresent(h -> require(ledger, end, h.point(), "a signed head"));
      }
      if (!tailSeen) {
        tail.ifPresent(t -> require(ledger, end, t, "this machine"));
      }
    }

    /** A point that was not met must lie before the checkpoint. */
    private void require(Ledger ledger, ChainPoint end, ChainPoint wanted, String who) {
      if (!start.isAfter(wanted)) {
        throw JournalDamage.at(
            Math.min(end.lastOffset(), wanted.lastOffset()) + 1,
            "it ends with offset %d; %s knows of offset %d"
                .formatted(end.lastOffset(), who, wanted.lastOffset()));
      }
      if (!wanted.isGenesis()) {
        ledger.at(wanted);
      }
    }
  }
}
