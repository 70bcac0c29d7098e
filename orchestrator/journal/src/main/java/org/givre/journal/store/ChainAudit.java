package org.givre.journal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.givre.journal.store.Finding.Kind;

/** Follows the whole chain, and looks for every point of it that somebody knows. */
final class ChainAudit {
  private final Path directory;
  private final SignedHead.Signing signing;
  private final Findings findings;
  private final Census census;
  private final Optional<SignedHead> anchor;
  private final Optional<ChainPoint> tail;
  private final Optional<Checkpoint> checkpoint;
  private boolean anchorSeen;
  private boolean tailSeen;
  private boolean checkpointSeen;
  private long blocks;
  private long heads;
  private Optional<SignedHead> lastHead = Optional.empty();

  ChainAudit(StoreSettings settings, SignedHead.Signing signing, Findings findings)
      throws IOException {
    this.directory = settings.directory();
    this.signing = signing;
    this.findings = findings;
    this.census = new Census(findings);
    this.anchor = readAnchor();
    this.tail = readTail();
    this.checkpoint = Checkpoint.read(directory, signing.store());
    if (checkpoint.isEmpty() && Files.exists(directory.resolve(Checkpoint.FILE))) {
      findings.add(
          Kind.CHECKPOINT, 0, "the checkpoint cannot be read; the next start makes it again");
    }
  }

  private Optional<SignedHead> readAnchor() throws IOException {
    if (!Files.exists(directory.resolve(Anchor.FILE))) {
      return Optional.empty();
    }
    try (var file = Anchor.open(directory, signing)) {
      return file.latest();
    }
  }

  private Optional<ChainPoint> readTail() throws IOException {
    if (!Files.exists(directory.resolve(Tail.FILE))) {
      return Optional.empty();
    }
    try (var file = Tail.open(directory, signing.store())) {
      return file.latest();
    }
  }

  /** Events that will come by, in both passes, as far as is known. */
  long expected() {
    var anchored = anchor.map(head -> head.point().lastOffset()).orElse(0L);
    return 2 * Math.max(anchored, tail.map(ChainPoint::lastOffset).orElse(0L));
  }

  /** Follows the chain; returns its end. */
  ChainPoint run(Salvage salvage, Verification.Total total) throws IOException {
    try (var past = new HeadAudit(directory, signing, findings)) {
      var genesis = ChainPoint.genesis(signing.store());
      pass(genesis, past);
      var end =
          salvage.walk(
              (block, after) -> {
                blocks++;
                census.take(block);
                passUnchecked(after, past);
                total.add(block.events());
                return true;
              },
              damage -> findings.add(Kind.LEDGER, damage));
      past.end(end);
      requireSeen(end);
      heads = past.heads();
      lastHead = past.last();
      return end;
    } catch (UncheckedIOException failed) {
      throw new IOException(failed);
    }
  }

  private void passUnchecked(ChainPoint point, HeadAudit past) {
    try {
      pass(point, past);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void pass(ChainPoint point, HeadAudit past) throws IOException {
    past.pass(point);
    anchorSeen |= anchor.filter(head -> head.point().equals(point)).isPresent();
    tailSeen |= tail.filter(point::equals).isPresent();
    if (checkpoint.isPresent() && checkpoint.get().point().equals(point)) {
      checkpointSeen = true;
      census.differences(checkpoint.get().catalogue()).stream()
          .limit(10)
          .forEach(
              difference ->
                  findings.add(
                      Kind.CHECKPOINT,
                      point.lastOffset(),
                      "the checkpoint says %s, and the ledger does not".formatted(difference)));
    }
  }

  private void requireSeen(ChainPoint end) {
    if (anchor.isPresent() && !anchorSeen) {
      unseen(end, anchor.get().point(), "the last signed head");
    }
    if (tail.isPresent() && !tailSeen) {
      unseen(end, tail.get(), "this machine");
    }
    if (checkpoint.isPresent() && !checkpointSeen) {
      findings.add(
          Kind.CHECKPOINT,
          checkpoint.get().point().lastOffset(),
          "the checkpoint is of a point that is not on the chain");
    }
  }

  private void unseen(ChainPoint end, ChainPoint wanted, String who) {
    if (wanted.isAfter(end)) {
      findings.add(
          Kind.LEDGER,
          end.lastOffset() + 1,
          "the journal ends with offset %d; %s knows of offset %d"
              .formatted(end.lastOffset(), who, wanted.lastOffset()));
    } else {
      findings.add(
          Kind.HEAD,
          wanted.lastOffset(),
          "the block that ends there is not the one that %s knows".formatted(who));
    }
  }

  Catalogue catalogue() {
    return census.toCatalogue();
  }

  Optional<SignedHead> anchor() {
    return anchor;
  }

  /** The last signed head of the past. */
  Optional<SignedHead> lastHead() {
    return lastHead;
  }

  long blocks() {
    return blocks;
  }

  long heads() {
    return heads;
  }
}
