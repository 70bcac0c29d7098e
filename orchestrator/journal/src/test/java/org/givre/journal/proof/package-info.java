/**
 * Proof that the store keeps its word when the machine does not: power cuts, damaged files, kills,
 * failing and slow syncs, full disks.
 *
 * <p>{@link org.givre.journal.proof.Load} says what every event must look like, so that {@link
 * org.givre.journal.proof.Audit} can tell of any store, knowing only what was acknowledged, whether
 * it lies. Processes are real ones; {@link org.givre.journal.faults.Faults} puts faults between
 * them and the kernel. Everything follows a seed, which a failure prints.
 */
@NullMarked
package org.givre.journal.proof;

import org.jspecify.annotations.NullMarked;
