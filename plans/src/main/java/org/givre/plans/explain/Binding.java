package org.givre.plans.explain;

import java.util.OptionalInt;

/**
 * What keeps an operation from starting any earlier.
 *
 * @param resource id of the picker, dewar, rack, port or job that it is about
 * @param untilSeconds until when, on the instance's clock: the operation's start
 * @param after number of the operation that has to be over first; absent where none is in the way
 */
public record Binding(Kind kind, int resource, double untilSeconds, OptionalInt after) {

  /** The constraint that binds. */
  public enum Kind {
    /** The picker only has to get there from where it stands. */
    WAY,
    /** The picker is not free yet: it ends what it had begun before the plan. */
    PICKER_TAKEN,
    /** The picker does something else first, and then has to get there. */
    PICKER_BUSY,
    /** Another operation has the dewar's opening. */
    DEWAR_BUSY,
    /** The rack has to cool again after its lift before. */
    RECOOL,
    /** The rack has to cool again after a lift from before the plan. */
    RECOOL_BEFORE,
    /** The job may not be begun earlier. */
    RELEASE,
    /** Another unload is docked at the port. */
    PORT_BUSY,
    /** The port's buffer has no room until a batch before is cleared. */
    PORT_FULL,
    /** The picker cannot be used until then. */
    PICKER_CLOSED,
    /** The dewar cannot be used until then. */
    DEWAR_CLOSED,
    /** The port cannot be used until then. */
    PORT_CLOSED
  }
}
