package org.givre.journal.akka;

import static java.nio.charset.StandardCharsets.UTF_8;

import akka.actor.ExtendedActorSystem;
import akka.serialization.Serialization;
import akka.serialization.Serialization$;
import akka.serialization.Serializers;
import java.nio.ByteBuffer;
import scala.Function0;

/**
 * What Akka's serialization makes of something, and needs to make it again.
 *
 * <pre>
 * serializer's id (zigzag varint), manifest (UTF-8, length first)
 * </pre>
 *
 * are its head; where the bytes go is up to whoever stores it.
 */
record Serialized(int serializerId, String manifest, byte[] bytes) {

  /** Throws whatever the serializer does; call it {@link #inTransport}. */
  static Serialized of(Serialization serialization, Object value) {
    var serializer = serialization.findSerializerFor(value);
    return new Serialized(
        serializer.identifier(),
        Serializers.manifestFor(serializer, value),
        serializer.toBinary(value));
  }

  /** Does work where serializers can tell how actors of this system are found from outside. */
  static <T> T inTransport(ExtendedActorSystem system, Function0<T> work) {
    return Serialization$.MODULE$.withTransportInformation(system, work);
  }

  Object read(Serialization serialization) {
    return serialization.deserialize(bytes, serializerId, manifest).get();
  }

  /** The head alone. */
  byte[] head() {
    var encoded = manifest.getBytes(UTF_8);
    var head = ByteBuffer.allocate(headSize(encoded));
    putHead(head, encoded);
    return head.array();
  }

  int headSize(byte[] encodedManifest) {
    return Varints.size(Varints.zigzag(serializerId)) + Varints.sizeOf(encodedManifest);
  }

  void putHead(ByteBuffer into, byte[] encodedManifest) {
    Varints.put(into, Varints.zigzag(serializerId));
    Varints.putSized(into, encodedManifest);
  }

  /** Puts together a head that was stored and its bytes. */
  static Serialized from(ByteBuffer head, byte[] bytes) {
    var serializerId = (int) Varints.unzigzag(Varints.take(head));
    return new Serialized(serializerId, new String(Varints.takeSized(head), UTF_8), bytes);
  }

  /** Head, then the bytes with their length first. */
  byte[] toSized() {
    var head = head();
    var into = ByteBuffer.allocate(head.length + Varints.sizeOf(bytes));
    into.put(head);
    Varints.putSized(into, bytes);
    return into.array();
  }

  static Serialized takeSized(ByteBuffer from) {
    var headless = from(from, new byte[0]);
    return new Serialized(headless.serializerId, headless.manifest, Varints.takeSized(from));
  }
}
