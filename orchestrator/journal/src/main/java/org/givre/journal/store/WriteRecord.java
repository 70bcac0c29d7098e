package org.givre.journal.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An atomic write as it is kept for replay, once more beside the ledger.
 *
 * <pre>
 * first offset, sequence number of the owner's write before (0: none), events,
 * each: sequence number (the first) or step, payload
 * CRC32C (4) of the store's id, the key and all of the above
 * </pre>
 *
 * The number of the write before makes a hole visible: without it, a record that is gone could not
 * be told from one that never was, since an owner may skip sequence numbers.
 */
record WriteRecord(long firstOffset, long previous, long[] sequenceNumbers, List<byte[]> payloads) {

  static byte[] encode(ByteSink sink, byte[] seed, AtomicWrite write, Place place) {
    sink.truncate(0);
    sink.putVarint(place.firstOffset()).putVarint(place.previous());
    sink.putVarint(write.events().size());
    var last = 0L;
    for (var event : write.events()) {
      sink.putVarint(event.sequenceNumber() - last).putSized(event.payload());
      last = event.sequenceNumber();
    }
    sink.putChecksum(seed);
    return sink.toBytes();
  }

  /**
   * Where a write stands.
   *
   * @param previous sequence number of the last event of its owner before it; 0: none
   */
  record Place(long firstOffset, long previous) {}

  /**
   * Reads a record.
   *
   * @throws ByteSource.Malformed when these are no record of this store under this key
   */
  static WriteRecord parse(byte[] seed, byte[] bytes) {
    if (!Checksum.holds(seed, bytes)) {
      throw new ByteSource.Malformed("a stored write has a wrong checksum");
    }
    var source = new ByteSource(bytes, 0, bytes.length - Integer.BYTES);
    var firstOffset = source.takeVarint();
    var previous = source.takeVarint();
    var sequenceNumbers = new long[source.takeCount()];
    var payloads = new ArrayList<byte[]>(sequenceNumbers.length);
    var last = 0L;
    for (var i = 0; i < sequenceNumbers.length; i++) {
      last += source.takeVarint();
      sequenceNumbers[i] = last;
      payloads.add(source.takeSized());
    }
    return new WriteRecord(firstOffset, previous, sequenceNumbers, payloads);
  }

  /** What checksums of a record begin with. */
  static byte[] seed(byte[] store, byte[] key) {
    var seed = Arrays.copyOf(store, store.length + key.length);
    System.arraycopy(key, 0, seed, store.length, key.length);
    return seed;
  }

  long last() {
    return sequenceNumbers[sequenceNumbers.length - 1];
  }
}
