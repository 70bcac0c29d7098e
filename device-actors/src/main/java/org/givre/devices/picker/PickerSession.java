package org.givre.devices.picker;

import static java.util.Comparator.naturalOrder;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.givre.devices.picker.TaskRun.Debt;

/**
 * What a picker knows only since it last started: nothing here is needed to go on after a crash,
 * but to go on without asking everybody again.
 */
final class PickerSession {
  private boolean begun;
  private String followedOrder = "";
  private String droppedOrder = "";
  private final Set<Debt> paid = EnumSet.noneOf(Debt.class);
  private double rackTubeSeconds;

  /** Whether orders may be given: the session's epoch is durable, or being made so. */
  boolean begun() {
    return begun;
  }

  void begin() {
    begun = true;
  }

  /** From now on reports on {@code orderId} are heard as they come: all before are known. */
  void follow(String orderId) {
    followedOrder = orderId;
  }

  boolean follows(String orderId) {
    return followedOrder.equals(orderId);
  }

  /** A report came before all that came before it: the driver will be asked for it. */
  void drop(String orderId) {
    droppedOrder = orderId;
  }

  /** Whether reports on {@code orderId} were dropped since this was last asked. */
  boolean takeDropped(String orderId) {
    var dropped = droppedOrder.equals(orderId);
    droppedOrder = "";
    return dropped;
  }

  void newTask() {
    paid.clear();
    rackTubeSeconds = 0;
  }

  void paid(Debt debt) {
    paid.add(debt);
  }

  void rackPaid(double tubeSeconds) {
    rackTubeSeconds = tubeSeconds;
    paid.add(Debt.RACK);
  }

  /** Weighted tube-seconds of the lift, as its rack has recorded them. */
  double rackTubeSeconds() {
    return rackTubeSeconds;
  }

  /**
   * Who must hear next. First the rack, and the dewar when the rack has answered: else another
   * picker might lift the rack, and the rack hear of that lift before it hears of this one.
   */
  Optional<Debt> nextDebt(TaskRun run) {
    return run.debts().stream().filter(debt -> !paid.contains(debt)).min(naturalOrder());
  }
}
