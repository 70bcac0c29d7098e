package org.givre.devices.action;

/** Codes by which whom an action concerns refuses it. They are stable: clients may act on them. */
public final class Refusals {
  /** It has changed since the caller looked at it. */
  public static final String REVISION_STALE = "revision-stale";

  /** Not in this state. */
  public static final String ACTION_NOT_ALLOWED = "action-not-allowed";

  /** Nothing of that name can be done with it. */
  public static final String ACTION_NOT_SUPPORTED = "action-not-supported";

  /** The job has no such request. */
  public static final String ITEM_UNKNOWN = "item-unknown";

  /** The request is over, otherwise than the action wants. */
  public static final String ITEM_OVER = "item-over";

  /** The device has a task. */
  public static final String DEVICE_BUSY = "device-busy";

  /** The robot says otherwise than the engine believes. */
  public static final String DEVICE_CONTRADICTS = "device-contradicts";

  /** The robot does not answer. */
  public static final String DEVICE_UNREACHABLE = "device-unreachable";

  private Refusals() {}
}
