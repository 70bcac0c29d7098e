package org.givre.orchestrator.dispatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Operators do anything at any moment, and every promise holds. {@code -Dmodel.seed=N} plays one
 * script again.
 */
class OperatorModelTest {
  @TempDir Path directory;

  @Test
  void keepsEveryPromise() throws Exception {
    run(LongStream.rangeClosed(1, 25));
  }

  @Test
  @Tag("campaign")
  void keepsEveryPromiseInManyRuns() throws Exception {
    run(LongStream.rangeClosed(1, 500));
  }

  private void run(LongStream seeds) throws Exception {
    var figures = new Figures();
    var all = Optional.ofNullable(Long.getLong("model.seed")).map(LongStream::of).orElse(seeds);
    var failures = new Runs(directory, figures).of(all);
    System.out.println(figures);
    assertThat(failures).isEmpty();
  }
}
