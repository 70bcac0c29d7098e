package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The latest signed head, in a file of its own, synced. A journal that ends before it has lost
 * something. One thread at a time.
 */
final class Anchor implements AutoCloseable {
  static final String FILE = "anchor";

  private final Slots slots;
  private final SignedHead.Signing signing;
  private Optional<SignedHead> latest;

  private Anchor(Slots slots, SignedHead.Signing signing, Optional<SignedHead> latest) {
    this.slots = slots;
    this.signing = signing;
    this.latest = latest;
  }

  /** Opens the anchor of a journal; it may hold no head that can be read. */
  static Anchor open(Path journal, SignedHead.Signing signing) throws IOException {
    var slots = Slots.open(journal.resolve(FILE), SignedHead.LENGTH);
    var heads = heads(slots.read(), signing);
    var latest = heads.stream().max(Comparator.comparingLong(SignedHead::serial));
    slots.writeNext(latest.map(head -> (int) (head.serial() % 2)).orElse(0));
    return new Anchor(slots, signing, latest);
  }

  private static List<SignedHead> heads(List<byte[]> stored, SignedHead.Signing signing) {
    var heads = new ArrayList<SignedHead>();
    for (var bytes : stored) {
      try {
        var head = SignedHead.parse(signing.store(), bytes);
        if (head.isSigned(signing)) {
          heads.add(head);
        }
      } catch (ByteSource.Malformed torn) {
        // A write that was cut short; the other slot is whole.
      }
    }
    return heads;
  }

  /** The latest head that is whole and signed; empty when there is none. */
  Optional<SignedHead> latest() {
    return latest;
  }

  /** Writes a head that was signed before, such as a backup's; the next has the serial after it. */
  void adopt(SignedHead head) throws IOException {
    slots.write(head.encode(signing.store()));
    slots.force();
    latest = Optional.of(head);
  }

  /** Signs a point that is durable; the head is durable when this returns. */
  SignedHead sign(ChainPoint point, long nowMillis) throws IOException {
    var serial = latest.map(SignedHead::serial).orElse(0L) + 1;
    var head = SignedHead.of(serial, point, nowMillis, signing);
    slots.write(head.encode(signing.store()));
    slots.force();
    latest = Optional.of(head);
    return head;
  }

  @Override
  public void close() throws IOException {
    slots.close();
  }
}
