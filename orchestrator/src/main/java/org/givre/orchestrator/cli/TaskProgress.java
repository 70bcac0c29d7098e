package org.givre.orchestrator.cli;

import java.util.function.Function;
import org.givre.journal.store.Progress;

/**
 * How far a task on a journal is.
 *
 * @param opening of the journal, which first proves its ledger: that may take longer than the rest
 * @param work what the task is for
 * @param stage of the work, where it is not all of one kind; by what is shown beside it
 */
public record TaskProgress(Progress opening, Progress work, Function<String, Progress> stage) {}
