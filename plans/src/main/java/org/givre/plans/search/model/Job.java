package org.givre.plans.search.model;

import org.givre.plans.instance.InstanceJob;

/** Requests that belong together, and when they are wanted where. */
public final class Job {
  public static final int ANY_PORT = -1;

  public final int id;
  public final int index;
  public final double priority;
  public final double release;

  /** Infinite when nothing is due. */
  public final double due;

  /** Infinite when there is none. */
  public final double deadline;

  /** Index of the only port that will do, or {@link #ANY_PORT}. */
  public final int port;

  private final boolean[] pickers;

  /**
   * Compiles a job.
   *
   * @param pickers by index, whether they may pick for it
   */
  Job(InstanceJob job, int index, int port, boolean[] pickers) {
    this.id = job.id();
    this.index = index;
    this.priority = job.priority();
    this.release = job.releaseSeconds();
    this.due = job.dueSeconds().orElse(Double.POSITIVE_INFINITY);
    this.deadline = job.deadlineSeconds().orElse(Double.POSITIVE_INFINITY);
    this.port = port;
    this.pickers = pickers;
  }

  /** Whether {@code picker} may pick for it. */
  public boolean allows(Picker picker) {
    return pickers[picker.index];
  }
}
