package org.givre.devices.rack;

import java.util.List;
import java.util.Optional;
import org.givre.devices.journal.EventCodec;
import org.givre.devices.journal.Micros;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.givre.protocols.journal.v1.BoxExposure;
import org.givre.protocols.journal.v1.Envelope;
import org.givre.protocols.journal.v1.MissedTube;
import org.givre.protocols.journal.v1.PlacedTube;
import org.givre.protocols.journal.v1.RackLifted;
import org.givre.protocols.journal.v1.StoredTube;
import org.givre.protocols.journal.v1.TakenTube;
import org.givre.protocols.journal.v1.TubesFreed;
import org.givre.protocols.journal.v1.TubesImported;
import org.givre.protocols.journal.v1.TubesReserved;
import org.givre.protocols.journal.v1.WellsKept;

/** Translates the events of racks to and from {@code journal/v1/rack.proto}. */
public final class RackCodec implements EventCodec<RackEvent> {
  @Override
  public Class<RackEvent> type() {
    return RackEvent.class;
  }

  @Override
  public void write(RackEvent event, Envelope.Builder envelope) {
    var message = envelope.getRackBuilder();
    if (event instanceof RackEvent.TubesImported imported) {
      message.setTubesImported(toMessage(imported));
    } else if (event instanceof RackEvent.TubesReserved reserved) {
      message.setTubesReserved(toMessage(reserved));
    } else if (event instanceof RackEvent.WellsKept kept) {
      message.setWellsKept(toMessage(kept));
    } else if (event instanceof RackEvent.TubesFreed freed) {
      message.setTubesFreed(toMessage(freed));
    } else if (event instanceof RackEvent.RackLifted lifted) {
      message.setRackLifted(toMessage(lifted));
    } else {
      throw EventCodec.noMessageFor(event);
    }
  }

  @Override
  public Optional<RackEvent> read(Envelope envelope) {
    var message = envelope.getRack();
    return switch (message.getEventCase()) {
      case TUBES_IMPORTED -> Optional.of(imported(message.getTubesImported()));
      case TUBES_RESERVED -> Optional.of(reserved(message.getTubesReserved()));
      case WELLS_KEPT -> Optional.of(kept(message.getWellsKept()));
      case TUBES_FREED -> Optional.of(freed(message.getTubesFreed()));
      case RACK_LIFTED -> Optional.of(lifted(message.getRackLifted()));
      case EVENT_NOT_SET -> Optional.empty();
    };
  }

  private static TubesImported toMessage(RackEvent.TubesImported imported) {
    return TubesImported.newBuilder()
        .setImportId(imported.importId())
        .addAllTubes(imported.tubes().stream().map(RackCodec::toMessage).toList())
        .build();
  }

  private static RackEvent imported(TubesImported message) {
    return new RackEvent.TubesImported(
        message.getImportId(), message.getTubesList().stream().map(RackCodec::standing).toList());
  }

  private static StoredTube toMessage(RackEvent.Standing standing) {
    return StoredTube.newBuilder()
        .setBarcode(standing.tube().id().value())
        .setSpecimen(standing.tube().specimen().value())
        .setMaterial(standing.tube().material())
        .setAliquot(standing.tube().aliquot())
        .setLevel(standing.level())
        .setWell(standing.well().label())
        .build();
  }

  private static RackEvent.Standing standing(StoredTube message) {
    var tube =
        new Tube(
            new TubeId(message.getBarcode()),
            new SpecimenId(message.getSpecimen()),
            message.getMaterial(),
            message.getAliquot());
    return new RackEvent.Standing(tube, message.getLevel(), Well.parse(message.getWell()));
  }

  private static TubesReserved toMessage(RackEvent.TubesReserved reserved) {
    return TubesReserved.newBuilder()
        .setJob(reserved.job().value())
        .addAllBarcodes(barcodes(reserved.tubes()))
        .build();
  }

  private static RackEvent reserved(TubesReserved message) {
    return new RackEvent.TubesReserved(
        new JobId(message.getJob()), tubes(message.getBarcodesList()));
  }

  private static WellsKept toMessage(RackEvent.WellsKept kept) {
    return WellsKept.newBuilder()
        .setJob(kept.job().value())
        .addAllTubes(kept.tubes().stream().map(RackCodec::toMessage).toList())
        .build();
  }

