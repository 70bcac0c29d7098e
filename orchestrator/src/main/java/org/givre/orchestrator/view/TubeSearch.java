package org.givre.orchestrator.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.givre.orchestrator.view.TubeReader.ReadLock;
import org.givre.orchestrator.view.TubeView.TubePage;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.RackId;

/**
 * A search through all tubes, or through those of one specimen. What a filter asks is looked up in
 * columns, and a tube is pictured only where it is found; writers wait for a part of the search at
 * most, and see to it that tubes keep their numbers.
 */
final class TubeSearch {
  /** Tubes that are looked at while writers wait: a millisecond or so. */
  private static final int PART = 1 << 16;

  private final TubeBook book;
  private final TubeFilter filter;

  TubeSearch(TubeBook book, TubeFilter filter) {
    this.book = book;
    this.filter = filter;
  }

  /** Up to {@code limit} tubes after tube {@code after}. */
  TubePage page(int after, int limit, ReadLock lock) {
    var page = new Page(after, limit);
    if (filter.specimen().isPresent()) {
      return lock.read(() -> ofSpecimen(page));
    }
    var wanted = lock.read(Wanted::new);
    while (!lock.read(() -> ofAll(wanted, page))) {
      // Writers have their turn here.
      Thread.onSpinWait();
    }
    return page.found();
  }

  /** What has been found, and how far the search has come. */
  private static final class Page {
    private final int limit;
    private final List<TubePicture> found = new ArrayList<>();
    private int last;
    private boolean more;

    private Page(int after, int limit) {
      this.last = after;
      this.limit = limit;
    }

    private boolean full() {
      return found.size() == limit;
    }

    private TubePage found() {
      return new TubePage(found, more ? Optional.of(last) : Optional.empty());
    }
  }

  private TubePage ofSpecimen(Page page) {
    var tubes =
        filter.specimen().stream().flatMap(s -> book.table().tubesOf(s).stream()).sorted().toList();
    for (int tube : tubes) {
      if (tube > page.last) {
        page.more = page.full();
        if (page.more) {
          return page.found();
        }
        look(tube, page);
      }
    }
    return page.found();
  }

  /** Looks through the next part; whether the page is done. */
  private boolean ofAll(Wanted wanted, Page page) {
    var size = book.table().size();
    var end = (int) Math.min(size, page.last + 1L + PART);
    while (page.last + 1 < end && !page.full()) {
      var tube = page.last + 1;
      if (wanted.mayBe(tube)) {
        look(tube, page);
      } else {
        page.last = tube;
      }
    }
    page.more = page.last + 1 < size;
    return page.full() || !page.more;
  }

  private void look(int tube, Page page) {
    page.last = tube;
    var picture = book.picture(tube);
    if (filter.accepts(picture)) {
      page.found.add(picture);
    }
  }

  /** What can be told of a tube by its columns alone. */
  private final class Wanted {
    private final boolean anyMaterial = filter.material().isEmpty();
    private final int material = filter.material().map(book.table()::material).orElse(0);
    private final Set<TubeState> states = EnumSet.allOf(TubeState.class);
    private final boolean anywhere = filter.dewar().isEmpty() && filter.rack().isEmpty();
    private final SlotRanges ranges = SlotRanges.of(book.shelves(), filter);

    private Wanted() {
      if (!filter.states().isEmpty()) {
        states.retainAll(filter.states());
      }
    }

    private boolean mayBe(int tube) {
      var whereabouts = book.whereabouts();
      return states.contains(whereabouts.state(tube))
          && (anyMaterial || book.table().materialOf(tube) == material)
          && (anywhere || ranges.has(whereabouts.slot(tube)));
    }
  }

  /** From the first slot to the last of the racks that a filter allows. */
  private record SlotRanges(int first, int end) {
    static SlotRanges of(Shelves shelves, TubeFilter filter) {
      int first = Integer.MAX_VALUE;
      int end = 0;
      for (var shelf : shelves.all()) {
        if (allows(filter, shelf.dewar().id(), shelf.rack())) {
          first = Math.min(first, shelf.firstSlot());
          end = shelf.firstSlot() + shelf.slots();
        }
      }
      return new SlotRanges(first, end);
    }

    private static boolean allows(TubeFilter filter, DewarId dewar, RackId rack) {
      return filter.dewar().stream().allMatch(dewar::equals)
          && filter.rack().stream().allMatch(rack::equals);
    }

    boolean has(int slot) {
      return slot >= first && slot < end;
    }
  }
}
