package org.givre.orchestrator.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.givre.orchestrator.storefile.StoreFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path directory;

  @Test
  void keepsTheStoreItWasMadeWith() throws IOException {
    open(Optional.of(shippedWith("\"1000g\"", "\"mine\""))).close();
    try (var again = open(Optional.empty())) {
      assertThat(again.store().name()).isEqualTo("mine");
    }
  }

  @Test
  void forgetsWhereAnEngineThatWasKilledAnswered() throws IOException {
    open(Optional.empty()).close();
    Files.writeString(directory.resolve("url"), "http://127.0.0.1:8080\n");
    try (var again = open(Optional.empty())) {
      assertThat(DataDirectory.announced(again.root())).isEmpty();
    }
  }

  @Test
  void hasTheShippedStoreWhenNoneIsGiven() throws IOException {
    try (var made = open(Optional.empty())) {
      assertThat(made.store().name()).isEqualTo("1000g");
      assertThat(directory.resolve("FORMAT")).hasContent("givre-data/1");
    }
  }

  @Test
  void takesTheSameStoreHoweverItIsWritten() throws IOException {
    open(Optional.empty()).close();
    try (var again = open(Optional.of(shippedWith("\"carouselSlots\": 12,", "")))) {
      assertThat(again.store().name()).isEqualTo("1000g");
    }
  }

  @Test
  void refusesAnotherStoreAndNamesTheDifference() throws IOException {
    open(Optional.empty()).close();
    assertThatThrownBy(() -> open(Optional.of(shippedWith("\"pick\": 5", "\"pick\": 6"))))
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining("$.timingSeconds.pick is 5 there and 6 here")
        .hasMessageContaining("Leave out --store");
    assertThatThrownBy(() -> open(Optional.of(shippedWith("\"D1-R12\"", "\"D1-R99\""))))
        .hasMessageContaining("$.dewars[0].racks[11] is \"D1-R12\" there and \"D1-R99\" here");
  }

  @Test
  void leavesNothingButTheLockWhenTheStoreIsBroken() throws IOException {
    assertThatThrownBy(() -> open(Optional.of(shippedWith("\"levels\": 10", "\"levels\": 0"))))
        .isInstanceOf(StoreFileException.class);
    try (var files = Files.list(directory)) {
      assertThat(files.map(Path::getFileName)).containsExactly(Path.of("LOCK"));
    }
    open(Optional.empty()).close();
  }

  @Test
  void refusesADirectoryOfSomethingElse() throws IOException {
    Files.writeString(directory.resolve("letters.txt"), "dear");
    assertThatThrownBy(() -> open(Optional.empty()))
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining("letters.txt");
  }

  @Test
  void refusesAnotherFormat() throws IOException {
    open(Optional.empty()).close();
    Files.writeString(directory.resolve("FORMAT"), "givre-data/7\n");
    assertThatThrownBy(() -> open(Optional.empty()))
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining("givre-data/7")
        .hasMessageContaining("givre-data/1");
  }

  @Test
  void isOpenOnlyOnceInAProcess() throws IOException {
    try (var first = open(Optional.empty())) {
      assertThat(first.world()).isEqualTo(directory.resolve("world"));
      assertThatThrownBy(() -> open(Optional.empty()))
          .isInstanceOf(StartRefusal.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
    }
    open(Optional.empty()).close();
  }

  @Test
  void isOpenInOneProcessOnly() throws IOException, InterruptedException {
    try (var ours = open(Optional.empty())) {
      var other = otherProcess();
      assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("in use by process " + ProcessHandle.current().pid());
      assertThat(other.waitFor()).isEqualTo(4);
      assertThat(ours.log()).isEqualTo(directory.resolve("givre.log"));
    }
  }

  private Process otherProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            SecondOwner.class.getName(),
            directory.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** Another process that wants the directory of its argument. */
  static final class SecondOwner {
    private SecondOwner() {}

    public static void main(String[] arguments) throws IOException {
      try (var opened =
          DataDirectory.open(Path.of(arguments[0]), Optional.empty(), StoreSource.shipped())) {
        System.out.println("opened " + opened.store().name());
      } catch (StartRefusal refused) {
        System.out.println(refused.getMessage());
        System.exit(4);
      }
    }
  }

  private DataDirectory open(Optional<StoreSource> given) throws IOException {
    return DataDirectory.open(directory, given, StoreSource.shipped());
  }

  private static StoreSource shippedWith(String text, String replacement) {
    var shipped = StoreSource.shipped().json();
    assertThat(shipped).contains(text);
    var changed = shipped.replaceFirst(Pattern.quote(text), replacement);
    return new StoreSource("changed.json", changed);
  }
}
