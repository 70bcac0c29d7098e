package org.givre.orchestrator.view;

import java.util.List;
import java.util.Optional;
import org.givre.orchestrator.dispatch.TubeIndex;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** Finds tubes; lags behind racks and pickers by the time an event travels. */
public interface TubeView extends TubeIndex {
  /** How many tubes stand in racks. */
  int standing();

  Optional<TubePicture> tube(TubeId id);

  /** What stands in that place; empty where nothing does, or where there is no such place. */
  Optional<TubeId> tubeAt(RackId rack, int level, Well well);

  /** Every line of the tube's custody, from its first import on; none for an unknown tube. */
  List<CustodyEntry> history(TubeId id);

  /** The tube's exposure; empty for an unknown tube. */
  Optional<ExposureLedger> exposure(TubeId id);

  /** Every tube that the specimen ever had, by aliquot, then barcode. */
  List<TubePicture> ofSpecimen(SpecimenId specimen);

  /** Up to {@code limit} tubes, in the order they came to the store, after tube {@code after}. */
  TubePage search(TubeFilter filter, int after, int limit);

  /** The tubes that stand in a rack, from {@code slot} on: top box first, row by row. */
  List<Standing> standingIn(RackId rack, int slot, int limit);

  /** Tubes found. */
  record TubePage(List<TubePicture> tubes, Optional<Integer> next) {
    public TubePage {
      tubes = List.copyOf(tubes);
    }
  }

  /** A tube in its rack; slots number the wells of all levels. */
  record Standing(int slot, TubePicture tube) {}
}
