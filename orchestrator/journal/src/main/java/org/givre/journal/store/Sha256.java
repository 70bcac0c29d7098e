package org.givre.journal.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), which every Java runtime has. */
final class Sha256 {
  /** Bytes of a hash. */
  static final int LENGTH = 32;

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("A Java runtime without SHA-256", impossible);
    }
  }

  static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }
}
