/** Reads store files, {@code givre-store/1}. */
@NullMarked
package org.givre.orchestrator.storefile;

import org.jspecify.annotations.NullMarked;
