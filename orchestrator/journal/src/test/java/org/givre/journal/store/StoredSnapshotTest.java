package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StoredSnapshotTest {
  private static final SnapshotName NAME = new SnapshotName("a", 1, 1);

  @Test
  void isNoLargerThanItsLimit() {
    var content = new byte[StoredSnapshot.MOST_BYTES + 1];
    assertThatThrownBy(() -> new StoredSnapshot(NAME, new byte[0], content))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("268435457", "268435456");
  }
}
