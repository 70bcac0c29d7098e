package org.givre.orchestrator.dispatch.planning;

import org.givre.devices.action.Service.Mode;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerCommand.State;

/** What a picker may be given to do. */
public final class PickerFitness {
  private PickerFitness() {}

  /** Whether it does anything at all: not in fault, and not while it is paused. */
  public static boolean works(PickerPicture picker) {
    return picker.state() != State.FAULT && picker.service().mode() != Mode.PAUSED;
  }

  /** Whether it may lift racks for tubes, and not only empty its carrier. */
  public static boolean lifts(PickerPicture picker) {
    return works(picker) && picker.service().inService();
  }

  /** Code of the blocker for what it keeps in its carrier. */
  static String obstacle(PickerPicture picker) {
    return picker.state() == State.FAULT ? "picker-fault" : "picker-paused";
  }
}
