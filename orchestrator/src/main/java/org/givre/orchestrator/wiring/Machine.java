package org.givre.orchestrator.wiring;

import java.security.SecureRandom;
import java.time.Clock;

/**
 * The only sources of time and chance that are not given by somebody.
 *
 * @param wall what a person's watch says
 * @param chance of seeds that nobody gave, and of keys
 */
record Machine(Clock wall, SecureRandom chance) {}
