/**
 * Who does which lift when. Takes lifts whose content is settled and gives each a picker and a
 * start: dewars, ports and pickers do one thing at a time, racks re-cool between lifts, carriers
 * and port buffers fill up, and windows close.
 *
 * <p>{@link org.givre.plans.search.schedule.Timetable} is the arithmetic: the state of the store
 * while operations are appended, with exact times and exposure. {@link
 * org.givre.plans.search.schedule.Dispatch} decides: whichever picker is free first takes the lift
 * that keeps it waiting least. What it does is refined as {@link
 * org.givre.plans.search.schedule.Routes}, which {@link org.givre.plans.search.schedule.RouteTimes}
 * gives their times.
 */
@NullMarked
package org.givre.plans.search.schedule;

import org.jspecify.annotations.NullMarked;
