/**
 * How the journal keeps events: each in a protobuf envelope with who or what caused it, and when.
 *
 * <p>An entity is a {@link org.givre.devices.journal.JournalledActor}; its events are stored
 * through the {@link org.givre.devices.journal.EventCodec} that configuration names for its kind.
 * Fields are added to messages, never renumbered, and no class name is ever stored: what lies in
 * the journal must be readable for as long as the samples live.
 */
@NullMarked
package org.givre.devices.journal;

import org.jspecify.annotations.NullMarked;
