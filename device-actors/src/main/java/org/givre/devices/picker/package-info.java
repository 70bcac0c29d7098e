/**
 * Pickers: what a robot was told, what it reported, and what is in its carrier.
 *
 * <p>{@code PickerState} with its {@code TaskRun} and {@code OrderRun} holds the rules and knows
 * nothing of actors. {@code Picker} chooses what becomes durable; {@code PickerActions} does what
 * follows from it, and may do all of it again. What is only in memory ({@code PickerSession}) can
 * be lost at any moment: a picker that starts again asks its device where the order stands, and
 * everybody else what it has told them already.
 *
 * <p>The picker's journal is the authority for every transfer of a tube: rack, port and job follow
 * from it and are told until they have answered, each by the id of the task.
 *
 * <p>A task whose work has not been ordered can be taken back: it is over then, and whoever may
 * have granted it a turn is told. What operators want of a picker, {@code Decision} decides by the
 * rules of its {@code Fitness}; a fault ends only when the robot says of itself what is believed of
 * it.
 */
@NullMarked
package org.givre.devices.picker;

import org.jspecify.annotations.NullMarked;
