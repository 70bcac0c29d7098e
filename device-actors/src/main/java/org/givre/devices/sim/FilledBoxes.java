package org.givre.devices.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.givre.plans.store.Position;
import org.givre.protocols.world.v1.BoxFilled;
import org.givre.protocols.world.v1.WorldRecord;

/**
 * What people have put into boxes, as it was when they last put something there. Twenty million
 * tubes stay in the log: only where the record of each box lies is in memory. A robot looks into a
 * box now and then, and people fill one after another: the last one is kept.
 *
 * <p>That no barcode comes twice is the only question about all boxes. The index that answers it is
 * made when it is first asked, by reading the log: a world that is only opened again has none.
 */
final class FilledBoxes {
  private final LongFunction<WorldRecord> log;
  private final Map<Box, Integer> numbers = new HashMap<>();
  private final List<Filling> fillings = new ArrayList<>();
  private long tubes;
  private Optional<BarcodeIndex> index = Optional.empty();
  private Optional<Look> last = Optional.empty();

  /** Where the log tells of a box. */
  private record Filling(long at, int tubes) {}

  /** What was seen in a box. */
  private record Look(int number, List<RestingTube> tubes) {}

  /**
   * @param log the record at a place of the log
   */
  FilledBoxes(LongFunction<WorldRecord> log) {
    this.log = log;
  }

  /** Takes in a record of the log, and where it lies. */
  void take(long at, BoxFilled record) {
    var number = numbers.computeIfAbsent(BoxRecords.box(record), isNew -> added());
    tubes += record.getTubes() - fillings.get(number).tubes();
    fillings.set(number, new Filling(at, record.getTubes()));
    last = last.filter(look -> look.number() != number);
    index.ifPresent(known -> add(BoxRecords.tubes(record), number, known));
    index = index.filter(known -> !known.isFull());
  }

  private int added() {
    fillings.add(new Filling(-1, 0));
    return fillings.size() - 1;
  }

  private static void add(List<RestingTube> tubes, int number, BarcodeIndex index) {
    tubes.forEach(tube -> index.add(tube.barcode(), number));
  }

  /** What was put into a box. */
  List<RestingTube> in(Box box) {
    return Optional.ofNullable(numbers.get(box)).map(this::look).orElse(List.of());
  }

  /** What was put into a well. */
  Optional<RestingTube> at(Position position) {
    return in(Box.of(position)).stream()
        .filter(tube -> tube.loaded().position().equals(position))
        .findFirst();
  }

  /** Where a tube was put. */
  Optional<RestingTube> find(String barcode) {
    return indexed().boxes(barcode).stream()
        .flatMap(number -> look(number).stream())
        .filter(tube -> tube.barcode().equals(barcode))
        .findFirst();
  }

  private BarcodeIndex indexed() {
    if (index.isEmpty()) {
      var made = new BarcodeIndex(Math.toIntExact(tubes));
      for (var number = 0; number < fillings.size(); number++) {
        add(read(number), number, made);
      }
      index = Optional.of(made);
    }
    return index.orElseThrow();
  }

  /** All that was put into boxes. */
  Stream<RestingTube> all() {
    return IntStream.range(0, fillings.size()).boxed().flatMap(number -> read(number).stream());
  }

  private List<RestingTube> look(int number) {
    if (last.filter(look -> look.number() == number).isEmpty()) {
      last = Optional.of(new Look(number, read(number)));
    }
    return last.orElseThrow().tubes();
  }

  private List<RestingTube> read(int number) {
    return BoxRecords.tubes(log.apply(fillings.get(number).at()).getBoxFilled());
  }
}
