package org.givre.journal.akka;

import static java.nio.charset.StandardCharsets.UTF_8;

import akka.actor.ExtendedActorSystem;
import akka.serialization.Serialization;
import akka.serialization.SerializerWithStringManifest;
import java.io.NotSerializableException;

/** Needs to know how the system's actors are found, as serializers of actors do. */
public final class SpokenSerializer extends SerializerWithStringManifest {
  private final ExtendedActorSystem system;

  public SpokenSerializer(ExtendedActorSystem system) {
    this.system = system;
  }

  @Override
  public int identifier() {
    return -7_654_321;
  }

  @Override
  public String manifest(Object spoken) {
    return "spoken/ü";
  }

  @Override
  public byte[] toBinary(Object spoken) {
    if (spoken.equals(Spoken.UNLINKED)) {
      throw new NoClassDefFoundError("somewhere/Else");
    }
    if (spoken instanceof Spoken said && !said.equals(Spoken.UNSPEAKABLE)) {
      return (Serialization.serializedActorPath(said.by()) + "\n" + said.words()).getBytes(UTF_8);
    }
    throw new IllegalArgumentException("unspeakable");
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
    if (!manifest.equals("spoken/ü")) {
      throw new NotSerializableException(manifest);
    }
    var text = new String(bytes, UTF_8);
    var end = text.indexOf('\n');
    return new Spoken(
        text.substring(end + 1), system.provider().resolveActorRef(text.substring(0, end)));
  }
}
