package org.givre.orchestrator.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.givre.orchestrator.columns.TubeTable;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** The tube book behind a lock, for many readers at once. */
final class TubeReader implements TubeView {
  private final TubeBook book;
  private final LedgerReader ledgers;
  private final ReadLock lock;

  /** Runs a reading while nothing is written. */
  interface ReadLock {
    <T> T read(Supplier<T> reading);
  }

  TubeReader(TubeBook book, LedgerReader ledgers, ReadLock lock) {
    this.book = book;
    this.ledgers = ledgers;
    this.lock = lock;
  }

  @Override
  public int standing() {
    return lock.read(() -> book.shelves().all().stream().mapToInt(Shelf::count).sum());
  }

  @Override
  public Optional<TubePicture> tube(TubeId id) {
    return lock.read(() -> known(id).map(book::picture));
  }

  private Optional<Integer> known(TubeId id) {
    return Optional.of(book.table().indexOf(id)).filter(index -> index != TubeTable.NONE);
  }

  @Override
  public Optional<RackId> rackOf(TubeId id) {
    return lock.read(
        () ->
            known(id)
                .filter(index -> book.whereabouts().state(index) == TubeState.STORED)
                .map(index -> book.shelves().at(book.whereabouts().slot(index)).rack()));
  }

  @Override
  public Optional<Tube> contentOf(TubeId id) {
    return tube(id).map(TubePicture::tube);
  }

  @Override
  public Optional<TubeId> tubeAt(RackId rack, int level, Well well) {
    return lock.read(
        () ->
            book.shelves()
                .of(rack)
                .filter(shelf -> level >= 1 && level <= shelf.dewar().levels())
                .filter(shelf -> shelf.dewar().labware().has(well))
                .map(shelf -> shelf.tubeAt(shelf.slot(level, well)))
                .filter(tube -> tube != Shelf.FREE)
                .map(tube -> book.table().id(tube)));
  }

  @Override
  public List<CustodyEntry> history(TubeId id) {
    return lock.read(() -> known(id).map(book::history).orElse(List.of()));
  }

  @Override
  public Optional<ExposureLedger> exposure(TubeId id) {
    return lock.read(() -> known(id).map(ledgers::ledger));
  }

  @Override
  public List<TubePicture> ofSpecimen(SpecimenId specimen) {
    return lock.read(
        () ->
            book.table().tubesOf(specimen).stream()
                .map(book::picture)
                .sorted(Comparator.comparing(TubePicture::tube, BY_ALIQUOT))
                .toList());
  }

  private static final Comparator<Tube> BY_ALIQUOT =
      Comparator.comparingInt(Tube::aliquot).thenComparing(Tube::id);

  @Override
  public TubePage search(TubeFilter filter, int after, int limit) {
    return new TubeSearch(book, filter).page(after, limit, lock);
  }

  @Override
  public List<Standing> standingIn(RackId rack, int slot, int limit) {
    return lock.read(
        () -> {
          var found = new ArrayList<Standing>();
          book.shelves().of(rack).ifPresent(shelf -> collect(shelf, slot, limit, found));
          return found;
        });
  }

  private void collect(Shelf shelf, int from, int limit, List<Standing> found) {
    for (int slot = from; slot < shelf.slots() && found.size() < limit; slot++) {
      if (shelf.tubeAt(slot) != Shelf.FREE) {
        found.add(new Standing(slot, book.picture(shelf.tubeAt(slot))));
      }
    }
  }
}