  private static RackEvent kept(WellsKept message) {
    return new RackEvent.WellsKept(
        new JobId(message.getJob()),
        message.getTubesList().stream().map(RackCodec::standing).toList());
  }

  private static TubesFreed toMessage(RackEvent.TubesFreed freed) {
    return TubesFreed.newBuilder()
        .setJob(freed.job().value())
        .addAllBarcodes(barcodes(freed.tubes()))
        .build();
  }

  private static RackEvent freed(TubesFreed message) {
    return new RackEvent.TubesFreed(new JobId(message.getJob()), tubes(message.getBarcodesList()));
  }

  private static List<String> barcodes(List<TubeId> tubes) {
    return tubes.stream().map(TubeId::value).toList();
  }

  private static List<TubeId> tubes(List<String> barcodes) {
    return barcodes.stream().map(TubeId::new).toList();
  }

  private static RackLifted toMessage(RackEvent.RackLifted lifted) {
    return RackLifted.newBuilder()
        .setTaskId(lifted.taskId())
        .setPicker(lifted.picker().value())
        .setStartedMicros(Micros.of(lifted.started()))
        .setEndedMicros(Micros.of(lifted.ended()))
        .addAllBoxes(lifted.boxes().stream().map(RackCodec::toMessage).toList())
        .addAllTaken(lifted.taken().stream().map(RackCodec::toMessage).toList())
        .addAllMissed(lifted.missed().stream().map(RackCodec::toMessage).toList())
        .addAllPlaced(lifted.placed().stream().map(RackCodec::toMessage).toList())
        .build();
  }

  private static RackEvent lifted(RackLifted message) {
    return new RackEvent.RackLifted(
        message.getTaskId(),
        new PickerId(message.getPicker()),
        Micros.toInstant(message.getStartedMicros()),
        Micros.toInstant(message.getEndedMicros()),
        message.getBoxesList().stream().map(RackCodec::box).toList(),
        message.getTakenList().stream().map(RackCodec::taken).toList(),
        message.getMissedList().stream().map(RackCodec::missed).toList(),
        message.getPlacedList().stream().map(RackCodec::placed).toList());
  }

  private static BoxExposure toMessage(RackEvent.BoxExposure box) {
    return BoxExposure.newBuilder()
        .setSeconds(box.seconds())
        .setWeightedSeconds(box.weightedSeconds())
        .setTubes(box.tubes())
        .build();
  }

  private static RackEvent.BoxExposure box(BoxExposure message) {
    return new RackEvent.BoxExposure(
        message.getSeconds(), message.getWeightedSeconds(), message.getTubes());
  }

  private static TakenTube toMessage(RackEvent.TakenTube taken) {
    return TakenTube.newBuilder()
        .setBarcode(taken.tube().value())
        .setLevel(taken.level())
        .setWell(taken.well().label())
        .setSeconds(taken.seconds())
        .setWeightedSeconds(taken.weightedSeconds())
        .build();
  }

  private static RackEvent.TakenTube taken(TakenTube message) {
    return new RackEvent.TakenTube(
        new TubeId(message.getBarcode()),
        message.getLevel(),
        Well.parse(message.getWell()),
        message.getSeconds(),
        message.getWeightedSeconds());
  }

  private static PlacedTube toMessage(RackEvent.PlacedTube placed) {
    return PlacedTube.newBuilder()
        .setTube(toMessage(placed.standing()))
        .setSeconds(placed.seconds())
        .setWeightedSeconds(placed.weightedSeconds())
        .build();
  }

  private static RackEvent.PlacedTube placed(PlacedTube message) {
    return new RackEvent.PlacedTube(
        standing(message.getTube()), message.getSeconds(), message.getWeightedSeconds());
  }

  private static MissedTube toMessage(RackEvent.MissedTube missed) {
    return MissedTube.newBuilder()
        .setBarcode(missed.tube().value())
        .setLevel(missed.level())
        .setWell(missed.well().label())
        .setFinding(missed.finding().name())
        .build();
  }

  private static RackEvent.MissedTube missed(MissedTube message) {
    return new RackEvent.MissedTube(
        new TubeId(message.getBarcode()),
        message.getLevel(),
        Well.parse(message.getWell()),
        RackEvent.Finding.valueOf(message.getFinding()));
  }
}
