package org.givre.orchestrator.campaign;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.sim.RobotTruth;
import org.givre.devices.sim.TubePlace;
import org.givre.devices.sim.TubeTruth;
import org.givre.devices.sim.WorldExport;

/** What is so, read from the world's log alone, without an engine. */
record Truth(Instant at, SortedMap<String, TubeTruth> tubes, List<RobotTruth> robots) {
  /**
   * The truth as it was at a time of the wall.
   *
   * @param data an engine's data directory
   */
  static Truth at(Path data, Instant wall) {
    try (var world = WorldExport.read(data.resolve("world"), Clock.fixed(wall, ZoneOffset.UTC))) {
      var tubes = new TreeMap<String, TubeTruth>();
      world.tubes().forEach(tube -> tubes.put(tube.tube().id().value(), tube));
      return new Truth(world.at(), tubes, world.robots());
    }
  }

  /** Where every tube is, in words. */
  SortedMap<String, String> places() {
    var places = new TreeMap<String, String>();
    tubes.forEach((barcode, tube) -> places.put(barcode, words(tube.place())));
    return places;
  }

  private static String words(TubePlace place) {
    if (place instanceof TubePlace.InRack in) {
      return "%s %s level %d well %s"
          .formatted(
              in.dewar(),
              in.position().rack(),
              in.position().level(),
              in.position().well().label());
    }
    return place.label();
  }

  /** Whether the tube has left the store. */
  boolean gone(String barcode) {
    return tubes.containsKey(barcode) && tubes.get(barcode).place() instanceof TubePlace.AtPort;
  }

  /** How many tubes have left the store. */
  int gone() {
    return (int) tubes.keySet().stream().filter(this::gone).count();
  }

  boolean inMotion() {
    return robots.stream().anyMatch(robot -> robot.order().isPresent());
  }

  /** Whether a robot does an order that puts tubes back into a rack. */
  boolean inPutBack() {
    return robots.stream()
        .flatMap(robot -> robot.order().stream())
        .flatMap(order -> order.steps().stream())
        .anyMatch(MotionStep.PlaceTube.class::isInstance);
  }

  /** What the robots are doing, in words. */
  String motions() {
    return String.join(
        ", ",
        robots.stream().flatMap(robot -> Stream.of(robot.picker() + " " + step(robot))).toList());
  }

  private static String step(RobotTruth robot) {
    return robot.step().map(step -> step.getClass().getSimpleName()).orElse("stands");
  }
}
