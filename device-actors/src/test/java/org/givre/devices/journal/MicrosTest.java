package org.givre.devices.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-11-23T12:34:56.789012Z",
        "1969-12-31T23:59:59.999999Z",
        "2261-01-01T00:00:00.000001Z"
      })
  void areTheSameInstantAgain(String text) {
    var instant = Instant.parse(text);
    assertThat(Micros.toInstant(Micros.of(instant))).isEqualTo(instant);
  }

  @Test
  void cutOffWhatIsFiner() {
    assertThat(Micros.of(Instant.ofEpochSecond(1, 1_999))).isEqualTo(1_000_001);
  }
}
