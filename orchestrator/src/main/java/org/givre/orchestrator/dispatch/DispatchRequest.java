package org.givre.orchestrator.dispatch;

import akka.actor.typed.ActorRef;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.action.Refusals;
import org.givre.devices.journal.Cause;
import org.givre.orchestrator.dispatch.planning.AdoptedPlan;
import org.givre.orchestrator.job.DispatchMessage;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/** What dispatch is asked or told by others than jobs. */
public sealed interface DispatchRequest extends DispatchMessage {

  /** Asks for an action on the site: {@code holdAll} or {@code release}. */
  record ActSite(Action action, Cause cause, ActorRef<ActionAnswer> replyTo)
      implements DispatchRequest {}

  /** Asks how the site stands. */
  record DescribeSite(ActorRef<SitePicture> replyTo) implements DispatchRequest {}

  /**
   * Tells that a device takes work again, or does not any more: the rest is planned anew.
   *
   * @param cause in a word, such as {@code drain:picker-2}; it stands in the plan that follows
   */
  record DevicesChanged(String cause) implements DispatchRequest {}

  /** Asks what is waiting and under way, for a plan that is only looked at. */
  record DescribeWork(ActorRef<WorkPicture> replyTo) implements DispatchRequest {}

  /** Asks for the plan that holds and what it was reckoned on. */
  record DescribePlan(ActorRef<PlanPicture> replyTo) implements DispatchRequest {}

  /**
   * The plan that holds.
   *
   * @param reckoned what it was reckoned on; empty where nothing was planned since the start
   * @param goesOn whether what is left of it may be done: nothing has come up that forbids it
   * @param making whether another plan is being made, or is about to be
   */
  record PlanPicture(
      DispatchState state, Optional<AdoptedPlan> reckoned, boolean goesOn, boolean making) {}

  /**
   * How the site stands.
   *
   * @param held whether an operator has stopped everything
   * @param since engine time of the last change
   * @param atRest whether nothing is under way
   * @param promisedAt when nothing will be under way any more, while it is held and not at rest
   * @param revision rises with every change
   * @param allowed types of actions that would change something
   */
  record SitePicture(
      boolean held,
      Optional<Instant> since,
      String reason,
      boolean atRest,
      Optional<Instant> promisedAt,
      long revision,
      List<String> allowed) {
    public SitePicture {
      allowed = List.copyOf(allowed);
    }

    /** The answer to an action that led here, or was refused here. */
    ActionAnswer answer(ActionRecord action) {
      return new ActionAnswer(
          action.id(),
          action.refusal(),
          action.refusal().map(this::words).orElse(""),
          revision,
          !held || atRest,
          promisedAt,
          allowed);
    }

    private String words(String refusal) {
      return refusal.equals(Refusals.REVISION_STALE)
          ? "The site is at revision %d now. Look at it again.".formatted(revision)
          : "The site knows holdAll and release.";
    }
  }

  /**
   * What dispatch has to do and is doing.
   *
   * @param offers every job that waits, is paused or is being cancelled
   * @param over jobs that are over though carriers have tubes of theirs
   * @param homeless tubes in carriers that cannot go back where they came from
   * @param startedAt when the work of issued tasks began, where that is known
   */
  record WorkPicture(
      DispatchState state,
      SortedMap<JobId, Offered> offers,
      SortedSet<JobId> over,
      SortedSet<TubeId> homeless,
      SortedMap<String, Instant> startedAt) {
    public WorkPicture {
      offers = Collections.unmodifiableSortedMap(new TreeMap<>(offers));
      over = Collections.unmodifiableSortedSet(new TreeSet<>(over));
      homeless = Collections.unmodifiableSortedSet(new TreeSet<>(homeless));
      startedAt = Collections.unmodifiableSortedMap(new TreeMap<>(startedAt));
    }
  }
}
