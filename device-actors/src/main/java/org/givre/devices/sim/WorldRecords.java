package org.givre.devices.sim;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.givre.devices.driver.wire.DeviceMicros;
import org.givre.devices.driver.wire.OrderCodec;
import org.givre.devices.driver.wire.ReportCodec;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.givre.protocols.driver.v1.StepDone;
import org.givre.protocols.world.v1.ClockAnchored;
import org.givre.protocols.world.v1.OrderTaken;
import org.givre.protocols.world.v1.TubesLoaded;
import org.givre.protocols.world.v1.WorldRecord;

/** The records of the world's log and what they mean. Names that recur are kept once. */
final class WorldRecords {
  private final Map<String, RackId> racks = new HashMap<>();
  private final Map<String, Well> wells = new HashMap<>();
  private final Map<String, String> materials = new HashMap<>();

  static WorldRecord.Builder at(Instant now) {
    return WorldRecord.newBuilder().setAtMicros(DeviceMicros.of(now));
  }

  static ClockAnchored anchored(ClockAnchor anchor) {
    return ClockAnchored.newBuilder()
        .setWallMicros(DeviceMicros.of(anchor.wall()))
        .setEngineMicros(DeviceMicros.of(anchor.engine()))
        .setSpeed(anchor.speed())
        .build();
  }

  static ClockAnchor anchor(ClockAnchored record) {
    return new ClockAnchor(
        DeviceMicros.toInstant(record.getWallMicros()),
        DeviceMicros.toInstant(record.getEngineMicros()),
        record.getSpeed());
  }

  static OrderTaken taken(Course course) {
    var record =
        OrderTaken.newBuilder()
            .setDevice(course.device())
            .setOrder(OrderCodec.encode(course.order()));
    course.steps().forEach(step -> record.addSteps(step(step)));
    return record.build();
  }

  private static org.givre.protocols.world.v1.StepCourse step(StepCourse step) {
    return org.givre.protocols.world.v1.StepCourse.newBuilder()
        .setEndMicros(DeviceMicros.of(step.end()))
        .addAllMotions(ReportCodec.encode(step.motions()))
        .setOutcome(
            step.outcome().map(ReportCodec::encode).orElse(StepDone.Outcome.OUTCOME_UNSPECIFIED))
        .build();
  }

  static Course course(Instant takenAt, OrderTaken record) {
    return new Course(
        record.getDevice(),
        OrderCodec.decode(record.getOrder()),
        takenAt,
        record.getStepsList().stream().map(WorldRecords::step).toList());
  }

  private static StepCourse step(org.givre.protocols.world.v1.StepCourse record) {
    return new StepCourse(
        DeviceMicros.toInstant(record.getEndMicros()),
        ReportCodec.decode(record.getMotionsList()),
        record.getOutcome() == StepDone.Outcome.OUTCOME_UNSPECIFIED
            ? Optional.empty()
            : Optional.of(ReportCodec.decode(record.getOutcome())));
  }

  static TubesLoaded loaded(String importId, List<org.givre.protocols.world.v1.LoadedTube> tubes) {
    return TubesLoaded.newBuilder().setImportId(importId).addAllTubes(tubes).build();
  }

  static org.givre.protocols.world.v1.LoadedTube tube(LoadedTube loaded, String dewar) {
    return org.givre.protocols.world.v1.LoadedTube.newBuilder()
        .setBarcode(loaded.tube().id().value())
        .setSpecimen(loaded.tube().specimen().value())
        .setMaterial(loaded.tube().material())
        .setAliquot(loaded.tube().aliquot())
        .setDewar(dewar)
        .setRack(loaded.position().rack().value())
        .setLevel(loaded.position().level())
        .setWell(loaded.position().well().label())
        .build();
  }

  LoadedTube tube(org.givre.protocols.world.v1.LoadedTube record) {
    return new LoadedTube(
        new Tube(
            new TubeId(record.getBarcode()),
            new SpecimenId(record.getSpecimen()),
            materials.computeIfAbsent(record.getMaterial(), material -> material),
            record.getAliquot()),
        new Position(
            racks.computeIfAbsent(record.getRack(), RackId::new),
            record.getLevel(),
            wells.computeIfAbsent(record.getWell(), Well::parse)));
  }
}
