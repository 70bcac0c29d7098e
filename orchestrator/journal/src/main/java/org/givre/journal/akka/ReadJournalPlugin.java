package org.givre.journal.akka;

import akka.actor.ExtendedActorSystem;
import akka.persistence.Persistence;
import akka.persistence.query.ReadJournalProvider;
import akka.serialization.SerializationExtension;
import com.typesafe.config.Config;

/**
 * The read journal plug-in, {@code givre-journal.read}. Opens the store, so that whoever asks for a
 * read journal learns at once when there is none.
 */
public final class ReadJournalPlugin implements ReadJournalProvider {
  private final JavaReadJournal java;

  /** As Akka makes plug-ins: with their settings, and the path where these are. */
  public ReadJournalPlugin(ExtendedActorSystem system, Config config, String path) {
    var root = SharedJournal.rootOf(path);
    var journal = JournalExtension.get(system).journal(root);
    journal.open();
    this.java =
        new JavaReadJournal(
            new Reading(
                journal,
                new EventCodec(SerializationExtension.get(system)),
                Persistence.get(system).adaptersFor(root + ".write"),
                system.dispatchers().lookup(config.getString("read-dispatcher")),
                pageEvents(config, path)));
  }

  private static int pageEvents(Config config, String path) {
    var found = config.getInt("page-events");
    if (found < 1 || found > 100_000) {
      throw new IllegalArgumentException(
          "%s.page-events must be between 1 and 100000; found %d".formatted(path, found));
    }
    return found;
  }

  @Override
  public ScalaReadJournal scaladslReadJournal() {
    return new ScalaReadJournal(java);
  }

  @Override
  public JavaReadJournal javadslReadJournal() {
    return java;
  }
}
