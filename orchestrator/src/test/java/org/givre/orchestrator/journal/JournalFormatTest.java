package org.givre.orchestrator.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.givre.devices.journal.JournalCodecs;
import org.givre.devices.journal.JournalEvent;
import org.givre.devices.journal.Recorded;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobEvent;
import org.givre.protocols.journal.v1.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JournalFormatTest {
  private static final JournalCodecs CODECS =
      JournalCodecs.from(ConfigFactory.load(), JournalFormatTest.class.getClassLoader());

  static List<JournalEvent> samples() {
    return SampleEvents.all();
  }

  @Test
  void everyEventHasASample() {
    var permitted =
        SampleEvents.KINDS.stream()
            .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
            .map(Class::getName)
            .toList();
    assertThat(samples())
        .extracting(event -> event.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(permitted);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anEventReadsBackAsItWas(JournalEvent event) throws Exception {
    assertThat(afterStorage(event)).isEqualTo(SampleEvents.recorded(event));
  }

  @Test
  void whatIsAbsentStaysAbsent() throws Exception {
    for (var event :
        List.of(
            SampleEvents.plainJob(),
            SampleEvents.sharedPlan(),
            SampleEvents.keyedJob(),
            new JobEvent.CompanyAwaited(CompanyWait.NEVER))) {
      assertThat(afterStorage(event)).isEqualTo(SampleEvents.recorded(event));
    }
  }

  /** Every sample by the name of its golden file. */
  static List<Arguments> goldenFiles() {
    var files = new ArrayList<Arguments>();
    samples().forEach(event -> files.add(Arguments.of(fileName(event), event)));
    files.add(Arguments.of("job-JobSubmitted-keyed.hex", SampleEvents.keyedJob()));
    return files;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goldenFiles")
  void whatAnEarlierReleaseWroteStillReads(String file, JournalEvent event) throws Exception {
    try (var golden = JournalFormatTest.class.getResourceAsStream("/golden/" + file)) {
      assertThat(golden)
          .as("golden bytes of %s; write them once with -Dgivre.golden.write=DIR", file)
          .isNotNull();
      var bytes = HexFormat.of().parseHex(new String(golden.readAllBytes(), US_ASCII).strip());
      var read = CODECS.fromEnvelope(CODECS.manifest(event), Envelope.parseFrom(bytes));
      assertThat(read).isEqualTo(SampleEvents.recorded(event));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goldenFiles")
  @EnabledIfSystemProperty(named = "givre.golden.write", matches = ".+")
  void writesGoldenBytesThatAreMissing(String name, JournalEvent event) throws IOException {
    var file = Path.of(System.getProperty("givre.golden.write")).resolve(name);
    if (!Files.exists(file)) {
      var bytes = CODECS.toEnvelope(SampleEvents.recorded(event)).toByteArray();
      Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
    }
    assertThat(file).exists();
  }

  private static Recorded<?> afterStorage(JournalEvent event)
      throws InvalidProtocolBufferException {
    var stored = CODECS.toEnvelope(SampleEvents.recorded(event)).toByteArray();
    return CODECS.fromEnvelope(CODECS.manifest(event), Envelope.parseFrom(stored));
  }

  private static String fileName(JournalEvent event) {
    return CODECS.manifest(event) + "-" + event.getClass().getSimpleName() + ".hex";
  }
}
