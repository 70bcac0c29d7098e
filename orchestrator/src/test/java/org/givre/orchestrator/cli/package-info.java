/** Tests of the command line, run in this process. */
@NullMarked
package org.givre.orchestrator.cli;

import org.jspecify.annotations.NullMarked;
