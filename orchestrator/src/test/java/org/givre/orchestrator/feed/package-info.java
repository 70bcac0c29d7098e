/** Tests of the journal as a stream. */
@NullMarked
package org.givre.orchestrator.feed;

import org.jspecify.annotations.NullMarked;
