package org.givre.plans.check;

import java.util.Locale;

/** What can be wrong with a plan. The exchange format's constraints, one kind each. */
public enum ViolationKind {
  /** An unknown id, a wrong dewar, an empty lift, another instance, a bad initial load. */
  REFERENCE,
  /** An operation starts before the instance's clock, or at no time at all. */
  TIME,
  /** A dewar or port that the picker does not reach, or a job that does not allow it. */
  REACH,
  /** The picker cannot be there yet. */
  TRAVEL,
  /** More tubes in the carrier than it holds. */
  CAPACITY,
  /** A tube is no alternative of the request, or the request is served twice. */
  REQUEST,
  /** A picked tube is no longer there, or an unloaded one is not in that carrier. */
  TUBE,
  /** A lift starts before the release of a job that it picks for. */
  RELEASE,
  /** Parking where it is impossible, or at several levels. */
  PARK,
  /** A box is outside for longer than its cap in one lift. */
  MAX_OUT,
  /** A rack is lifted before it has cooled again. */
  RECOOL,
  /** Two operations overlap at one dewar. */
  DEWAR_CONFLICT,
  /** Two operations overlap at one port. */
  PORT_CONFLICT,
  /** More tubes in a port's buffer than it holds. */
  PORT_BUFFER,
  /** An operation overlaps a time in which its dewar cannot be used. */
  DEWAR_UNAVAILABLE,
  /** An operation overlaps a time in which its port cannot be used. */
  PORT_UNAVAILABLE,
  /** An operation overlaps a time in which its picker cannot be used. */
  PICKER_UNAVAILABLE,
  /** A box or tube gets more weighted seconds than it may. */
  BUDGET,
  /** A job's last delivery comes after its deadline. */
  DEADLINE,
  /** A request is not delivered. */
  UNSERVED,
  /** A carrier is not empty at the end, or a return is not placed. */
  UNFINISHED,
  /** A tube is placed that is not in that carrier, or not where it must go. */
  PLACE;

  /** The kind as the exchange format writes it, such as {@code max_out}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
