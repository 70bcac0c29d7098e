/**
 * The engine's sessions. Every start is an event in the journal, with the version, the speed of the
 * clock and the seed of that session: whoever reads the journal later can tell what ran. Writing
 * it, and reading it back, is also the proof that the journal works before anybody is served.
 */
@NullMarked
package org.givre.orchestrator.session;

import org.jspecify.annotations.NullMarked;
