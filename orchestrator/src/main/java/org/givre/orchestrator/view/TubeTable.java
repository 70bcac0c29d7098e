package org.givre.orchestrator.view;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;

/**
 * Every tube that was ever in the store, as columns of numbers: about 60 bytes a tube. Tubes are
 * numbered in the order they came and are never taken out. Not thread-safe.
 */
final class TubeTable {
  /** A state is kept as its place in this list. */
  private static final List<TubeState> STATES = List.of(TubeState.values());

  private final NameTable barcodes = new NameTable();
  private final NameTable specimens = new NameTable();
  private final NameTable materials = new NameTable();
  private final IntColumn specimenOf = new IntColumn();
  private final IntColumn materialOf = new IntColumn();
  private final IntColumn aliquotOf = new IntColumn();
  private final IntColumn shelfOf = new IntColumn();
  private final IntColumn slotOf = new IntColumn();
  private final IntColumn stateOf = new IntColumn();
  private final IntColumn arrivalOf = new IntColumn();
  private final IntColumn nextOfSpecimen = new IntColumn();
  private final IntColumn lastOfSpecimen = new IntColumn();

  int size() {
    return barcodes.size();
  }

  /** The number of {@code tube}, or {@link NameTable#NONE}. */
  int indexOf(TubeId tube) {
    return barcodes.indexOf(tube.value());
  }

  /** A tube that was never here before; {@code arrival} numbers what brought it. */
  int add(Tube tube, int arrival) {
    var index = barcodes.add(tube.id().value());
    var specimen = specimens.add(tube.specimen().value());
    specimenOf.add(specimen);
    materialOf.add(materials.add(tube.material()));
    aliquotOf.add(tube.aliquot());
    shelfOf.add(0);
    slotOf.add(0);
    stateOf.add(STATES.indexOf(TubeState.UNVERIFIED));
    arrivalOf.add(arrival);
    link(index, specimen);
    return index;
  }

  private void link(int tube, int specimen) {
    if (specimen == lastOfSpecimen.size()) {
      lastOfSpecimen.add(NameTable.NONE);
    }
    nextOfSpecimen.add(lastOfSpecimen.get(specimen));
    lastOfSpecimen.set(specimen, tube);
  }

  Tube tube(int index) {
    return new Tube(
        new TubeId(barcodes.name(index)),
        new SpecimenId(specimens.name(specimenOf.get(index))),
        materials.name(materialOf.get(index)),
        aliquotOf.get(index));
  }

  int aliquot(int index) {
    return aliquotOf.get(index);
  }

  String material(int index) {
    return materials.name(materialOf.get(index));
  }

  /** Which arrival brought it first. */
  int arrival(int index) {
    return arrivalOf.get(index);
  }

  TubeState state(int index) {
    return STATES.get(stateOf.get(index));
  }

  void state(int index, TubeState state) {
    stateOf.set(index, STATES.indexOf(state));
  }

  int shelf(int index) {
    return shelfOf.get(index);
  }

  int slot(int index) {
    return slotOf.get(index);
  }

  void place(int index, int shelf, int slot) {
    shelfOf.set(index, shelf);
    slotOf.set(index, slot);
  }

  /** Whether any tube of this specimen was ever here. */
  boolean knows(SpecimenId specimen) {
    return specimens.indexOf(specimen.value()) != NameTable.NONE;
  }

  /** The specimen's tubes, wherever they are, in no particular order. */
  List<Integer> tubesOf(SpecimenId specimen) {
    var found = new ArrayList<Integer>();
    var known = specimens.indexOf(specimen.value());
    var tube = known == NameTable.NONE ? NameTable.NONE : lastOfSpecimen.get(known);
    while (tube != NameTable.NONE) {
      found.add(tube);
      tube = nextOfSpecimen.get(tube);
    }
    return found;
  }
}
