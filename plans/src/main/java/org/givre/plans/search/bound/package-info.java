/**
 * What no plan can beat. A bound shares the racks' physics with the planner but not its search, and
 * ignores whatever only raises cost: re-cool, deadlines, routes, waiting in the carrier. The cheap
 * bound is one pass over the alternatives; the strong one prices them.
 *
 * <p>What the racks let go at the strong bound's prices is nearly a choice of tubes; the planner's
 * search begins from it where it is colder than its own.
 *
 * <p>The strong bound drops the one rule that ties racks together, that each request gets exactly
 * one tube, and lets each request pay a price per tube instead. What is left falls into racks, each
 * of which is solved exactly by dynamic programming. Because a plan's picks are one of the choices
 * that the racks have, prices plus the racks' least costs never exceed what the plan costs,
 * whatever the prices; good ones are found by following the requests that get none or several.
 *
 * <p>Section 9 of the exchange format describes it. Beyond that section, and still below every
 * plan:
 *
 * <ul>
 *   <li>Tubes picked from one box wait for each other: of two held ones, whichever comes later sees
 *       the other's dwell, be it in the same lift or in an earlier one; likewise in the chamber. If
 *       a level needs several lifts, the later tubes also see the strokes of the earlier lifts.
 *   <li>Whoever is picked has the way to the top, the release, the way to the nearest port and the
 *       docking before it in the carrier.
 *   <li>Park operations are counted in the state of the programme, so that the boxes above are
 *       charged for exactly the tubes that stay in them.
 *   <li>A budget of a box limits a single lift like a cap does. What the judge forgives is added to
 *       both.
 *   <li>A tube that nobody may fetch for a request is no alternative of it; two tubes of one box
 *       that only the same request names are one.
 * </ul>
 *
 * <p>A tube that several requests name is sold once, to whoever pays most. That is the exact least
 * over all ways to give it to one of them, so shared tubes need no copies and weaken nothing.
 * Carried requests and returns add only what they cost at the port at the least.
 */
@NullMarked
package org.givre.plans.search.bound;

import org.jspecify.annotations.NullMarked;
