package org.givre.orchestrator.columns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameTableTest {
  private final NameTable names = NameTable.ofMany();

  @Test
  void numbersNamesInTheOrderTheyCome() {
    assertThat(names.add("FR10000017")).isZero();
    assertThat(names.add("FR10000018")).isEqualTo(1);
    assertThat(names.add("FR10000017")).isZero();
    assertThat(names.size()).isEqualTo(2);
  }

  @Test
  void doesNotKnowWhatNeverCame() {
    names.add("FR10000017");

    assertThat(names.indexOf("FR1000001")).isEqualTo(NameTable.NONE);
    assertThat(names.indexOf("FR100000170")).isEqualTo(NameTable.NONE);
  }

  @Test
  void keepsAnEmptyName() {
    assertThat(names.add("")).isZero();
    assertThat(names.name(0)).isEmpty();
    assertThat(names.indexOf("")).isZero();
  }

  @Test
  void findsEveryOneOfManyAgain() {
    var count = 100_000;
    for (int i = 0; i < count; i++) {
      names.add("FR" + i * 17);
    }

    for (int i = 0; i < count; i++) {
      assertThat(names.indexOf("FR" + i * 17)).isEqualTo(i);
      assertThat(names.name(i)).isEqualTo("FR" + i * 17);
    }
  }
}
