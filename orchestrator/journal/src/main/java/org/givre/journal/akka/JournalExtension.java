package org.givre.journal.akka;

import akka.actor.AbstractExtensionId;
import akka.actor.ClassicActorSystemProvider;
import akka.actor.ExtendedActorSystem;
import akka.actor.Extension;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The journals of an actor system. They are closed when the system has terminated, after its last
 * actor: whoever waits for {@code whenTerminated} may open the directory again.
 */
public final class JournalExtension implements Extension {
  /** Where {@code reference.conf} has the journal that an application usually uses. */
  public static final String ROOT = "givre-journal";

  private static final Id ID = new Id();

  private final ExtendedActorSystem system;
  private final ConcurrentMap<String, SharedJournal> journals = new ConcurrentHashMap<>();

  private JournalExtension(ExtendedActorSystem system) {
    this.system = system;
    system.registerOnTermination(() -> journals.values().forEach(SharedJournal::close));
  }

  private static final class Id extends AbstractExtensionId<JournalExtension> {
    @Override
    public JournalExtension createExtension(ExtendedActorSystem system) {
      return new JournalExtension(system);
    }
  }

  public static JournalExtension get(ClassicActorSystemProvider system) {
    return ID.get(system);
  }

  /** The usual journal, whether it is open or not. */
  public SharedJournal journal() {
    return journal(ROOT);
  }

  /** The journal whose settings are at a path of the application's configuration. */
  public SharedJournal journal(String root) {
    return journals.computeIfAbsent(
        root, path -> new SharedJournal(path, system.settings().config()));
  }
}
