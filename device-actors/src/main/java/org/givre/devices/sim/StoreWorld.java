package org.givre.devices.sim;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.givre.devices.driver.DeviceSnapshot;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.Submission;
import org.givre.devices.sim.Course.TimedReport;
import org.givre.devices.time.EngineTime;
import org.givre.protocols.world.v1.WorldRecord;

/**
 * Where tubes truly are, and what robots truly do. It lives in a directory of its own and outlives
 * the engine: the whole course of an order is determined and on the disk before it is accepted, so
 * that the truth at any time follows from the log and the clock alone. After a kill a motion that
 * was under way has gone on.
 *
 * <p>In memory are the tubes that robots have moved, some 400 bytes each, where in the log the
 * others are, some 160 bytes a box, and the last {@value Robot#KEPT_ORDERS} orders of each picker;
 * older orders are {@code Unknown}. While tubes are loaded, an index of all barcodes comes to that,
 * some ten bytes a tube. Thread-safe. Calls that write wait for the disk.
 */
public final class StoreWorld implements AutoCloseable {
  /** About 1 MB a record: far below what protobuf can hold, far above what fsync costs. */
  private static final int TUBES_PER_RECORD = 10_000;

  private final WorldSettings settings;
  private final EngineTime time;
  private final WorldState state;
  private final Scene scene;
  private final WorldLog log;

  private StoreWorld(WorldSettings settings, EngineTime time, WorldState state, WorldLog log) {
    this.settings = settings;
    this.time = time;
    this.state = state;
    this.scene = new Scene(new Site(settings.store()), state);
    this.log = log;
  }

  /**
   * Opens the world in {@code directory}, or makes an empty one there.
   *
   * @param time whose engine clock is the one that {@code settings.anchor()} describes
   * @throws IllegalStateException if the log is damaged, or another engine has the world open
   */
  public static StoreWorld open(Path directory, WorldSettings settings, EngineTime time) {
    var log = WorldLog.open(directory);
    var state = new WorldState(log::record);
    var world = new StoreWorld(settings, time, state, log);
    try {
      log.replay(state::take);
      world.anchorClock();
    } catch (RuntimeException failure) {
      world.close();
      throw failure;
    }
    return world;
  }

  private synchronized void anchorClock() {
    now();
    var anchored = WorldRecords.anchored(settings.anchor());
    if (!state.anchor().map(WorldRecords::anchored).equals(Optional.of(anchored))) {
      record(List.of(WorldRecords.at(state.now()).setClockAnchored(anchored).build()));
    }
  }

  /**
   * Somebody puts tubes into racks: all of them or, if one cannot be, none. Harmless when repeated:
   * a tube that stands there already, or that this import has brought before, is left as it is. A
   * tube that was taken away from a port may come back.
   *
   * @param importId names the import; a large one may come in parts
   */
  public synchronized LoadAnswer load(String importId, List<LoadedTube> tubes) {
    now();
    var check = new LoadCheck(scene, importId);
    tubes.forEach(check::add);
    if (!check.conflicts().isEmpty()) {
      return new LoadAnswer.Refused(check.conflicts());
    }
    record(records(importId, check));
    return new LoadAnswer.Loaded(check.added(), check.known());
  }

  private List<WorldRecord> records(String importId, LoadCheck check) {
    var records = new ArrayList<WorldRecord>();
    var returned = check.returned();
    for (var from = 0; from < returned.size(); from += TUBES_PER_RECORD) {
      var part = returned.subList(from, Math.min(returned.size(), from + TUBES_PER_RECORD));
      var loaded = WorldRecords.loaded(importId, part);
      records.add(WorldRecords.at(state.now()).setTubesLoaded(loaded).build());
    }
    check
        .fresh()
        .forEach(
            (box, tubes) -> {
              var filled = state.tubes().filled(box, tubes);
              records.add(WorldRecords.at(state.now()).setBoxFilled(filled).build());
            });
    return records;
  }

  /** Every tube as it truly is now, by barcode. */
  public synchronized List<TubeTruth> truth() {
    now();
    return state.truth().sorted(Comparator.comparing(tube -> tube.tube().id())).toList();
  }

  /** Device time now; it never goes back. What has happened by then has come true. */
  synchronized Instant now() {
    state.advance(time.now().truncatedTo(ChronoUnit.MICROS));
    return state.now();
  }

  EngineTime time() {
    return time;
  }

  /** Whether the store has a picker of that name. */
  boolean hasPicker(String device) {
    return settings.store().pickers().stream()
        .anyMatch(picker -> picker.id().value().equals(device));
  }

  synchronized Submission submit(String device, MotionOrder order) {
    now();
    var robot = state.robot(device);
    var before = robot.course(order.orderId());
    if (before.isPresent()) {
      return before.get().order().steps().equals(order.steps())
          ? new Submission.Duplicate(before.get().status(state.now()))
          : new Submission.Refused(
              "Order id %s was another order's; an id is for ever".formatted(order.orderId()));
    }
    try {
      var course = rehearse(robot, order);
      var taken = WorldRecords.taken(course);
      record(List.of(WorldRecords.at(state.now()).setOrderTaken(taken).build()));
      return new Submission.Accepted();
    } catch (ImpossibleOrder impossible) {
      robot.hear(order.epoch());
      return new Submission.Refused(impossible.reason());
    }
  }

  /** Why {@code order} could not be taken now; empty if it could. */
  synchronized Optional<String> objection(String device, MotionOrder order) {
    now();
    try {
      rehearse(state.robot(device), order);
      return Optional.empty();
    } catch (ImpossibleOrder impossible) {
      return Optional.of(impossible.reason());
    }
  }

  private Course rehearse(Robot robot, MotionOrder order) throws ImpossibleOrder {
    robot.checkTurn(order);
    var watch = new Stopwatch(state.now(), order.orderId(), settings);
    return Rehearsal.of(order, scene, robot, watch);
  }

  synchronized OrderStatus status(String device, String orderId) {
    now();
    return state
        .robot(device)
        .course(orderId)
        .map(course -> course.status(state.now()))
        .orElseGet(OrderStatus.Unknown::new);
  }

  synchronized DeviceSnapshot snapshot(String device) {
    now();
    var robot = state.robot(device);
    var running = robot.running();
    var underway = running.filter(RunningCourse::underway).isPresent();
    return new DeviceSnapshot(
        underway ? "" : robot.station(),
        robot.carrier(),
        running.map(run -> run.course().order().orderId()).orElse(""),
        state.now());
  }

  /** What the robot has still to report of the order that it is doing. */
  synchronized List<TimedReport> ahead(String device) {
    now();
    return state
        .robot(device)
        .running()
        .map(run -> run.course().reports())
        .orElse(List.of())
        .stream()
        .filter(report -> report.at().isAfter(state.now()))
        .toList();
  }

  /** All that the robot reports of one of its last orders. */
  synchronized List<TimedReport> reports(String device, String orderId) {
    return state.robot(device).course(orderId).map(Course::reports).orElse(List.of());
  }

  /** Durable first, true second. */
  private void record(List<WorldRecord> records) {
    log.append(records, state::take);
  }

  @Override
  public synchronized void close() {
    log.close();
  }
}
