package org.givre.orchestrator.dispatch;

import org.givre.orchestrator.dispatch.DispatchCommand.Timer;

/** What dispatch does when one of its timers goes off. */
final class Alarms {
  private Alarms() {}

  /** Does it; that devices have had their time is for dispatch itself, as a plan may follow. */
  static void ring(Timer timer, DispatchSession session, DispatchState state) {
    switch (timer) {
      case QUIET, LONGEST_WAIT -> {
        if (session.rounds().stage() == Rounds.Stage.COLLECTING) {
          session.gather(state);
        }
      }
      case GATHERED -> throw new IllegalArgumentException("Dispatch plans when GATHERED goes off");
      case RECHECK -> session.requestRound("recheck");
      case COMPANY -> session.requestRound("company");
      case ISSUE -> session.issue(state);
      case REMIND -> {
        session.remindPickers(state);
        session.issue(state);
      }
      case CARRIER_LIMIT -> session.requestRoundNow(state, "carrier-hold");
      case OFFERS_DUE -> session.offersComplete(state);
    }
  }
}
