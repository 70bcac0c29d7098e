/**
 * The HTTP API: what a LIMS, the console and the command line speak. {@code docs/http-api.md} is
 * its page for users, {@code docs/problems.md} lists everything that it may refuse.
 *
 * <p>{@link org.givre.orchestrator.api.HttpServer} serves one small class of routes for each
 * resource. Requests are read strictly and wholly: whatever is wrong with one is answered at once,
 * each complaint with the place it is about, and nothing is changed. Writes ask the job or the rack
 * and are answered when they are durable; a job that is looked at alone is asked, everything else
 * is read from the view, which follows the journal.
 */
@NullMarked
package org.givre.orchestrator.api;

import org.jspecify.annotations.NullMarked;
