package org.givre.orchestrator.columns;

import java.util.List;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;

/**
 * Tubes, numbered from 0 in the order they came, and never taken out: about 20 bytes each. Not
 * thread-safe.
 */
public final class TubeTable {
  /** No such tube or name. */
  public static final int NONE = NameTable.NONE;

  private final NameTable barcodes = NameTable.ofMany();
  private final NameTable specimens = NameTable.ofRepeated();
  private final NameTable materials = NameTable.ofRepeated();
  private final SpecimenChains chains = new SpecimenChains();
  private final SmallColumn materialOf = new SmallColumn();
  private final SmallColumn aliquotOf = new SmallColumn();

  public int size() {
    return barcodes.size();
  }

  /** The number of {@code tube}, or {@link #NONE}. */
  public int indexOf(TubeId tube) {
    return barcodes.indexOf(tube.value());
  }

  /** The number of {@code tube}: the next one, if no tube of its barcode was ever here. */
  public int add(Tube tube) {
    var next = barcodes.size();
    var index = barcodes.add(tube.id().value());
    if (index == next) {
      chains.add(specimens.add(tube.specimen().value()));
      materialOf.add(materials.add(tube.material()));
      aliquotOf.add(tube.aliquot());
    }
    return index;
  }

  public Tube tube(int index) {
    return new Tube(
        id(index),
        new SpecimenId(specimens.name(chains.specimenOf(index))),
        materials.name(materialOf.get(index)),
        aliquotOf.get(index));
  }

  public TubeId id(int index) {
    return new TubeId(barcodes.name(index));
  }

  /** The number of a material, or {@link #NONE} where no tube is of it. */
  public int material(String name) {
    return materials.indexOf(name);
  }

  /** The number of the tube's material. */
  public int materialOf(int index) {
    return materialOf.get(index);
  }

  /** The specimen's tubes, in no particular order; none where there was never one. */
  public List<Integer> tubesOf(SpecimenId specimen) {
    var known = specimens.indexOf(specimen.value());
    return known == NONE ? List.of() : chains.tubesOf(known);
  }
}
