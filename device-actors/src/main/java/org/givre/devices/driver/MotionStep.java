package org.givre.devices.driver;

/** One step of an order. Names are the store's; levels count from 1, the top box. */
public sealed interface MotionStep {
  /** Drives to a dewar or a port. */
  record MoveTo(String station) implements MotionStep {}

  /** Turns the carousel of the dewar until {@code slot} is under the opening. */
  record RotateTo(String dewar, int slot) implements MotionStep {}

  /** Grips the rack if it is not gripped, lifts it until box {@code level} is out, and settles. */
  record LiftRack(String rack, int level) implements MotionStep {}

  /** Lowers the rack all the way; releases it unless one of its boxes is still out. */
  record LowerRack(String rack) implements MotionStep {}

  /** Takes box {@code level} out of the raised rack into the cold chamber. */
  record ExtractBox(String rack, int level) implements MotionStep {}

  /** Puts box {@code level} from the cold chamber back into the raised rack. */
  record InsertBox(String rack, int level) implements MotionStep {}

  /** Picks a tube into the carrier. */
  record PickTube(String rack, int level, String well, String tube) implements MotionStep {}

  /** Places a tube from the carrier. */
  record PlaceTube(String rack, int level, String well, String tube) implements MotionStep {}

  /** Docks at the port where the picker stands. */
  record Dock(String port) implements MotionStep {}

  /** Puts a tube from the carrier into a slot of the port's buffer; slots count from 1. */
  record Unload(String port, int slot, String tube) implements MotionStep {}
}
