package org.givre.journal.store;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Turns the parts of blocks into events. */
final class EventParts implements Block.Parts {
  private final Catalogue catalogue;
  private final Consumer<StoredEvent> taker;

  EventParts(Catalogue catalogue, Consumer<StoredEvent> taker) {
    this.catalogue = catalogue;
    this.taker = taker;
  }

  @Override
  public void write(Block.Write write) {
    var persistenceId = catalogue.owner(write.owner()).persistenceId();
    for (var i = 0; i < write.sequenceNumbers().length; i++) {
      taker.accept(
          new StoredEvent(
              write.firstOffset() + i,
              persistenceId,
              write.sequenceNumbers()[i],
              write.payloads().get(i),
              names(write.tags().get(i))));
    }
  }

  private List<String> names(int[] tags) {
    return Arrays.stream(tags).mapToObj(tag -> catalogue.tag(tag).name()).toList();
  }
}
