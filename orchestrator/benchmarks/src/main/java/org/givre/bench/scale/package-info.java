/**
 * How large a store one engine can serve: a generated store is imported into the packaged engine,
 * which runs as a process of its own with a heap of a given size, and is measured from outside.
 *
 * <p>{@link org.givre.bench.scale.StoreScale} is the program; {@code orchestrator/docs/scale.md}
 * says how to run it and what it found.
 */
@NullMarked
package org.givre.bench.scale;

import org.jspecify.annotations.NullMarked;
