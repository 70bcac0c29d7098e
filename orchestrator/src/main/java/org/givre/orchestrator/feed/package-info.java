/** The journal as a stream: every event in one total order, by offset. */
@NullMarked
package org.givre.orchestrator.feed;

import org.jspecify.annotations.NullMarked;
