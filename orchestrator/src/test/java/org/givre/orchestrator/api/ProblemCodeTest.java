package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.givre.devices.action.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemCodeTest {
  private static final Path PAGE = Path.of("docs", "problems.md");
  private static final Path TESTS = Path.of("src", "test", "java", "org", "givre");

  /** Codes that no test provokes, and why. */
  private static final SortedMap<String, String> UNPROVOKED =
      new TreeMap<>(Map.of("tube-unverified", "needs a robot that finds a well empty"));

  @Test
  void allStandOnTheirPageWithStatusAndTitle() throws IOException {
    var rows =
        Arrays.stream(ProblemCode.values())
            .map(c -> "| `%s` | %d | %s | ".formatted(c.code(), c.status(), c.title()));

    assertThat(Files.readString(PAGE).lines().filter(line -> line.startsWith("| `")))
        .zipSatisfy(rows.toList(), (line, row) -> assertThat(line).startsWith(row));
  }

  @Test
  void areAllProvokedByATest() throws IOException {
    var provoked = new StringBuilder();
    try (var files = Files.walk(TESTS)) {
      for (var file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
        if (!file.endsWith("ProblemCodeTest.java")) {
          provoked.append(Files.readString(file));
        }
      }
    }

    assertThat(ProblemCode.values())
        .extracting(ProblemCode::code)
        .filteredOn(code -> !Pattern.compile("\\b" + code + "\\b").matcher(provoked).find())
        .containsExactlyElementsOf(UNPROVOKED.keySet());
  }

  static Stream<String> refusals() {
    return Arrays.stream(Refusals.class.getFields()).map(ProblemCodeTest::value);
  }

  private static String value(Field constant) {
    try {
      return String.valueOf(constant.get(Refusals.class));
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(hidden);
    }
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void haveEveryRefusalOfAnAction(String refusal) {
    assertThat(ProblemCode.of(refusal).code()).isEqualTo(refusal);
    assertThat(ProblemCode.of(refusal).status()).isBetween(400, 499);
  }
}
