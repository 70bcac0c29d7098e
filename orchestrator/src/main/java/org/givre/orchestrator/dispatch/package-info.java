/** Dispatch: gathers waiting work, has it planned and judged, and hands tasks to pickers. */
@NullMarked
package org.givre.orchestrator.dispatch;

import org.jspecify.annotations.NullMarked;
