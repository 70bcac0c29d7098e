/**
 * One round of planning: from what jobs ask and devices believe to a planning instance, and from
 * the plan that was found and judged back to tasks with names. Pure: no actor, no clock, no
 * journal, so that it can run on any thread and be tested without an engine.
 *
 * <p>Running tasks are frozen: the instance describes the state that they will leave. Ids in an
 * instance are positions in the store file's lists, so that a plan can be read beside the file.
 */
@NullMarked
package org.givre.orchestrator.dispatch.planning;

import org.jspecify.annotations.NullMarked;
