package org.givre.devices.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.javadsl.Adapter;
import akka.serialization.Serialization;
import akka.serialization.SerializationExtension;
import akka.serialization.Serializers;
import java.io.NotSerializableException;
import org.givre.devices.dewar.DewarEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JournalSerializerTest {
  private static final ActorTestKit AKKA = ActorTestKit.create();
  private static final Recorded<DewarEvent> RELEASED =
      SampleEvents.recorded(new DewarEvent.OpeningReleased("task-9", 11));

  private final Serialization serialization =
      SerializationExtension.get(Adapter.toClassic(AKKA.system()));

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  @Test
  void isWhatAkkaUsesForEvents() {
    assertThat(serialization.findSerializerFor(RELEASED)).isInstanceOf(JournalSerializer.class);
  }

  @Test
  void keepsItsIdentifierForEver() {
    assertThat(serialization.findSerializerFor(RELEASED).identifier()).isEqualTo(7_017);
  }

  @Test
  void storesTheKindOfEntityAsManifest() {
    var serializer = serialization.findSerializerFor(RELEASED);
    assertThat(Serializers.manifestFor(serializer, RELEASED)).isEqualTo("dewar");
  }

  @Test
  void readsBackWhatItWrote() throws Exception {
    var serializer = (JournalSerializer) serialization.findSerializerFor(RELEASED);
    var bytes = serializer.toBinary(RELEASED);
    assertThat(serializer.fromBinary(bytes, "dewar")).isEqualTo(RELEASED);
  }

  @Test
  void saysThatTheJournalIsDamagedWhereBytesAreNoEnvelope() {
    var serializer = (JournalSerializer) serialization.findSerializerFor(RELEASED);
    assertThatThrownBy(() -> serializer.fromBinary(new byte[] {-1, -1}, "dewar"))
        .isInstanceOf(NotSerializableException.class)
        .hasMessageContaining("damaged");
  }
}
