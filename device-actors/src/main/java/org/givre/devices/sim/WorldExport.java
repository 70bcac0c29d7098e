package org.givre.devices.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints the truth from a world's directory alone: no engine, no store file. While an engine runs
 * it sees what is on the disk, that is everything that the engine has been told; it takes no lock
 * and changes nothing.
 */
public final class WorldExport {
  private static final List<String> PLACES =
      List.of(
          "tube_barcode",
          "specimen_id",
          "material",
          "aliquot",
          "dewar",
          "rack",
          "level",
          "well",
          "place");

  private static final List<String> HISTORY =
      List.of("picks", "box_out_seconds", "carrier_seconds", "places");

  private final WorldState state;
  private final List<TubeTruth> tubes;
  private final List<RobotTruth> robots;

  private WorldExport(WorldState state) {
    this.state = state;
    this.tubes = state.truth();
    this.robots = state.robotTruth();
  }

  /**
   * The truth at the engine time that it is now.
   *
   * @param wall tells the wall's time, from which the world's clock anchor gives the engine's
   */
  public static WorldExport read(Path directory, Clock wall) {
    try (var log = WorldLog.look(directory)) {
      var state = new WorldState(log::record);
      log.read(state::take);
      state.anchor().ifPresent(anchor -> state.advance(anchor.clock(wall).instant()));
      return new WorldExport(state);
    } catch (IOException failure) {
      throw new UncheckedIOException("World in %s cannot be read".formatted(directory), failure);
    }
  }

  /** Engine time of this truth. */
  public Instant at() {
    return state.now();
  }

  /** Every tube, by barcode. */
  public List<TubeTruth> tubes() {
    return tubes;
  }

  /** Every robot that was ever told to do something, by name. */
  public List<RobotTruth> robots() {
    return robots;
  }

  /**
   * CSV with the columns of an inventory import, and {@code place}: empty in a rack; {@code
   * picker:NAME} in a carrier; {@code port:NAME:SLOT} at a port, also after somebody has taken the
   * tube away. Dewar, rack, level and well are empty unless the tube is in a rack.
   */
  public void writePlaces(Appendable out) throws IOException {
    writeLine(out, PLACES.stream());
    for (var tube : tubes) {
      writeLine(out, places(tube));
    }
  }

  /**
   * The same with {@code picks}, how often a robot has picked the tube, how long it was out of the
   * cold ({@code box_out_seconds} in its box, {@code carrier_seconds} in carriers; raw seconds),
   * and {@code places}, how often a robot has put it into a box.
   */
  public void writeHistory(Appendable out) throws IOException {
    writeLine(out, Stream.concat(PLACES.stream(), HISTORY.stream()));
    for (var tube : tubes) {
      writeLine(out, Stream.concat(places(tube), history(tube)));
    }
  }

  private static Stream<String> places(TubeTruth truth) {
    var tube = truth.tube();
    var what =
        Stream.of(
            tube.id().value(),
            tube.specimen().value(),
            tube.material(),
            Integer.toString(tube.aliquot()));
    return Stream.of(what, where(truth.place()), Stream.of(truth.place().label()))
        .flatMap(columns -> columns);
  }

  private static Stream<String> where(TubePlace place) {
    if (place instanceof TubePlace.InRack in) {
      var position = in.position();
      return Stream.of(
          in.dewar(),
          position.rack().value(),
          Integer.toString(position.level()),
          position.well().label());
    }
    return Stream.of("", "", "", "");
  }

  private static Stream<String> history(TubeTruth truth) {
    return Stream.of(
        Integer.toString(truth.picks()),
        String.format(Locale.ROOT, "%.6f", truth.boxOutSeconds()),
        String.format(Locale.ROOT, "%.6f", truth.carrierSeconds()),
        Integer.toString(truth.places()));
  }

  private static void writeLine(Appendable out, Stream<String> values) throws IOException {
    out.append(values.map(WorldExport::quoted).collect(Collectors.joining(",", "", "\n")));
  }

  /** RFC 4180: a value with a comma, a quote or a line break stands in quotes. */
  private static String quoted(String value) {
    return value.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0)
        ? '"' + value.replace("\"", "\"\"") + '"'
        : value;
  }
}
