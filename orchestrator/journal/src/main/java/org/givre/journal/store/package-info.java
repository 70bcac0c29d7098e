/**
 * The journal itself, without Akka: one LevelDB for events, and a few files beside it that say what
 * must be in it.
 *
 * <p>Every event is stored twice. The <em>ledger</em> is the chain of blocks, one for each sync: it
 * has the one order of all events and the hash of the block before, and is what is verified, backed
 * up, exported and archived. The <em>copies</em> are keyed by persistence id, so that an actor's
 * events lie together for its replay. Both are in one write batch.
 *
 * <p>Every way of reading knows from somewhere else what it must find: the number of each
 * persistence id's last event is in memory (from the checkpoint and the ledger after it), each copy
 * names the one before it, blocks have no gaps between their offsets, and signed heads and the tail
 * say how far the ledger must go. So a record that is gone is noticed, whatever LevelDB made of its
 * files.
 */
@NullMarked
package org.givre.journal.store;

import org.jspecify.annotations.NullMarked;
