/**
 * Kills the packaged engine again and again while it works, and compares what it believes in the
 * end with what is true.
 *
 * <p>{@link org.givre.orchestrator.campaign.Campaign} leads: rounds of an engine process that is
 * started, given work by a {@code Lims} and an {@code Operator} who insist on their answers, and
 * killed at a moment that a {@code Trigger} chooses. The {@code Verdict} comes at the end.
 */
@NullMarked
package org.givre.orchestrator.campaign;

import org.jspecify.annotations.NullMarked;
