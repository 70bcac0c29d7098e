package org.givre.orchestrator.view;

import java.util.List;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;

/**
 * Every tube that was ever in the store, as columns of numbers: about 30 bytes a tube, its well
 * included. Tubes are numbered in the order they came and are never taken out. Not thread-safe.
 */
final class TubeTable {
  /** A state is kept as its place in this list. */
  private static final List<TubeState> STATES = List.of(TubeState.values());

  /** Room for four. */
  private static final int STATE_BITS = 2;

  private static final int STATE_MASK = (1 << STATE_BITS) - 1;

  /** More than half a billion wells: what is left of a number beside the state. */
  private static final int MOST_SLOTS = 1 << (31 - STATE_BITS);

  private final NameTable barcodes = NameTable.ofMany();
  private final NameTable specimens = NameTable.ofRepeated();
  private final NameTable materials = NameTable.ofRepeated();
  private final SpecimenChains chains = new SpecimenChains();
  private final SmallColumn materialOf = new SmallColumn();
  private final SmallColumn aliquotOf = new SmallColumn();

  /** The slot, counted over all racks, and the state in the lowest bits. */
  private final IntColumn standing = new IntColumn();

  int size() {
    return barcodes.size();
  }

  /** The number of {@code tube}, or {@link NameTable#NONE}. */
  int indexOf(TubeId tube) {
    return barcodes.indexOf(tube.value());
  }

  /** The number of {@code tube}: the next one, if no tube of its barcode was ever here. */
  int add(Tube tube) {
    var next = barcodes.size();
    var index = barcodes.add(tube.id().value());
    if (index == next) {
      chains.add(specimens.add(tube.specimen().value()));
      materialOf.add(materials.add(tube.material()));
      aliquotOf.add(tube.aliquot());
      standing.add(STATES.indexOf(TubeState.UNVERIFIED));
    }
    return index;
  }

  Tube tube(int index) {
    return new Tube(
        new TubeId(barcodes.name(index)),
        new SpecimenId(specimens.name(chains.specimenOf(index))),
        materials.name(materialOf.get(index)),
        aliquotOf.get(index));
  }

  TubeState state(int index) {
    return STATES.get(standing.get(index) & STATE_MASK);
  }

  void state(int index, TubeState state) {
    stand(index, slot(index), state);
  }

  /** Where it stands or is believed to have stood last, counted over all racks. */
  int slot(int index) {
    return standing.get(index) >>> STATE_BITS;
  }

  void stand(int index, int slot, TubeState state) {
    standing.set(index, slot << STATE_BITS | STATES.indexOf(state));
  }

  /** How many wells a store may have. */
  static int mostSlots() {
    return MOST_SLOTS;
  }

  /** The number of a material, or {@link NameTable#NONE} where no tube is of it. */
  int material(String name) {
    return materials.indexOf(name);
  }

  /** The number of the tube's material. */
  int materialOf(int index) {
    return materialOf.get(index);
  }

  /** Whether any tube of this specimen was ever here. */
  boolean knows(SpecimenId specimen) {
    return specimens.indexOf(specimen.value()) != NameTable.NONE;
  }

  /** The specimen's tubes, wherever they are, in no particular order. */
  List<Integer> tubesOf(SpecimenId specimen) {
    var known = specimens.indexOf(specimen.value());
    return known == NameTable.NONE ? List.of() : chains.tubesOf(known);
  }
}
