/**
 * What the journal keeps of every event besides the event itself: who or what caused it, and when.
 */
@NullMarked
package org.givre.devices.journal;

import org.jspecify.annotations.NullMarked;
