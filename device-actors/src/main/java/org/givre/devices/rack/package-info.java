/**
 * Racks: which tubes stand where, for whom they are set aside, and how long each box was outside.
 */
@NullMarked
package org.givre.devices.rack;

import org.jspecify.annotations.NullMarked;
