/** HTTP routes: what a LIMS, the console and the command line speak. See {@code http-api.md}. */
@NullMarked
package org.givre.orchestrator.api;

import org.jspecify.annotations.NullMarked;
