/**
 * How fast the journal is, beside Akka's own LevelDB plug-in and LevelDB alone: {@code mvn -Pbench
 * -pl orchestrator/benchmarks -am -DskipTests test}.
 *
 * <p>{@link JournalBench} runs one process for each measurement ({@link TrialProcess}), the
 * contenders in turn, round by round, each in an empty directory and with the same heap. A process
 * warms up, measures and prints what it found. Machines differ, so what counts is the ratio of the
 * medians; events are 100 bytes of chance, and every write is synced.
 */
@NullMarked
package org.givre.bench.journal;

import org.jspecify.annotations.NullMarked;
