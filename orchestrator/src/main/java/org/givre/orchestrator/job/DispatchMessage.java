package org.givre.orchestrator.job;

/** What dispatch can be told: by jobs in a {@link JobNotice}, by others in words of its own. */
public interface DispatchMessage {}
