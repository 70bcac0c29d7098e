package org.givre.orchestrator.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  /** Several segments of every kind. */
  private static final int MANY = 300_000;

  private static final long SEED = 20_261_128;

  @Nested
  class OfNumbers {
    @Test
    void keepsWhatWasAddedAndSet() {
      var column = new IntColumn();
      for (int i = 0; i < MANY; i++) {
        column.add(-i);
      }
      column.set(200, 7);
      column.set(MANY - 1, 8);

      assertThat(column.size()).isEqualTo(MANY);
      assertThat(column.get(200)).isEqualTo(7);
      assertThat(column.get(MANY - 1)).isEqualTo(8);
      assertThat(column.get(MANY - 2)).isEqualTo(2 - MANY);
    }
  }

  @Nested
  class OfBytes {
    @Test
    void keepsWhatWasAddedAndSet() {
      var column = new ByteColumn();
      for (int i = 0; i < MANY; i++) {
        column.add(i % 256);
      }
      column.set(1_024, 255);

      assertThat(column.size()).isEqualTo(MANY);
      assertThat(column.get(1_024)).isEqualTo(255);
      assertThat(column.get(MANY - 1)).isEqualTo((MANY - 1) % 256);
    }
  }

  @Nested
  class OfSmallNumbers {
    @Test
    void keepsSmallAndLargeOnes() {
      var chance = new SplittableRandom(SEED);
      var expected = new ArrayList<Integer>();
      var column = new SmallColumn();
      for (int i = 0; i < 10_000; i++) {
        expected.add(chance.nextInt(10) == 0 ? chance.nextInt(1_000_000) : chance.nextInt(257));
        column.add(expected.get(i));
      }

      for (int i = 0; i < expected.size(); i++) {
        assertThat(column.get(i)).as("seed %d, index %d", SEED, i).isEqualTo(expected.get(i));
      }
    }

    @Test
    void refusesNumbersBelowZero() {
      var column = new SmallColumn();

      assertThatThrownBy(() -> column.add(-1)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
