/** What jobs and dispatch leave in the journal must be readable for ever. */
@NullMarked
package org.givre.orchestrator.journal;

import org.jspecify.annotations.NullMarked;
