package org.givre.orchestrator.job;

import java.util.ArrayDeque;
import java.util.Queue;
import org.givre.orchestrator.job.JobCommand.Act;

/** Actions that wait until dispatch has said what is under way. In memory only. */
final class WaitingActions {
  private final Queue<Act> acts = new ArrayDeque<>();
  private String question = "";
  private int asked;

  void add(Act act) {
    acts.add(act);
  }

  boolean isEmpty() {
    return acts.isEmpty();
  }

  int size() {
    return acts.size();
  }

  /** A question that was never asked before: its answer is not older than it. */
  String ask() {
    question = acts.element().action().id() + "/" + ++asked;
    return question;
  }

  /** Whether this is the answer to the latest question. */
  boolean isAnswered(JobReport.ReportStanding standing) {
    return !acts.isEmpty() && standing.question().filter(question::equals).isPresent();
  }

  /** Decides the first ones, for as long as they need not know what is under way. */
  void takeReady(Decisions decisions) {
    while (!acts.isEmpty() && !decisions.needsStanding(acts.element())) {
      decisions.decide(acts.remove(), Standing.NOTHING);
    }
  }

  /** Decides all in the order in which they came. */
  void takeAll(Decisions decisions, Standing standing) {
    while (!acts.isEmpty()) {
      decisions.decide(acts.remove(), standing);
    }
  }
}
