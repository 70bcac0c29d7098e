package org.givre.journal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes events as lines of JSON, in the order of their offsets:
 *
 * <pre>
 * {"offset":1,"persistenceId":"a","sequenceNr":1,"tags":[],"committedAt":"2026-11-28T12:00:00Z","payload":"AAE="}
 * </pre>
 *
 * The ledger is read in pages and every block is verified; memory does not grow with the journal.
 */
final class Export {
  /** Blocks of one page, by their bytes, about. */
  private static final long PAGE_BYTES = 4L << 20;

  private final OpenStore open;
  private final PayloadRendering rendering;

  Export(OpenStore open, PayloadRendering rendering) {
    this.open = open;
    this.rendering = rendering;
  }

  /**
   * Writes all events up to an offset.
   *
   * @throws JournalDamage where one is missing or changed; those before it were written
   */
  void run(long upTo, Consumer<String> lines, Progress progress) {
    var at = ChainPoint.genesis(open.id());
    while (at.lastOffset() < upTo) {
      var page = new ArrayList<Block>();
      var before = at;
      at = open.ledger().follow(at, gather(page, upTo));
      if (at.equals(before)) {
        throw JournalDamage.at(
            at.lastOffset() + 1, "no block is there, and events up to %d are".formatted(upTo));
      }
      page.forEach(block -> write(block, lines));
      progress.at(at.lastOffset(), Math.max(upTo, at.lastOffset()));
    }
  }

  private static Ledger.Visitor gather(List<Block> page, long upTo) {
    var bytes = new long[1];
    return (block, after) -> {
      page.add(block);
      bytes[0] += block.bytes().length;
      return bytes[0] < PAGE_BYTES && after.lastOffset() < upTo;
    };
  }

  private void write(Block block, Consumer<String> lines) {
    var committedAt = Instant.ofEpochMilli(block.committedAtMillis());
    try {
      block.read(new EventParts(open.catalogue(), event -> lines.accept(line(event, committedAt))));
    } catch (ByteSource.Malformed malformed) {
      throw JournalDamage.at(block.firstOffset(), String.valueOf(malformed.getMessage()));
    }
  }

  private String line(StoredEvent event, Instant committedAt) {
    return "{\"offset\":%d,\"persistenceId\":%s,\"sequenceNr\":%d,\"tags\":[%s],\"committedAt\":\"%s\",\"payload\":%s}"
        .formatted(
            event.offset(),
            quoted(event.persistenceId()),
            event.sequenceNumber(),
            String.join(",", event.tags().stream().map(Export::quoted).toList()),
            committedAt,
            rendering.json(event));
  }

  /** A JSON string (RFC 8259, section 7). */
  static String quoted(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < ' ' || Character.isSurrogate((char) c)) {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
