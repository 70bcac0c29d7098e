/** Jobs: what a LIMS asked for, and the only record of how far it has come. */
@NullMarked
package org.givre.orchestrator.job;

import org.jspecify.annotations.NullMarked;
