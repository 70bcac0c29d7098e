/**
 * Whether work that may wait goes now, or waits for others that need the same racks.
 *
 * <p>Most of what a pick costs is paid by tubes that nobody asked for, while their rack is out; two
 * picks in one lift share the way up and down, and a parked box is parked once for all of its
 * picks. So a request whose due time lies ahead does better to wait for a lift that takes place
 * anyway.
 *
 * <p>{@link org.givre.plans.company.Company} plans everything that waits, as if it all went now. Of
 * that plan go the lifts that somebody needs who cannot wait any longer. A request that may wait
 * goes along where that adds at most a share of what it would cost alone; everything else waits on,
 * each until its own limit: a longest wait, and the time that serving it takes before it is due.
 * Nobody goes along where somebody else might be late because of it. The decision looks at nothing
 * but the instance and what it is told, so that the same situation is decided in the same way
 * again.
 *
 * <p>What waiting will save is not known: it depends on who comes. {@link
 * org.givre.plans.company.CompanyDecision} says what a job would get if it went at once, and what
 * it would get if everything that waits went together; the first is also the measure of what
 * waiting has saved in the end.
 */
@NullMarked
package org.givre.plans.company;

import org.jspecify.annotations.NullMarked;
