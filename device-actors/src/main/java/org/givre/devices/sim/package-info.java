/**
 * The simulated world: where tubes truly are, and robots that move them. The engine cannot tell.
 *
 * <p>{@link org.givre.devices.sim.StoreWorld} holds the truth in a directory that outlives the
 * engine. When a robot takes an order, a {@code Rehearsal} goes through it from the world as it is
 * and finds its whole course: how long each motion takes (the kinematics of the store file, each
 * duration times 1 plus or minus up to 1 %, an assumption, decided by seed and order id) and what
 * the robot finds in each well. Order and course are one record of the log; from then on the truth
 * at any time follows from log and clock, whether a process runs or not. Orders that physics
 * forbids are refused whole, before anything moves. Nothing ever breaks here yet: every order that
 * is taken succeeds, though a tube may be missing or another.
 *
 * <p>Twenty million tubes stay where they are written: of a box that people have filled, memory has
 * no more than where the log tells of it, so that a large world is open as soon as its log has been
 * checked. A tube that a robot has moved is in memory.
 *
 * <p>Assumptions besides: people load tubes without disturbing robots; they take away an unloaded
 * tube {@code clearSeconds} after its unload; a robot knows what is in its carrier; device time is
 * engine time.
 *
 * <p>The engine's planner, judge and exposure model are not used here, so that the world can prove
 * them wrong.
 */
@NullMarked
package org.givre.devices.sim;

import org.jspecify.annotations.NullMarked;
