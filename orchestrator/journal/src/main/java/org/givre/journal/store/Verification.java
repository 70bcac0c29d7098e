package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.journal.store.Finding.Kind;
import org.givre.journal.store.JournalRefusal.Reason;
import org.iq80.leveldb.DBException;

/**
 * Verifies all of a journal that nobody has open: the chain from its beginning, every head, copy
 * and record, also when a start refuses. LevelDB is opened in a copy that shares its tables, so
 * that the journal stays as it is. Memory grows with persistence ids and tags only.
 */
public final class Verification {
  private final StoreSettings settings;
  private final Outside outside;
  private final Path directory;
  private final Findings findings = new Findings();
  private final List<String> notes = new ArrayList<>();

  private Verification(StoreSettings settings, Outside outside) {
    this.settings = settings;
    this.outside = outside;
    this.directory = settings.directory();
  }

  /**
   * Who is told how far each stage is, in the order in which they come.
   *
   * @param snapshots in snapshots
   * @param events in events, each counted twice: for the chain, and for its copies
   * @param entries in entries of LevelDB, which are looked through for surplus ones; how many there
   *     are is known at the end only
   */
  public record Stages(Progress snapshots, Progress events, Progress entries) {
    /** Nobody wants to know. */
    public static Stages untold() {
      return new Stages(Progress.none(), Progress.none(), Progress.none());
    }
  }

  /**
   * What a verification is given from outside.
   *
   * @param clock the time of a new anchor
   */
  public record Outside(Clock clock, Stages stages) {}

  /**
   * Verifies a journal.
   *
   * @throws JournalRefusal when it is in use, is none, or its keys cannot be read
   */
  public static VerifyReport run(StoreSettings settings, Outside outside) {
    return new Verification(settings, outside).locked(false);
  }

  /**
   * Verifies a journal whose file {@code anchor} is lost, and signs a new one at its end when
   * everything else is whole. Without the old one nobody can tell whether the journal once went
   * further than its end.
   */
  public static VerifyReport runAndAnchor(StoreSettings settings, Outside outside) {
    return new Verification(settings, outside).locked(true);
  }

  private VerifyReport locked(boolean anchoring) {
    try {
      if (!StoreFormat.exists(directory)) {
        throw new JournalRefusal(Reason.FORMAT, "There is no journal in %s.".formatted(directory));
      }
      var id = StoreFormat.read(directory);
      var lock = Opening.lock(directory);
      try (lock) {
        return onCopy(id, anchoring);
      }
    } catch (IOException unusable) {
      throw new JournalRefusal(
          Reason.UNUSABLE,
          "Journal %s cannot be verified: %s".formatted(directory, unusable),
          unusable);
    }
  }

  private VerifyReport onCopy(StoreId id, boolean anchoring) throws IOException {
    var signing = new SignedHead.Signing(KeyRing.openPublic(directory), id);
    signing
        .keys()
        .restoredIds()
        .forEach(
            key ->
                notes.add(
                    "Key %s came with a restore; no older key vouches for it.".formatted(key)));
    snapshots(id);
    var database = directory.resolve(Opening.DB);
    var copy = new TrialCopy(directory, database);
    Files.createDirectories(database);
    try {
      copy.make();
      if (!Files.exists(database.resolve("CURRENT"))) {
        findings.add(Kind.LEDGER, 1, "directory db has no LevelDB");
      }
      try (var db = levelDb(copy.path())) {
        return audited(db, signing, anchoring);
      }
    } finally {
      copy.delete();
    }
  }

  /** Opens LevelDB, if need be without what it cannot read of its log. */
  private LevelDb levelDb(Path copy) throws IOException {
    Room.of(settings).require(0);
    try {
      return LevelDb.open(copy, settings.levelDb(), true);
    } catch (IOException | DBException torn) {
      notes.add(
          "LevelDB refuses its log as it is (%s); it was read without the part that is torn."
              .formatted(torn.getMessage()));
      return LevelDb.open(copy, settings.levelDb(), false);
    }
  }

  private VerifyReport audited(LevelDb db, SignedHead.Signing signing, boolean anchoring)
      throws IOException {
    var store = signing.store();
    var ledger = new Ledger(db, store, archive(db, store));
    var chain = new ChainAudit(settings, signing, findings);
    var total = new Total(outside.stages().events(), chain.expected());
    var salvage = new Salvage(db, store, ledger);
    var end = chain.run(salvage, total);
    var copies = new CopyAudit(db, store, chain.catalogue(), findings);
    new Salvage(db, store, ledger)
        .walk(
            (block, after) -> {
              copies.take(block);
              total.add(block.events());
              return true;
            },
            again -> copies.broken());
    var place = new SurplusAudit.Place(db, store, ledger, salvage);
    new SurplusAudit(place, copies, findings).run(outside.stages().entries());
    requireAnchor(signing, chain, end, anchoring);
    return new VerifyReport(
        store,
        findings.wholeUpTo(end.lastOffset()),
        end.lastOffset(),
        new VerifyReport.Counts(
            chain.blocks(), chain.heads(), copies.copies(), copies.tagRecords()),
        findings.found(),
        findings.all(),
        notes);
  }

  private Archive archive(LevelDb db, StoreId store) {
    var archive = new Archive(directory, store);
    try {
      archive.readRecords(db);
    } catch (JournalDamage damage) {
      findings.add(Kind.LEDGER, damage);
    }
    return archive;
  }

  private void snapshots(StoreId id) throws IOException {
    var snapshots = directory.resolve(SnapshotDb.DIRECTORY);
    if (Files.exists(snapshots.resolve("CURRENT"))) {
      var copy = new TrialCopy(directory, snapshots);
      try {
        copy.make();
        try (var db = levelDb(copy.path())) {
          new SnapshotAudit(db, id, findings).run(outside.stages().snapshots());
        }
      } finally {
        copy.delete();
      }
    }
  }

  private void requireAnchor(
      SignedHead.Signing signing, ChainAudit chain, ChainPoint end, boolean anchoring)
      throws IOException {
    if (chain.anchor().isPresent()) {
      return;
    }
    if (anchoring && findings.all() == 0) {
      sign(signing.store(), chain.lastHead(), end);
      notes.add("A new anchor was signed at offset %d.".formatted(end.lastOffset()));
    } else {
      findings.add(
          Kind.NO_ANCHOR,
          end.lastOffset(),
          "file anchor holds no signed head, so the journal may once have been longer");
    }
  }

  private void sign(StoreId store, Optional<SignedHead> last, ChainPoint end) throws IOException {
    var keys = KeyRing.open(directory, settings.keyDirectory());
    try (var anchor = Anchor.open(directory, new SignedHead.Signing(keys, store))) {
      if (last.isPresent()) {
        anchor.adopt(last.get());
      }
      anchor.sign(end, outside.clock().millis());
    }
  }

  /** Counts what is done. */
  static final class Total {
    private final Progress progress;
    private final long expected;
    private long done;

    Total(Progress progress, long expected) {
      this.progress = progress;
      this.expected = expected;
    }

    void add(long more) {
      done += more;
      progress.at(done, Math.max(done, expected));
    }
  }
}
