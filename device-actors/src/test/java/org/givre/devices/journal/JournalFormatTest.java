package org.givre.devices.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.givre.protocols.journal.v1.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JournalFormatTest {
  private static final JournalCodecs CODECS =
      JournalCodecs.from(ConfigFactory.load(), JournalFormatTest.class.getClassLoader());

  /** Every event, by the name of its golden file. */
  static SortedMap<String, JournalEvent> byFile() {
    var byFile = new TreeMap<>(SampleEvents.variants());
    for (var event : SampleEvents.all()) {
      byFile.put(CODECS.manifest(event) + "-" + event.getClass().getSimpleName(), event);
    }
    return byFile;
  }

  static Stream<Arguments> samples() {
    return byFile().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @Test
  void everyEventHasASample() {
    var permitted =
        SampleEvents.KINDS.stream()
            .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
            .filter(Class::isRecord)
            .map(Class::getName)
            .toList();
    assertThat(SampleEvents.all())
        .extracting(event -> event.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(permitted);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anEventReadsBackAsItWas(String name, JournalEvent event) throws Exception {
    assertThat(afterStorage(event)).isEqualTo(SampleEvents.recorded(event));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatAnEarlierReleaseWroteStillReads(String name, JournalEvent event) throws Exception {
    var file = "/golden/%s.hex".formatted(name);
    try (var golden = JournalFormatTest.class.getResourceAsStream(file)) {
      assertThat(golden)
          .as("golden bytes of %s; write them once with -Dgivre.golden.write=DIR", name)
          .isNotNull();
      var bytes = HexFormat.of().parseHex(new String(golden.readAllBytes(), US_ASCII).strip());
      var read = CODECS.fromEnvelope(CODECS.manifest(event), Envelope.parseFrom(bytes));
      assertThat(read).isEqualTo(SampleEvents.recorded(event));
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "givre.golden.write", matches = ".+")
  void writesGoldenBytesThatAreMissing() throws IOException {
    var folder = Path.of(System.getProperty("givre.golden.write"));
    for (var sample : byFile().entrySet()) {
      var file = folder.resolve(sample.getKey() + ".hex");
      if (!Files.exists(file)) {
        var bytes = CODECS.toEnvelope(SampleEvents.recorded(sample.getValue())).toByteArray();
        Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
      }
      assertThat(file).exists();
    }
  }

  @Test
  void refusesAnEventWithoutACodec() {
    record Unheard() implements JournalEvent {}
    assertThatThrownBy(() -> CODECS.toEnvelope(SampleEvents.recorded(new Unheard())))
        .hasMessageContaining("Unheard")
        .hasMessageContaining("givre.journal.codecs");
  }

  @Test
  void refusesAManifestWithoutACodec() {
    assertThatThrownBy(() -> CODECS.fromEnvelope("lid", Envelope.getDefaultInstance()))
        .hasMessageContaining("\"lid\"")
        .hasMessageContaining("[dewar, picker, port, rack]");
  }

  @Test
  void refusesAnEnvelopeThatHoldsNoSuchEvent() {
    assertThatThrownBy(() -> CODECS.fromEnvelope("rack", Envelope.getDefaultInstance()))
        .hasMessageContaining("newer release");
  }

  @Test
  void namesACodecThatCannotBeMade() {
    var config = ConfigFactory.parseMap(Map.of("givre.journal.codecs.lid", "java.lang.String"));
    var loader = getClass().getClassLoader();
    assertThatThrownBy(() -> JournalCodecs.from(config, loader))
        .hasMessageContaining("java.lang.String");
  }

  private static Recorded<?> afterStorage(JournalEvent event)
      throws InvalidProtocolBufferException {
    var stored = CODECS.toEnvelope(SampleEvents.recorded(event)).toByteArray();
    return CODECS.fromEnvelope(CODECS.manifest(event), Envelope.parseFrom(stored));
  }
}
