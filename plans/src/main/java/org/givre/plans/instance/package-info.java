/**
 * The planning problem and its answer, in memory: {@code givre-plan-instance/2} and {@code
 * givre-plan/2}.
 *
 * <p>Ids are integers, unique within their list and otherwise arbitrary. Seconds, metres and
 * weighted tube-seconds as in the exchange format; level 1 is the top box of a rack. Everything is
 * immutable. Reading and writing JSON lives in the orchestrator; here are only the values and what
 * makes them legal by themselves. References between lists are checked by {@link
 * org.givre.plans.instance.Instance}.
 */
@NullMarked
package org.givre.plans.instance;

import org.jspecify.annotations.NullMarked;
