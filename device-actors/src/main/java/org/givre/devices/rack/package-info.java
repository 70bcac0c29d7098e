/**
 * Racks: which tubes stand where, for whom they are set aside, and how long each box was outside.
 *
 * <p>A store may have sixteen thousand racks with twenty million tubes. {@code PackedBox} keeps a
 * box as a few bytes for each tube; a rack wakes when it is first asked and rests when others are
 * busier, behind its {@link org.givre.devices.rack.RackDoor}. A lift is one event, however many
 * tubes it warmed; the ledger of a single tube follows from the lifts of its rack.
 */
@NullMarked
package org.givre.devices.rack;

import org.jspecify.annotations.NullMarked;
