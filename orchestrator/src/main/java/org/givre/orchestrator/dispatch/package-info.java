/**
 * Dispatch: gathers waiting work, has it planned and judged, and hands tasks to pickers.
 *
 * <p>One actor decides; what it has decided is in its journal, everything else in a session that a
 * restart begins anew from what jobs and devices say. Racks have the last word on tubes, pickers on
 * carriers, jobs on what is open: dispatch remembers none of it for longer than a plan. A running
 * task is never taken back; a new plan is made around it.
 */
@NullMarked
package org.givre.orchestrator.dispatch;

import org.jspecify.annotations.NullMarked;
