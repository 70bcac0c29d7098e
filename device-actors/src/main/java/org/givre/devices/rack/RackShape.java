package org.givre.devices.rack;

import org.givre.plans.store.Dewar;
import org.givre.plans.store.Labware;

/**
 * What all racks of a dewar have in common.
 *
 * @param levels boxes in a rack
 * @param labware kind of the boxes
 * @param recoolRatio seconds that a rack must stay down after a lift, for each second that its box
 *     longest outside was out
 */
public record RackShape(int levels, Labware labware, double recoolRatio) {
  /** The shape of the racks of {@code dewar}. */
  public static RackShape of(Dewar dewar) {
    return new RackShape(dewar.levels(), dewar.labware(), dewar.recoolRatio());
  }
}
