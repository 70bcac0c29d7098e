package org.givre.journal.akka;

import akka.actor.ExtendedActorSystem;
import akka.dispatch.Futures;
import akka.persistence.SelectedSnapshot;
import akka.persistence.SnapshotMetadata;
import akka.persistence.SnapshotSelectionCriteria;
import akka.persistence.snapshot.japi.SnapshotStore;
import akka.serialization.SerializationExtension;
import com.typesafe.config.Config;
import java.util.Optional;
import org.givre.journal.store.SnapshotRange;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;

/**
 * The snapshot plug-in, {@code givre-journal.snapshots}. A snapshot with the sequence number of
 * another takes its place. All work is done on the reading dispatcher, never on the plug-in's
 * actor.
 */
public final class SnapshotPlugin extends SnapshotStore {
  private final SharedJournal journal;
  private final ExtendedActorSystem system;
  private final SnapshotCodec codec;
  private final ExecutionContext work;

  /** As Akka makes plug-ins: with their settings, and the path where these are. */
  public SnapshotPlugin(Config config, String path) {
    this.system = (ExtendedActorSystem) context().system();
    this.journal = JournalExtension.get(system).journal(SharedJournal.rootOf(path));
    this.codec = new SnapshotCodec(SerializationExtension.get(system));
    this.work = system.dispatchers().lookup(config.getString("io-dispatcher"));
  }

  @Override
  public Future<Optional<SelectedSnapshot>> doLoadAsync(
      String persistenceId, SnapshotSelectionCriteria criteria) {
    return Futures.future(
        () -> journal.snapshots().load(persistenceId, range(criteria)).map(codec::decode), work);
  }

  @Override
  public Future<Void> doSaveAsync(SnapshotMetadata metadata, Object snapshot) {
    return running(
        () ->
            journal
                .snapshots()
                .save(Serialized.inTransport(system, () -> codec.encode(metadata, snapshot))));
  }

  @Override
  public Future<Void> doDeleteAsync(SnapshotMetadata metadata) {
    return running(() -> journal.snapshots().delete(SnapshotCodec.name(metadata)));
  }

  @Override
  public Future<Void> doDeleteAsync(String persistenceId, SnapshotSelectionCriteria criteria) {
    return running(() -> journal.snapshots().delete(persistenceId, range(criteria)));
  }

  private static SnapshotRange range(SnapshotSelectionCriteria criteria) {
    return new SnapshotRange(
        criteria.minSequenceNr(),
        criteria.maxSequenceNr(),
        criteria.minTimestamp(),
        criteria.maxTimestamp());
  }

  private Future<Void> running(Runnable task) {
    return Futures.future(
        () -> {
          task.run();
          return null;
        },
        work);
  }
}
