/** Dispatch with the real actors of jobs and devices, in a simulated world. */
@NullMarked
package org.givre.orchestrator.dispatch;

import org.jspecify.annotations.NullMarked;
