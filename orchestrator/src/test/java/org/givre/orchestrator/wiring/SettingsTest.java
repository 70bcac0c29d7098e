package org.givre.orchestrator.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.givre.orchestrator.cli.EngineOptions;
import org.givre.orchestrator.dispatch.DispatchSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir Path directory;

  @Test
  void areTheDefaultsWhereNobodySaysOtherwise() {
    var settings = settings(options(false));
    assertThat(settings.http()).isEqualTo(new Settings.Http("127.0.0.1", 8080));
    assertThat(settings.simulate()).isFalse();
    assertThat(settings.speed()).isEqualTo(1);
    assertThat(settings.seed()).isEmpty();
    assertThat(settings.jitter()).isEqualTo(0.01);
    assertThat(settings.dispatch()).isEqualTo(DispatchSettings.usual(0));
  }

  @Test
  void comeFromTheDataDirectoryThenFromTheCommandLine() throws IOException {
    set("givre { http.port = 9001, seed = 12, speed = 30, simulation.jitter = 0 }");
    var fromFile = settings(options(true));
    assertThat(fromFile.http().port()).isEqualTo(9001);
    assertThat(fromFile.seed()).hasValue(12);
    assertThat(fromFile.speed()).isEqualTo(30);
    assertThat(fromFile.jitter()).isZero();
    var said =
        new EngineOptions(
            directory,
            Optional.empty(),
            true,
            Optional.of(60.0),
            Optional.of(13L),
            Optional.of(9002),
            false);
    assertThat(settings(said).http().port()).isEqualTo(9002);
    assertThat(settings(said).seed()).hasValue(13);
    assertThat(settings(said).speed()).isEqualTo(60);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "givre.http.port = 70000 | givre.http.port | an integer from 0 to 65535 | 70000",
        "givre.http.port = 80.5 | givre.http.port | an integer from 0 to 65535 | 80.5",
        "givre.http.port = many | givre.http.port | an integer from 0 to 65535 | many",
        "givre.http.host = 10.0.0.1 | givre.http.host | a loopback address | 10.0.0.1",
        "givre.dispatch.quiet = 0s | givre.dispatch.quiet | a duration above 0 | 0s",
        "givre.dispatch.quiet = soon | givre.dispatch.quiet | a duration above 0 | soon",
        "givre.dispatch.bound-search = -1s | givre.dispatch.bound-search | of 0s or more | -1s",
        "givre.dispatch.company.share = 70 | givre.dispatch.company.share | from 0.0 to 1.0 | 70",
        "givre.speed = 0.5 | givre.speed | a number from 1.0 to 2000.0 | 0.5",
        "givre.speed = 2001 | givre.speed | a number from 1.0 to 2000.0 | 2001",
        "givre.seed = green | givre.seed | a whole number or \"random\" | green",
        "givre.simulation.jitter = 0.6 | givre.simulation.jitter | from 0.0 to 0.5 | 0.6",
        "givre.simulate = maybe | givre.simulate | true or false | maybe",
        "givre.journal.start-limit = null | givre.journal.start-limit | a duration | nothing"
      })
  void areRefusedByName(String setting, String name, String expected, String found)
      throws IOException {
    set(setting);
    assertThatThrownBy(() -> settings(options(!setting.contains("simulate"))))
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining("Setting " + name + ": expected ")
        .hasMessageContaining(expected)
        .hasMessageContaining(found);
  }

  @Test
  void letNobodySearchForBounds() throws IOException {
    set("givre.dispatch.bound-search = 0s");
    assertThat(settings(options(true)).dispatch().planning().bound()).isZero();
  }

  @Test
  void refuseToSpeedUpRealRobots() throws IOException {
    set("givre.speed = 60");
    assertThatThrownBy(() -> settings(options(false)))
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining("givre.speed: expected 1.0, found 60");
  }

  @Test
  void nameTheFileThatIsBroken() throws IOException {
    set("givre { http ");
    assertThatThrownBy(() -> settings(options(true)))
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining("givre.conf");
  }

  @Test
  void putTheJournalIntoTheDataDirectory() {
    assertThat(EngineConfig.of(options(true)).getString("givre-journal.dir"))
        .isEqualTo(directory.resolve("journal").toString());
  }

  private Settings settings(EngineOptions options) {
    return Settings.of(EngineConfig.of(options));
  }

  private EngineOptions options(boolean simulate) {
    return new EngineOptions(
        directory,
        Optional.empty(),
        simulate,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private void set(String setting) throws IOException {
    Files.writeString(directory.resolve("givre.conf"), setting);
  }
}
