package org.givre.plans.search.schedule;

/** What makes a whole schedule of lifts whose content is settled. */
public sealed interface Steering permits Guidance, Routes {
  /** Schedules all that can be. */
  Timetable times(Work work);
}
