package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A point of the chain that was durable at a time, signed.
 *
 * @param serial counts the heads of a store, from 1
 * @param signedAtMillis wall time, milliseconds since 1970
 * @param keyId of the key that signed, 16 hexadecimal digits
 */
record SignedHead(
    long serial, ChainPoint point, long signedAtMillis, String keyId, byte[] signature) {
  /** Bytes of an encoded head. */
  static final int LENGTH = 8 + ChainPoint.LENGTH + 8 + 16 + 64 + 4;

  static SignedHead of(long serial, ChainPoint point, long signedAtMillis, Signing by) {
    var keyId = by.keys().currentId();
    var statement = statement(serial, point, signedAtMillis, by.store());
    return new SignedHead(serial, point, signedAtMillis, keyId, by.keys().sign(statement));
  }

  /** Who signs, and for which store. */
  record Signing(KeyRing keys, StoreId store) {}

  /** Whether a key of the store signed this. */
  boolean isSigned(Signing by) {
    return by.keys()
        .signedBy(keyId, statement(serial, point, signedAtMillis, by.store()), signature);
  }

  private static byte[] statement(long serial, ChainPoint point, long at, StoreId store) {
    var sink =
        new ByteSink(128).putText("givre-journal-head/1").putText(store.text()).putLong(serial);
    return point.to(sink).putLong(at).toBytes();
  }

  byte[] encode(StoreId store) {
    return point
        .to(new ByteSink(LENGTH).putLong(serial))
        .putLong(signedAtMillis)
        .putBytes(keyId.getBytes(UTF_8))
        .putBytes(signature)
        .putChecksum(store.bytes())
        .toBytes();
  }

  /**
   * Reads a head and checks its checksum, not its signature.
   *
   * @throws ByteSource.Malformed when this is none
   */
  static SignedHead parse(StoreId store, byte[] bytes) {
    if (!Checksum.holds(store.bytes(), bytes)) {
      throw new ByteSource.Malformed("a head has a wrong checksum");
    }
    var source = new ByteSource(bytes);
    var serial = source.takeLong();
    var point = ChainPoint.from(source);
    var at = source.takeLong();
    return new SignedHead(
        serial, point, at, new String(source.takeBytes(16), UTF_8), source.takeBytes(64));
  }
}
