/**
 * Operators do anything at any moment to a whole engine, and a model says what may come of it.
 *
 * <p>{@link org.givre.orchestrator.dispatch.model.OperatorModelTest} plays one {@code Script} for
 * every seed. What the engine has journalled is then read back in order: by a {@code JobModel} for
 * every job, a {@code ServiceModel} for every device and {@code SiteModel} for the site, which have
 * tables and rules of their own, and by {@code WorkModel}, which knows from what robots did whether
 * a job that rests is at rest.
 */
@NullMarked
package org.givre.orchestrator.dispatch.model;

import org.jspecify.annotations.NullMarked;
