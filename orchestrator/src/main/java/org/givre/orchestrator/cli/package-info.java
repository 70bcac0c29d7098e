/** The command line over the HTTP API. */
@NullMarked
package org.givre.orchestrator.cli;

import org.jspecify.annotations.NullMarked;
