package org.givre.devices.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedBoxTest {
  /** Nothing in common with its neighbours: two texts of 11 bytes each, and a material. */
  private static final int MOST_BYTES_PER_TUBE = 40;

  /** Two thousand racks of 1,250 tubes are 60 MB. */
  private static final int MOST_BYTES_OF_SHUFFLED_TUBES = 24;

  private static final int MOST_BYTES_OF_NEIGHBOURS = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void givesBackWhatWasPutIn(long seed) {
    var tubes = randomTubes(new Random(seed));
    assertThat(PackedBox.of(tubes).select(3, barcode -> true))
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(tubes)
        .isSortedAccordingTo((a, b) -> a.well().compareTo(b.well()));
  }

  @Test
  void selectsByBarcode() {
    var tubes = fullBox();
    var wanted = tubes.get(41);
    assertThat(PackedBox.of(tubes).select(1, wanted.tube().id().value()::equals))
        .containsExactly(wanted);
  }

  @Test
  void losesOnlyTheTubesNamed() {
    var tubes = fullBox();
    var left = PackedBox.of(tubes).without(Set.of("FD00000407", "absent"));
    assertThat(left.tubes()).isEqualTo(tubes.size() - 1);
    assertThat(left.select(1, "FD00000407"::equals)).isEmpty();
  }

  @Test
  void takesFewBytesForATube() {
    var box = PackedBox.of(fullBox());
    assertThat(box.bytes()).isLessThanOrEqualTo(box.tubes() * MOST_BYTES_OF_NEIGHBOURS);
  }

  @Test
  void takesFewBytesForTubesInNoOrder() {
    var box = PackedBox.of(shuffledBox(new Random(7)));
    assertThat(box.bytes()).isLessThanOrEqualTo(box.tubes() * MOST_BYTES_OF_SHUFFLED_TUBES);
  }

  @Test
  void takesFewBytesEvenForTubesWithoutAnythingInCommon() {
    var box = PackedBox.of(randomTubes(new Random(7)));
    assertThat(box.bytes()).isLessThanOrEqualTo(box.tubes() * MOST_BYTES_PER_TUBE);
  }

  private static List<Standing> fullBox() {
    var tubes = new ArrayList<Standing>();
    for (int i = 0; i < 96; i++) {
      var specimen = new SpecimenId("HG%05d".formatted(96 + i / 3));
      var tube = new Tube(new TubeId("FD%08d".formatted(400 + i)), specimen, "LCL", i % 3 + 1);
      tubes.add(new Standing(tube, 1, new Well(i / 12, i % 12 + 1)));
    }
    return tubes;
  }

  /** Names of the same kind that have nothing to do with where the tubes stand. */
  private static List<Standing> shuffledBox(Random random) {
    return fullBox().stream()
        .map(
            standing -> {
              var id = new TubeId("FD%08d".formatted(random.nextInt(100_000_000)));
              var specimen = new SpecimenId("HG%07d".formatted(random.nextInt(10_000_000)));
              var tube = new Tube(id, specimen, standing.tube().material(), 1);
              return new Standing(tube, 1, standing.well());
            })
        .toList();
  }

  private static List<Standing> randomTubes(Random random) {
    var tubes = new ArrayList<Standing>();
    for (int row = 0; row < 26; row++) {
      for (int column = 1; column <= 99; column++) {
        if (random.nextInt(4) == 0) {
          tubes.add(new Standing(randomTube(random), 3, new Well(row, column)));
        }
      }
    }
    return tubes;
  }

  private static Tube randomTube(Random random) {
    var id = Long.toString(random.nextLong() >>> 16, 36);
    var material = random.nextBoolean() ? "plasma µ" : "";
    return new Tube(
        new TubeId(id), new SpecimenId("s" + random.nextInt()), material, random.nextInt(300));
  }
}
