package org.givre.devices.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints the truth from a world's directory alone: no engine, no store file. While an engine runs
 * it sees what is on the disk, that is everything that the engine has been told; it takes no lock
 * and changes nothing. It reads tubes from the disk as they are asked for, until it is closed.
 */
public final class WorldExport implements AutoCloseable {
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

  private final LogFrames log;
  private final WorldState state;

  private WorldExport(LogFrames log) {
    this.log = log;
    this.state = new WorldState(log::record);
  }

  /**
   * The truth at the engine time that it is now.
   *
   * @param wall tells the wall's time, from which the world's clock anchor gives the engine's
   */
  public static WorldExport read(Path directory, Clock wall) {
    var export = new WorldExport(WorldLog.look(directory));
    try {
      export.advance(wall);
      return export;
    } catch (IOException failure) {
      export.close();
      throw new UncheckedIOException("World in %s cannot be read".formatted(directory), failure);
    } catch (RuntimeException failure) {
      export.close();
      throw failure;
    }
  }

  private void advance(Clock wall) throws IOException {
    log.read(state::take);
    state.anchor().ifPresent(anchor -> state.advance(anchor.clock(wall).instant()));
  }

  /** Engine time of this truth. */
  public Instant at() {
    return state.now();
  }

  /** Every tube, by barcode. All at once: for small worlds. */
  public List<TubeTruth> tubes() {
    return state.truth().sorted(Comparator.comparing(tube -> tube.tube().id())).toList();
  }

  /** Every robot that was ever told to do something, by name. */
  public List<RobotTruth> robots() {
    return state.robotTruth();
  }

  /**
   * CSV with the columns of an inventory import, and {@code place}: empty in a rack; {@code
   * picker:NAME} in a carrier; {@code port:NAME:SLOT} at a port, also after somebody has taken the
   * tube away. Dewar, rack, level and well are empty unless the tube is in a rack.
   */
  public void writePlaces(Appendable out) throws IOException {
    writeLine(out, PLACES.stream());
    writeTubes(out, WorldExport::places);
  }

  /**
   * The same with {@code picks}, how often a robot has picked the tube, how long it was out of the
   * cold ({@code box_out_seconds} in its box, {@code carrier_seconds} in carriers; raw seconds),
   * and {@code places}, how often a robot has put it into a box.
   */
  public void writeHistory(Appendable out) throws IOException {
    writeLine(out, Stream.concat(PLACES.stream(), HISTORY.stream()));
    writeTubes(out, tube -> Stream.concat(places(tube), history(tube)));
  }

  private void writeTubes(Appendable out, Function<TubeTruth, Stream<String>> columns)
      throws IOException {
    var tubes = TruthByBarcode.of(state);
    for (var part = 0; part < tubes.parts(); part++) {
      for (var tube : tubes.part(part)) {
        writeLine(out, columns.apply(tube));
      }
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

  @Override
  public void close() {
    try {
      log.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("The world's log could not be closed", failure);
    }
  }
}
