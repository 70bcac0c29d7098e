package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.givre.orchestrator.planfile.InstanceMistakes;
import org.givre.orchestrator.planfile.Mistake;
import org.givre.orchestrator.planfile.PublicInstances;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the planning commands say of files that are not what they should be. */
class PlanMistakesTest {
  private static final String EXAMPLE = PublicInstances.file("example.in.json").toString();
  private static final String BY_HAND = PublicInstances.file("example.plan.json").toString();

  @TempDir Path directory;

  static Stream<Mistake> mistakes() {
    return InstanceMistakes.ofMeaning();
  }

  static Stream<Mistake> contradictions() {
    return InstanceMistakes.contradictions();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void nameThePlaceInAnInstance(Mistake mistake) throws IOException {
    var file = directory.resolve("in.json");
    Files.writeString(file, mistake.in(InstanceMistakes.GOOD));
    for (var run : runsOnInstance(file)) {
      requireRefused(run, file, mistake.complaint());
    }
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void nameThePlaceWhereAnInstanceContradictsItself(Mistake mistake) throws IOException {
    var file = directory.resolve("in.json");
    Files.writeString(file, mistake.in(InstanceMistakes.GOOD));
    requireRefused(plan(file), file, mistake.complaint());
    requireRefused(bound(file), file, mistake.complaint());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "empty.json||$: expected an object, found nothing",
        "word.json|givre|line 1, column 6: expected JSON, found: Unrecognized token",
        "list.json|[]|$: expected an object, found a list",
        "cut.json|{\"format\":|line 1, column 11: expected JSON, found: Unexpected end-of-input",
        "twice.json|{\"a\":1,\"a\":2}|line 1, column 11: expected JSON, found: Duplicate field",
        "two.json|{} {}|line 1, column 4: expected JSON, found: Trailing token",
        "plain.json.gz|{}|expected a gzip file, found: ",
      })
  void sayWhatAFileIsInstead(String name, String content, String complaint) throws IOException {
    var file = directory.resolve(name);
    Files.writeString(file, content == null ? "" : content);
    requireRefusedAsAnything(file, complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "garbage.json.gz|line 1, column 8: expected JSON, found: Unrecognized token",
        "packed.json|expected JSON, found a compressed file; let its name end with .gz",
      })
  void sayWhatACompressedFileIsInstead(String name, String complaint) throws IOException {
    var file = directory.resolve(name);
    Files.write(file, compressed("garbage"));
    requireRefusedAsAnything(file, complaint);
  }

  private static byte[] compressed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"missing.json, there is no such file", "., Is a directory"})
  void sayWhyAFileCannotBeRead(String name, String why) {
    var file = directory.resolve(name);
    for (var run : runs(file)) {
      assertThat(run.exitCode()).isEqualTo(ExitCode.MALFORMED);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualToIgnoringNewLines(
              "Cannot read %s: %s. Check the name and its permissions.".formatted(file, why));
    }
    assertThat(output()).doesNotExist();
  }

  private void requireRefusedAsAnything(Path file, String complaint) {
    for (var run : runs(file)) {
      requireRefused(run, file, complaint);
    }
  }

  private void requireRefused(CommandRun run, Path file, String complaint) {
    assertThat(run.err()).startsWith(file + ": " + complaint).hasLineCount(1);
    assertThat(run.exitCode()).isEqualTo(ExitCode.MALFORMED);
    assertThat(run.out()).isEmpty();
    assertThat(output()).doesNotExist();
  }

  /** The commands that read an instance, and the one that reads a plan. */
  private List<CommandRun> runs(Path file) {
    return Stream.concat(
            runsOnInstance(file).stream(),
            Stream.of(
                CommandRun.of("plan", "check", "--instance", EXAMPLE, "--plan", file.toString())))
        .toList();
  }

  private List<CommandRun> runsOnInstance(Path file) {
    var check = CommandRun.of("plan", "check", "--instance", file.toString(), "--plan", BY_HAND);
    return List.of(plan(file), bound(file), check);
  }

  private CommandRun plan(Path instance) {
    return CommandRun.of("plan", "--instance", instance.toString(), "--out", output().toString());
  }

  private static CommandRun bound(Path instance) {
    return CommandRun.of("plan", "bound", "--instance", instance.toString());
  }

  private Path output() {
    return directory.resolve("plan.json");
  }
}
