package org.givre.orchestrator.cli;

import org.givre.journal.store.Progress;

/**
 * How far a task on a journal is.
 *
 * @param opening of the journal, which first proves its ledger: that may take longer than the rest
 * @param work what the task is for
 */
public record TaskProgress(Progress opening, Progress work) {}
