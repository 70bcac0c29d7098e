package org.givre.devices.journal;

import akka.actor.ExtendedActorSystem;
import akka.serialization.SerializerWithStringManifest;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.NotSerializableException;
import org.givre.protocols.journal.v1.Envelope;

/**
 * Writes {@link Recorded} events as protobuf envelopes and reads them. The manifest is the kind of
 * entity, so that no class name ever lies on disk.
 */
public final class JournalSerializer extends SerializerWithStringManifest {
  /** For ever: it lies beside every stored event. Akka keeps 0 to 40 for itself. */
  private static final int IDENTIFIER = 7_017;

  private final JournalCodecs codecs;

  /** Called by Akka. */
  public JournalSerializer(ExtendedActorSystem system) {
    codecs = JournalCodecs.from(system.settings().config(), system.dynamicAccess().classLoader());
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object recorded) {
    return codecs.manifest(((Recorded<?>) recorded).event());
  }

  @Override
  public byte[] toBinary(Object recorded) {
    return codecs.toEnvelope((Recorded<?>) recorded).toByteArray();
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
    try {
      return codecs.fromEnvelope(manifest, Envelope.parseFrom(bytes));
    } catch (InvalidProtocolBufferException e) {
      var failure =
          new NotSerializableException(
              "An event with manifest \"%s\" is no envelope of journal/v1: the journal is damaged; restore it from a backup"
                  .formatted(manifest));
      failure.initCause(e);
      throw failure;
    }
  }
}
