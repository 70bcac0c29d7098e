package org.givre.journal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.givre.journal.store.Finding.Kind;

/**
 * Holds the heads of the past against the chain while somebody else follows it: they are read from
 * their file as the chain goes on, so that decades of them fit into memory.
 */
final class HeadAudit implements AutoCloseable {
  private final InputStream in;
  private final SignedHead.Signing signing;
  private final Findings findings;
  private Optional<SignedHead> next = Optional.empty();
  private Optional<SignedHead> last = Optional.empty();
  private long heads;

  HeadAudit(Path journal, SignedHead.Signing signing, Findings findings) throws IOException {
    this.in = HeadHistory.stream(journal);
    this.signing = signing;
    this.findings = findings;
    advance();
  }

  /** Reads on to the next head that is one. */
  private void advance() throws IOException {
    next = Optional.empty();
    var bytes = in.readNBytes(SignedHead.LENGTH);
    while (next.isEmpty() && bytes.length == SignedHead.LENGTH) {
      heads++;
      next = accepted(bytes);
      if (next.isEmpty()) {
        bytes = in.readNBytes(SignedHead.LENGTH);
      }
    }
  }

  private Optional<SignedHead> accepted(byte[] bytes) {
    var before = last.map(head -> head.point().lastOffset()).orElse(0L);
    try {
      var head = SignedHead.parse(signing.store(), bytes);
      if (!head.isSigned(signing)) {
        findings.add(
            Kind.HEAD,
            head.point().lastOffset(),
            "head %d of the file heads is not signed by a key of this journal".formatted(heads));
      } else if (last.map(SignedHead::point).filter(p -> p.isAfter(head.point())).isPresent()) {
        findings.add(
            Kind.HEAD,
            head.point().lastOffset(),
            "head %d is older than its predecessor".formatted(heads));
      } else {
        last = Optional.of(head);
        return last;
      }
    } catch (ByteSource.Malformed malformed) {
      findings.add(
          Kind.HEAD,
          before,
          "head %d of the file heads: %s".formatted(heads, malformed.getMessage()));
    }
    return Optional.empty();
  }

  /** The chain has come to {@code point}. */
  void pass(ChainPoint point) throws IOException {
    while (next.isPresent() && !next.get().point().isAfter(point)) {
      require(next.get().point(), point);
      advance();
    }
  }

  private void require(ChainPoint signed, ChainPoint point) {
    if (!signed.equals(point)) {
      findings.add(
          Kind.HEAD,
          signed.lastOffset(),
          signed.isSamePlace(point)
              ? "the block that ends there is not the one that a signed head names"
              : "no block ends where a signed head of the past says that one does");
    }
  }

  /** The chain has ended at {@code end}: heads that are left know of more. */
  void end(ChainPoint end) throws IOException {
    while (next.isPresent()) {
      findings.add(
          Kind.HEAD,
          end.lastOffset() + 1,
          "the journal ends with offset %d; a signed head of the past knows of offset %d"
              .formatted(end.lastOffset(), next.get().point().lastOffset()));
      advance();
    }
  }

  long heads() {
    return heads;
  }

  /** The last head that is signed. */
  Optional<SignedHead> last() {
    return last;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
