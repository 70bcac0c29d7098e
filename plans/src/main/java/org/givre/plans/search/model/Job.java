package org.givre.plans.search.model;

import org.givre.plans.instance.InstanceJob;

/** Requests that belong together, and when they are wanted where. */
public final class Job {
  public static final int ANY_PORT = -1;

  /** A job due so much later counts about a third: half an hour, about the length of a plan. */
  private static final double FORESIGHT_SECONDS = 1800;

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

  /**
   * What a second of its delay costs per request: the priority, but less the later it is due; 0
   * where nothing is due.
   */
  public final double delayPrice;

  private final boolean[] pickers;

  /**
   * Compiles a job.
   *
   * @param pickers by index, whether they may pick for it
   * @param now what due dates are seen from
   */
  Job(InstanceJob job, int index, int port, boolean[] pickers, double now) {
    this.id = job.id();
    this.index = index;
    this.priority = job.priority();
    this.release = job.releaseSeconds();
    this.due = job.dueSeconds().orElse(Double.POSITIVE_INFINITY);
    this.deadline = job.deadlineSeconds().orElse(Double.POSITIVE_INFINITY);
    this.port = port;
    this.pickers = pickers;
    this.delayPrice = delayPrice(job, now);
  }

  private static double delayPrice(InstanceJob job, double now) {
    double slack = Math.max(0, job.dueSeconds().orElse(Double.POSITIVE_INFINITY) - now);
    double share = job.priority() / Math.max(1, job.requests().size());
    return share * Math.exp(-slack / FORESIGHT_SECONDS);
  }

  /** Whether {@code picker} may pick for it. */
  public boolean allows(Picker picker) {
    return pickers[picker.index];
  }
}
