/** What a round of planning makes of a small store. */
@NullMarked
package org.givre.orchestrator.dispatch.planning;

import org.jspecify.annotations.NullMarked;
