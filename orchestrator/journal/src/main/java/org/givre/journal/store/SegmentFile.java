package org.givre.journal.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Arrays;

/** Reads the blocks of a segment's file, and believes none that does not follow. */
final class SegmentFile {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final byte[] store;

  SegmentFile(Path file, StoreId store) {
    this.file = file;
    this.store = store.bytes();
  }

  /** Takes in a block, where it is in the file, and where the chain is after it. */
  interface Visitor {
    /** Returns whether more is wanted. */
    boolean visit(Block block, ChainPoint after, long position);
  }

  /**
   * Reads the file from its beginning: header, every block with its checksum and its link, trailer
   * and SHA-256. When the visitor has enough, the rest is not looked at.
   *
   * @param before where the chain must be before the first block
   * @return the segment; its end is where the visitor had enough
   * @throws JournalDamage where it is not whole
   */
  Segment read(ChainPoint before, Visitor visitor) {
    return guarded(new Reading(before), (reading, in) -> reading.all(in, visitor));
  }

  /**
   * Reads on from a block in the middle.
   *
   * @param before where the chain is before that block
   * @param position of it in the file
   * @return whether the visitor wants more than there is
   * @throws JournalDamage where a block is not whole or does not follow
   */
  boolean readFrom(ChainPoint before, long position, Visitor visitor) {
    return guarded(
        new Reading(before),
        (reading, in) -> {
          in.skipNBytes(position);
          reading.position = position;
          reading.size = Files.size(file);
          return reading.blocks(new DataInputStream(in), visitor);
        });
  }

  /** What is done with the open file. */
  private interface Use<T> {
    T of(Reading reading, InputStream in) throws IOException;
  }

  private <T> T guarded(Reading reading, Use<T> use) {
    try (var in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return use.of(reading, in);
    } catch (EOFException cut) {
      throw reading.damage("ends at byte %d, before it is complete".formatted(reading.position));
    } catch (ByteSource.Malformed malformed) {
      throw reading.damage("is damaged: " + malformed.getMessage());
    } catch (IOException unreadable) {
      throw reading.damage("cannot be read (%s)".formatted(unreadable));
    }
  }

  private final class Reading {
    private final ChainPoint before;
    private ChainPoint at;
    private long position;
    private long size;

    Reading(ChainPoint before) {
      this.before = before;
      this.at = before;
    }

    Segment all(InputStream raw, Visitor visitor) throws IOException {
      var digest = new DigestInputStream(raw, Sha256.digest());
      var in = new DataInputStream(digest);
      if (!header(in).equals(before)) {
        throw new ByteSource.Malformed("it does not begin after " + before);
      }
      if (!blocks(in, visitor)) {
        return new Segment(before, at, position, new byte[Sha256.LENGTH]);
      }
      trailer(in);
      var hash = digest.getMessageDigest().digest();
      digest.on(false);
      if (!Arrays.equals(hash, take(in, Sha256.LENGTH)) || in.read() >= 0) {
        throw new ByteSource.Malformed("its SHA-256 is another one");
      }
      return new Segment(before, at, position, hash);
    }

    private ChainPoint header(DataInputStream in) throws IOException {
      size = Files.size(file);
      if (!Arrays.equals(take(in, SegmentWriter.MAGIC.length), SegmentWriter.MAGIC)) {
        throw new ByteSource.Malformed("it is no segment of a journal");
      }
      var format = new ByteSource(take(in, Integer.BYTES)).takeInt();
      if (format != SegmentWriter.FORMAT) {
        throw new ByteSource.Malformed("it has format %d, which is unknown".formatted(format));
      }
      if (!Arrays.equals(take(in, store.length), store)) {
        throw new ByteSource.Malformed("it is of another journal");
      }
      return ChainPoint.from(new ByteSource(take(in, ChainPoint.LENGTH)));
    }

    /** Returns whether all blocks were read. */
    private boolean blocks(DataInputStream in, Visitor visitor) throws IOException {
      while (true) {
        var start = position;
        var length = new ByteSource(take(in, Integer.BYTES)).takeInt();
        if (length == 0) {
          return true;
        }
        var block = Block.parse(store, take(in, length));
        if (!block.follows(at)) {
          throw new ByteSource.Malformed(
              "a block with first offset %d does not follow".formatted(block.firstOffset()));
        }
        at = block.after(at);
        if (!visitor.visit(block, at, start)) {
          return false;
        }
      }
    }

    private void trailer(DataInputStream in) throws IOException {
      if (!ChainPoint.from(new ByteSource(take(in, ChainPoint.LENGTH))).equals(at)) {
        throw new ByteSource.Malformed("its end is not where it says");
      }
    }

    private byte[] take(DataInputStream in, int length) throws IOException {
      if (length < 0 || position + length > size) {
        throw new EOFException();
      }
      var bytes = new byte[length];
      in.readFully(bytes);
      position += length;
      return bytes;
    }

    JournalDamage damage(String what) {
      return JournalDamage.at(
          at.lastOffset() + 1, "file %s %s".formatted(file.getFileName(), what));
    }
  }
}
