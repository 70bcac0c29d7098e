package org.givre.orchestrator.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpecimenChainsTest {
  private static final long SEED = 20_261_128;

  private final SpecimenChains chains = new SpecimenChains();

  @Test
  void findsTheTubesOfManySpecimensAndTheirSpecimens() {
    var chance = new SplittableRandom(SEED);
    List<List<Integer>> expected = new ArrayList<>();
    for (int tube = 0; tube < 5_000; tube++) {
      // Specimen 0 has hundreds of tubes, as a control has; the others have a few.
      var specimen = chance.nextInt(4) == 0 ? 0 : chance.nextInt(expected.size() + 1);
      if (specimen == expected.size()) {
        expected.add(new ArrayList<>());
      }
      expected.get(specimen).add(tube);
      chains.add(specimen);
    }

    for (int specimen = 0; specimen < expected.size(); specimen++) {
      assertThat(chains.tubesOf(specimen))
          .as("seed %d", SEED)
          .containsExactlyInAnyOrderElementsOf(expected.get(specimen));
      for (var tube : expected.get(specimen)) {
        assertThat(chains.specimenOf(tube)).isEqualTo(specimen);
      }
    }
  }
}
