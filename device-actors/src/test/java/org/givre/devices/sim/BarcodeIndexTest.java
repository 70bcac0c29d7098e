package org.givre.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarcodeIndexTest {
  private static final int TUBES = 100_000;
  private static final int TUBES_PER_BOX = 100;

  private final BarcodeIndex index = new BarcodeIndex(TUBES);

  private static String barcode(int tube) {
    return "FD%08d".formatted(tube);
  }

  private void fill() {
    for (var tube = 0; tube < TUBES; tube++) {
      index.add(barcode(tube), tube / TUBES_PER_BOX);
    }
  }

  @Test
  void neverLeavesOutTheBoxThatABarcodeIsIn() {
    fill();
    for (var tube = 0; tube < TUBES; tube++) {
      assertThat(index.boxes(barcode(tube))).contains(tube / TUBES_PER_BOX);
    }
  }

  @Test
  void namesAFewBoxesForBarcodesThatAreNowhere() {
    fill();
    var named =
        IntStream.range(TUBES, 2 * TUBES).map(tube -> index.boxes(barcode(tube)).size()).sum();
    assertThat(named).isLessThan(TUBES / 50);
  }

  @Test
  void hasRoomForWhatItWasMadeForAndSaysWhenItIsFull() {
    fill();
    assertThat(index.isFull()).isFalse();
    for (var tube = TUBES; !index.isFull(); tube++) {
      index.add(barcode(tube), tube / TUBES_PER_BOX);
      assertThat(tube).isLessThan(3 * TUBES);
    }
  }

  @Test
  void doesNotGrowFullerByRepeats() {
    for (var repeat = 0; repeat < 3; repeat++) {
      fill();
    }
    assertThat(index.isFull()).isFalse();
    assertThat(index.boxes(barcode(7))).contains(0);
  }
}
