/**
 * Jobs: what a LIMS asked for, and the only record of how far it has come.
 *
 * <p>Operators' verbs are decided by the job itself, by the rules in {@code JobVerbs}, and recorded
 * in the same write as their effects. What is under way only dispatch knows: before a job pauses or
 * lets a request go it asks dispatch to hold still, and decides when it has answered. A job that
 * rests has nothing under way, and nothing out of the cold; a job that is over never changes again.
 */
@NullMarked
package org.givre.orchestrator.job;

import org.jspecify.annotations.NullMarked;
