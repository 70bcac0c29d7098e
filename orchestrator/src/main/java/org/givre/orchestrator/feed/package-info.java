/**
 * The journal as a stream: every event in one total order, by offset.
 *
 * <p>{@link org.givre.orchestrator.feed.EventFeed} reads the journal through Akka's persistence
 * query, so that nothing above knows which journal it is. {@link
 * org.givre.orchestrator.feed.EventCatalogue} says what subscribers see of an event: its public
 * name, the jobs and tubes that it concerns, and its body. An event has at most one public form, so
 * that its offset can be its id in a stream of server-sent events.
 */
@NullMarked
package org.givre.orchestrator.feed;

import org.jspecify.annotations.NullMarked;
