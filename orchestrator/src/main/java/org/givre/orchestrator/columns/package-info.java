/**
 * Tens of millions of tubes in little room: columns of numbers, names without repeats, and an index
 * of five bytes a slot.
 *
 * <p>Everything grows by segments, so that growing needs no second copy of what is there; only an
 * index is made again now and then, from the names, after the old one has been let go. {@link
 * org.givre.orchestrator.columns.TubeTable} puts them together. Nothing here is thread-safe.
 */
@NullMarked
package org.givre.orchestrator.columns;

import org.jspecify.annotations.NullMarked;
