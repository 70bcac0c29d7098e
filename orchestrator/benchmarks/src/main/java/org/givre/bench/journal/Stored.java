package org.givre.bench.journal;

import akka.serialization.SerializerWithStringManifest;

/** The event that the actors persist; its bytes are what is stored. */
record Stored(byte[] bytes) {

  /** Bytes as they are. */
  public static final class Serializer extends SerializerWithStringManifest {
    @Override
    public int identifier() {
      return 5_317_100;
    }

    @Override
    public String manifest(Object event) {
      return "s";
    }

    @Override
    public byte[] toBinary(Object event) {
      return ((Stored) event).bytes();
    }

    @Override
    public Object fromBinary(byte[] bytes, String manifest) {
      return new Stored(bytes);
    }
  }
}
