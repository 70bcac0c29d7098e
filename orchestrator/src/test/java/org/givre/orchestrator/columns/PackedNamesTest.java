package org.givre.orchestrator.columns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PackedNamesTest {
  private static final long SEED = 20_261_128;

  private final PackedNames names = new PackedNames(8);

  private void add(String name) {
    names.add(name.getBytes(US_ASCII));
  }

  private String name(int index) {
    return names.reader(index).text();
  }

  @Test
  void keepsEveryPrintableCharacter() {
    var all = new StringBuilder();
    for (char character = ' '; character <= '~'; character++) {
      all.append(character);
      add(Character.toString(character));
    }
    add(all.toString());

    for (int i = 0; i < all.length(); i++) {
      assertThat(name(i)).isEqualTo(Character.toString(all.charAt(i)));
    }
    assertThat(name(all.length())).isEqualTo(all.toString());
  }

  @Test
  void keepsNamesOfAnyLength() {
    var lengths = List.of(0, 1, 14, 15, 16, 17, 30, 31, 64, 254, 255);
    for (var first : lengths) {
      for (var second : lengths) {
        add("x".repeat(first));
        add("x".repeat(second));
      }
    }

    var index = 0;
    for (var first : lengths) {
      for (var second : lengths) {
        assertThat(name(index++)).hasSize(first);
        assertThat(name(index++)).hasSize(second);
      }
    }
  }

  @Test
  void givesBackWhatChanceMakesUp() {
    var chance = new SplittableRandom(SEED);
    var expected = new ArrayList<String>();
    for (int i = 0; i < 20_000; i++) {
      expected.add(name(chance));
      add(expected.get(i));
    }

    var reader = names.reader(0);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(name(i)).as("seed %d, index %d", SEED, i).isEqualTo(expected.get(i));
      assertThat(reader.text()).isEqualTo(expected.get(i));
      if (i + 1 < expected.size()) {
        reader.next();
      }
    }
  }

  /** Few characters, so that neighbours share beginnings. */
  private static String name(SplittableRandom chance) {
    var name = new StringBuilder();
    var length = chance.nextInt(1, 40);
    for (int i = 0; i < length; i++) {
      name.append("FR01".charAt(chance.nextInt(4)));
    }
    return name.toString();
  }

  @Test
  void refusesWhatIsNoName() {
    assertThatThrownBy(() -> add("x".repeat(256))).hasMessageContaining("255");
    assertThatThrownBy(() -> names.add("\u00e9".getBytes(ISO_8859_1)))
        .hasMessageContaining("printable");
    assertThat(names.size()).isZero();
  }
}
