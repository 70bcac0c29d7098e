package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir Path directory;

  @Test
  void replacesWhatWasThere() throws IOException {
    var file = Files.writeString(directory.resolve("plan.json"), "old");
    OutputFile.at(file).write(to -> Files.writeString(to, "new"));
    assertThat(file).hasContent("new");
    assertThat(directory).isDirectoryNotContaining("glob:**.unfinished*");
  }

  @Test
  void leavesWhatWasThereWhenItCannotBeWrittenWhole() throws IOException {
    var file = Files.writeString(directory.resolve("plan.json"), "old");
    var output = OutputFile.at(file);
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(
            () ->
                output.write(
                    to -> {
                      Files.writeString(to, "half of the n");
                      throw new IOException("No space left on device");
                    }))
        .withMessage("Cannot write %s: No space left on device", file)
        .matches(failure -> failure.exitCode() == ExitCode.FAILED);
    assertThat(file).hasContent("old");
    assertThat(directory.toFile().list()).containsExactly("plan.json");
  }

  @Test
  void keepsTheEndingThatSaysHowItIsWritten() {
    OutputFile.at(directory.resolve("plan.json.gz"))
        .write(to -> Files.writeString(to, to.getFileName().toString()));
    assertThat(directory.resolve("plan.json.gz")).content().endsWith("plan.json.gz");
  }

  @Test
  void isWrittenThroughALink() throws IOException {
    var file = Files.writeString(directory.resolve("plan.json"), "old");
    var link = Files.createSymbolicLink(directory.resolve("link.json"), file);
    OutputFile.at(link).write(to -> Files.writeString(to, "new"));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void isRefusedWhereNoFileCanBe() throws IOException {
    Files.writeString(directory.resolve("file"), "");
    requireRefused(directory, "it is a directory. Name a file.");
    requireRefused(directory.resolve("none/plan.json"), "there is no directory %s/none.");
    requireRefused(directory.resolve("file/plan.json"), "there is no directory %s/file.");
  }

  private void requireRefused(Path file, String why) {
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> OutputFile.at(file))
        .withMessageStartingWith("Cannot write %s: %s".formatted(file, why).formatted(directory))
        .matches(failure -> failure.exitCode() == ExitCode.MALFORMED);
  }
}
