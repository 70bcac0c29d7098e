/** Read models fed by the journal: tubes, their history and exposure, jobs, plans, devices. */
@NullMarked
package org.givre.orchestrator.view;

import org.jspecify.annotations.NullMarked;
