package org.givre.plans.search.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.givre.plans.instance.InstanceRack;

/** A rack as the search sees it; arrays per level, index 0 unused. */
public final class Rack {
  public final int id;
  public final int index;
  public final Dewar dewar;
  public final int slot;
  public final int levels;

  /** Tubes in each box at the beginning. */
  public final int[] boxTubes;

  /** Weighted seconds the most worn tube of each box may still get, {@link #fragile} ones aside. */
  public final double[] boxBudget;

  /** Weighted seconds that each box gets while tubes are put back, before all other lifts. */
  public final double[] putBackWorn;

  private final List<Tube> fragile = new ArrayList<>();

  /** Longest stay outside in one lift. */
  public final double[] cap;

  /** Whether any level has a cap. */
  public final boolean capped;

  public final double recoolRatio;
  public final double notBefore;

  Rack(InstanceRack rack, int index, Dewar dewar) {
    this.id = rack.id();
    this.index = index;
    this.dewar = dewar;
    this.slot = rack.slot();
    this.levels = rack.levels();
    this.boxTubes = new int[levels + 1];
    this.boxBudget = new double[levels + 1];
    this.putBackWorn = new double[levels + 1];
    this.cap = new double[levels + 1];
    boolean anyCap = false;
    for (int level = 1; level <= levels; level++) {
      boxTubes[level] = rack.boxTubes().get(level - 1);
      boxBudget[level] = rack.boxMinBudgetSeconds().get(level - 1);
      cap[level] = rack.boxMaxOutSeconds().get(level - 1);
      anyCap |= cap[level] < Double.POSITIVE_INFINITY;
    }
    this.capped = anyCap;
    this.recoolRatio = rack.recoolRatio();
    this.notBefore = rack.notBeforeSeconds();
  }

  void addFragile(Tube tube) {
    fragile.add(tube);
  }

  /** Tubes with less budget than their box has, by index. */
  public List<Tube> fragile() {
    return Collections.unmodifiableList(fragile);
  }
}
