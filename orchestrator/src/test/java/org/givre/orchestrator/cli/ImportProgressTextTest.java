package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ImportProgressTextTest {
  private static final Duration ELAPSED = Duration.ofSeconds(65);

  private static String text(int status, String body) {
    try (var server = AnsweringServer.of(status, body)) {
      var api = new EngineApi(URI.create(server.url()));
      return new ImportProgressText(api, "importing a.csv", 2_000_001).after(ELAPSED);
    }
  }

  @Test
  void tellsHowMuchOfTheFileHasBeenSent() {
    assertThat(text(200, "{\"stage\":\"receiving\",\"bytes\":1000000}"))
        .isEqualTo("importing a.csv: 1 of 3 MB sent, 1 min 05 s");
  }

  @Test
  void tellsHowManyRowsHaveBeenChecked() {
    assertThat(text(200, "{\"stage\":\"checking\",\"rows\":250000}"))
        .isEqualTo("importing a.csv: 250,000 rows checked, 1 min 05 s");
  }

  @Test
  void tellsHowManyRacksHaveBeenStored() {
    assertThat(text(200, "{\"stage\":\"storing\",\"racks\":800,\"racksStored\":96}"))
        .isEqualTo("importing a.csv: 96 of 800 racks stored, 1 min 05 s");
  }

  @Test
  void tellsAtLeastTheTimeWhereTheEngineSaysNothingOfUse() {
    assertThat(text(200, "{\"stage\":\"polishing\"}")).isEqualTo("importing a.csv, 1 min 05 s");
    assertThat(text(200, "[]")).isEqualTo("importing a.csv, 1 min 05 s");
    assertThat(text(404, "{}")).isEqualTo("importing a.csv, 1 min 05 s");
  }
}
