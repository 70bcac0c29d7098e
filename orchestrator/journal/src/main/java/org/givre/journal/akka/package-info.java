/**
 * The journal as a plug-in of Akka Persistence, for any application: a journal, a snapshot store
 * and a read journal over one {@link org.givre.journal.store.JournalStore}.
 *
 * <p>One actor system has one store for each configured journal, opened once and shared by the
 * three plug-ins: {@link org.givre.journal.akka.SharedJournal}, found through {@link
 * org.givre.journal.akka.JournalExtension}. It outlives plug-in actors that are restarted, and is
 * closed when every actor has stopped. An application opens it itself before its first actor, so
 * that a journal that cannot be trusted stops the start and not an actor.
 *
 * <p>The way of an event: the plug-in's actor encodes it ({@link
 * org.givre.journal.akka.EventCodec}) and queues it, waiting when the queue is full; the store's
 * committing thread makes it durable with all others that wait; the plug-in's thread tells the
 * actors. What cannot be encoded is rejected by itself. Once the store has failed every write
 * fails, and Akka stops the actor that asked: nothing that is not durable is ever acknowledged.
 *
 * <p>Replays and queries read pages on a dispatcher of their own. Live queries are woken by commits
 * and look in memory first, so that streams with nothing to read cost nothing to the disk.
 */
@NullMarked
package org.givre.journal.akka;

import org.jspecify.annotations.NullMarked;
