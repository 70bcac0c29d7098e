/**
 * Read models fed by the journal: tubes, their history and exposure, jobs, plans.
 *
 * <p>{@link org.givre.orchestrator.view.ViewUpdater} applies every event, in the journal's order,
 * to one {@link org.givre.orchestrator.view.View}; readers see it through {@link
 * org.givre.orchestrator.view.TubeView} and {@link org.givre.orchestrator.view.JobView}. Nothing
 * here decides anything: racks, pickers and jobs have the last word, and the view follows them by
 * the time an event travels. {@link org.givre.orchestrator.view.Progress} lets a writer wait until
 * what it has written can be read.
 *
 * <p>A tube that never moved costs about 30 bytes; its exposure is derived when it is asked for,
 * from the one event that each lift of its rack left.
 */
@NullMarked
package org.givre.orchestrator.view;

import org.jspecify.annotations.NullMarked;
