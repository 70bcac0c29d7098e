package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageLimitTest {
  private static final int EVENTS = 20;
  private static final int EVENT_BYTES = 300_000;

  /** Three events, and no more than one write or block beyond it. */
  private static final PageLimit LIMIT = new PageLimit(1_000, 2 * EVENT_BYTES + 1);

  @TempDir Path directory;
  private JournalStore store;

  @BeforeEach
  void fill() {
    store = JournalStoreTest.open(directory);
    for (var n = 1; n <= EVENTS; n++) {
      var event = new NewEvent(n, new byte[EVENT_BYTES], List.of("red"));
      store.append(List.of(new AtomicWrite("a", List.of(event)))).join();
    }
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  /** Reads page after page until there is none; returns the offsets. */
  private static List<Long> paged(LongFunction<List<StoredEvent>> after) {
    var offsets = new ArrayList<Long>();
    var page = after.apply(0);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeBetween(1, 4);
      page.forEach(event -> offsets.add(event.offset()));
      page = after.apply(offsets.get(offsets.size() - 1));
    }
    return offsets;
  }

  private static List<Long> all() {
    return LongStream.rangeClosed(1, EVENTS).boxed().toList();
  }

  @Test
  void endsAPageOfOneActorByBytes() {
    assertThat(paged(after -> store.replay("a", after + 1, Long.MAX_VALUE, LIMIT)))
        .isEqualTo(all());
  }

  @Test
  void endsAPageOfAllEventsByBytes() {
    assertThat(paged(after -> store.events(after, LIMIT))).isEqualTo(all());
  }

  @Test
  void endsAPageOfATagByBytes() {
    assertThat(paged(after -> store.events("red", after, LIMIT))).isEqualTo(all());
  }

  @Test
  void hasOneEventHoweverLarge() {
    var one = new PageLimit(1_000, 1);
    assertThat(store.replay("a", 7, Long.MAX_VALUE, one))
        .singleElement()
        .satisfies(event -> assertThat(event.sequenceNumber()).isEqualTo(7));
    assertThat(store.events(6, one)).isNotEmpty();
    assertThat(store.events("red", 6, one)).isNotEmpty();
  }
}
