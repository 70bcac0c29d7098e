/** What a job answers, remembers and tells dispatch. */
@NullMarked
package org.givre.orchestrator.job;

import org.jspecify.annotations.NullMarked;
