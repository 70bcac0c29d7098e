package org.givre.orchestrator.api;

import java.util.Optional;

/** Backups that are begun, and stand as a test says. */
final class ScriptedBackups implements Backups {
  volatile Optional<String> refusal = Optional.empty();
  private volatile Optional<Backup> last = Optional.empty();

  @Override
  public Backup start(Wanted wanted) {
    if (refusal.isPresent()) {
      throw new RefusedException(refusal.get());
    }
    var backup = new Backup("backup-1", wanted.directory(), State.RUNNING, 3, 10, Optional.empty());
    last = Optional.of(backup);
    return backup;
  }

  @Override
  public Optional<Backup> backup(String id) {
    return last.filter(backup -> backup.id().equals(id));
  }
}
