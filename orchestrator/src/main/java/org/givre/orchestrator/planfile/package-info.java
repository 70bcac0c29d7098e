/**
 * The exchange files of planning: {@code givre-plan-instance/1} and {@code /2}, {@code
 * givre-plan/1} and {@code /2}.
 *
 * <p>Fields are mapped by hand, so that what is on disk never depends on the names of our records.
 * A field that is absent or null has its default, a field that nobody knows is ignored, and
 * everything else that is not as expected is a {@link
 * org.givre.orchestrator.planfile.MalformedFileException} that says where, what was expected and
 * what was found. Whether a plan is legal for an instance is not decided here but by {@code
 * org.givre.plans.check}.
 */
@NullMarked
package org.givre.orchestrator.planfile;

import org.jspecify.annotations.NullMarked;
