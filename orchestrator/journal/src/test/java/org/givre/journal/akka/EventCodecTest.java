package org.givre.journal.akka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.Actor;
import akka.actor.ActorSystem;
import akka.persistence.PersistentRepr;
import akka.serialization.SerializationExtension;
import com.typesafe.config.ConfigFactory;
import java.util.HexFormat;
import java.util.List;
import org.givre.journal.store.StoredEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
  private static final String UUID = "0f8fad5b-d9cb-469f-a165-70867728950e";

  private static ActorSystem system;
  private static EventCodec codec;

  @BeforeAll
  static void start() {
    system = ActorSystem.create("codec", ConfigFactory.load());
    codec = new EventCodec(SerializationExtension.get(system));
  }

  @AfterAll
  static void stop() {
    system.terminate();
  }

  private static PersistentRepr event(String adapter, String writer) {
    return PersistentRepr.apply("ça", 7, "p", adapter, false, Actor.noSender(), writer)
        .withTimestamp(1_790_000_000_000L);
  }

  private static PersistentRepr decoded(EventCodec.Decoder decoder, byte[] bytes) {
    return decoder.decode(new StoredEvent(9, "p", 7, bytes, List.of()));
  }

  private static void expectSame(PersistentRepr event, PersistentRepr decoded) {
    assertThat(decoded).isEqualTo(event);
    assertThat(decoded.payload()).isEqualTo(event.payload());
    assertThat(decoded.manifest()).isEqualTo(event.manifest());
    assertThat(decoded.writerUuid()).isEqualTo(event.writerUuid());
    assertThat(decoded.timestamp()).isEqualTo(event.timestamp());
    assertThat(decoded.metadata()).isEqualTo(event.metadata());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        UUID,
        "",
        "somebody",
        "0F8FAD5B-D9CB-469F-A165-70867728950E",
        "1-1-1-1-000000000000000000000000000",
        "0f8fad5b-d9cb-469f-a165-70867728950g"
      })
  void keepsAnyWriter(String writer) {
    var event = event("", writer);
    expectSame(event, decoded(codec.decoder(), codec.encode(event, event.payload())));
  }

  @Test
  void keepsAdaptersManifestTimestampAndMetadata() {
    var event = event("V2/é", UUID).withMetadata("about it").withTimestamp(-1);
    expectSame(event, decoded(codec.decoder(), codec.encode(event, event.payload())));
  }

  @Test
  void tellsEventsInARowApart() {
    var decoder = codec.decoder();
    var other = UUID.replace('0', '1');
    for (var writer : List.of(UUID, other, "somebody", UUID, UUID)) {
      var event = event("", writer);
      expectSame(event, decoded(decoder, codec.encode(event, event.payload())));
      var number = PersistentRepr.apply(5L, 7, "p", "", false, Actor.noSender(), writer);
      expectSame(number, decoded(decoder, codec.encode(number, number.payload())));
    }
  }

  @Test
  void readsWhatTheFirstReleaseWrote() {
    var golden = "010728000f8fad5bd9cb469fa16570867728950e80b083c598680256322800016dc3a761";
    expectSame(
        event("V2", UUID).withMetadata("m"),
        decoded(codec.decoder(), HexFormat.of().parseHex(golden)));
  }

  @Test
  void refusesALaterFormat() {
    assertThatThrownBy(() -> decoded(codec.decoder(), new byte[] {2, 0, 0}))
        .hasMessageContaining("was stored in format 2; this version reads 1");
  }
}
