package org.givre.bench.scale;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/**
 * A store of any size, the same for the same seed: racks of as many boxes as the tubes need, filled
 * from the top. Barcodes are scattered over eight digits, the aliquots of a specimen over the whole
 * store, as years of use would have left them.
 */
final class GeneratedStore {
  private static final int RACKS_PER_DEWAR = 200;
  private static final int BOX_ROWS = 10;
  private static final int BOX_COLUMNS = 10;
  private static final int WELLS = BOX_ROWS * BOX_COLUMNS;
  private static final int ALIQUOTS = 8;
  private static final int BARCODES = 100_000_000;
  private static final List<String> MATERIALS = List.of("LCL", "PBMC", "PLASMA", "DNA");

  private final int racks;
  private final int tubes;
  private final Shuffle barcodes;
  private final Shuffle aliquots;

  /**
   * Plans a store.
   *
   * @param tubes at most the hundred million that eight digits can name
   */
  GeneratedStore(int racks, int tubes, long seed) {
    if (racks < 1 || tubes < 1 || tubes > BARCODES) {
      throw new IllegalArgumentException(
          "Expected racks and up to %,d tubes; found %d and %d".formatted(BARCODES, racks, tubes));
    }
    this.racks = racks;
    this.tubes = tubes;
    var chance = new SplittableRandom(seed);
    barcodes = Shuffle.of(BARCODES, chance);
    aliquots = Shuffle.of(tubes, chance);
  }

  /** Puts the numbers below {@code size} into another order: an affine map without repeats. */
  private record Shuffle(long size, long factor, long shift) {
    static Shuffle of(int size, SplittableRandom chance) {
      var all = BigInteger.valueOf(size);
      var factor = BigInteger.valueOf(chance.nextLong(size) | 1);
      while (!factor.gcd(all).equals(BigInteger.ONE)) {
        factor = factor.add(BigInteger.TWO);
      }
      return new Shuffle(size, factor.longValueExact() % size, chance.nextLong(size));
    }

    long at(long number) {
      return (Math.multiplyExact(factor, number) + shift) % size;
    }
  }

  int racks() {
    return racks;
  }

  int tubes() {
    return tubes;
  }

  /** The barcode of the tube that stands at {@code place}, counted over the whole store. */
  String barcode(int place) {
    return "FR%08d".formatted(barcodes.at(place));
  }

  /** The specimen of the tube at {@code place}. */
  String specimen(int place) {
    return "S%07d".formatted(aliquots.at(place) / ALIQUOTS);
  }

  private int perRack() {
    return ceilDiv(tubes, racks);
  }

  private static int ceilDiv(int number, int by) {
    return (number + by - 1) / by;
  }

  private static String dewar(int rack) {
    return "D%03d".formatted(rack / RACKS_PER_DEWAR + 1);
  }

  static String rack(int rack) {
    return "%s-R%03d".formatted(dewar(rack), rack % RACKS_PER_DEWAR + 1);
  }

  /** Writes the store file. */
  void writeStore(Path file) throws IOException {
    Files.writeString(file, json());
  }

  /** The store file. */
  String json() {
    var dewars = ceilDiv(racks, RACKS_PER_DEWAR);
    var names = IntStream.range(0, dewars).mapToObj(d -> dewar(d * RACKS_PER_DEWAR)).toList();
    return """
        {"format": "givre-store/1", "name": "generated",
         "labware": [{"id": "box", "rows": %d, "columns": %d, "tube": "2 mL cryovial"}],
         "dewars": [%s],
         "pickers": [%s, %s],
         "ports": [%s, %s]}
        """
        .formatted(
            BOX_ROWS,
            BOX_COLUMNS,
            IntStream.range(0, dewars).mapToObj(this::dewarJson).collect(commas()),
            pickerJson("picker-1", names),
            pickerJson("picker-2", names),
            portJson("P1"),
            portJson("P2"));
  }

  private static Collector<CharSequence, ?, String> commas() {
    return Collectors.joining(",\n  ");
  }

  private String dewarJson(int dewar) {
    var first = dewar * RACKS_PER_DEWAR;
    var here = IntStream.range(first, Math.min(racks, first + RACKS_PER_DEWAR));
    return """
    {"id": "%s", "xMetres": %d, "yMetres": %d, "holdCelsius": -180, "workAreaCelsius": -100,
     "levels": %d, "carouselSlots": %d, "labware": "box",
     "racks": [%s]}"""
        .formatted(
            dewar(first),
            dewar % 10 * 2,
            dewar / 10 * 2,
            ceilDiv(perRack(), WELLS),
            RACKS_PER_DEWAR,
            here.mapToObj(rack -> '"' + rack(rack) + '"').collect(Collectors.joining(", ")));
  }

  private static String pickerJson(String id, List<String> dewars) {
    return """
    {"id": "%s", "xMetres": 0, "yMetres": 0, "xMetresPerSecond": 0.6, "yMetresPerSecond": 0.6,
     "carrierTubes": 24, "carrierCelsius": -150, "dewars": [%s], "ports": ["P1", "P2"]}"""
        .formatted(
            id, dewars.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")));
  }

  private static String portJson(String id) {
    return """
    {"id": "%s", "xMetres": 0, "yMetres": 0, "bufferTubes": 96, "clearSeconds": 60}"""
        .formatted(id);
  }

  /** Writes the inventory as files of whole racks, of at most {@code most} tubes each. */
  List<Path> writeInventory(Path directory, int most) throws IOException {
    var racksPerFile = Math.max(1, most / perRack());
    var files = new ArrayList<Path>();
    for (int first = 0; first < racks && first * perRack() < tubes; first += racksPerFile) {
      var file = directory.resolve("inventory-%03d.csv".formatted(files.size() + 1));
      try (var out = Files.newBufferedWriter(file)) {
        write(first, Math.min(racks, first + racksPerFile), out);
      }
      files.add(file);
    }
    return files;
  }

  private void write(int firstRack, int endRack, Writer out) {
    var lines = new PrintWriter(out);
    lines.print("tube_barcode,specimen_id,material,aliquot,dewar,rack,level,well\n");
    for (int rack = firstRack; rack < endRack; rack++) {
      var first = rack * perRack();
      for (int slot = 0; slot < perRack() && first + slot < tubes; slot++) {
        lines.print(line(rack, slot, first + slot));
      }
    }
    lines.flush();
  }

  /** What stands in a rack; none in racks that the tubes do not reach. */
  List<Standing> standing(int rack) {
    var standing = new ArrayList<Standing>();
    var first = rack * perRack();
    for (int slot = 0; slot < perRack() && first + slot < tubes; slot++) {
      var place = first + slot;
      var tube =
          new Tube(
              new TubeId(barcode(place)),
              new SpecimenId(specimen(place)),
              material(place),
              aliquot(place));
      var inBox = slot % WELLS;
      var well = new Well(inBox / BOX_COLUMNS, inBox % BOX_COLUMNS + 1);
      standing.add(new Standing(tube, slot / WELLS + 1, well));
    }
    return standing;
  }

  private int aliquot(int place) {
    return (int) (aliquots.at(place) % ALIQUOTS) + 1;
  }

  private String material(int place) {
    return MATERIALS.get((aliquot(place) - 1) * MATERIALS.size() / ALIQUOTS);
  }

  private String line(int rack, int slot, int place) {
    var inBox = slot % WELLS;
    return barcode(place)
        + ','
        + specimen(place)
        + ','
        + material(place)
        + ','
        + aliquot(place)
        + ','
        + dewar(rack)
        + ','
        + rack(rack)
        + ','
        + (slot / WELLS + 1)
        + ','
        + (char) ('A' + inBox / BOX_COLUMNS)
        + (inBox % BOX_COLUMNS + 1)
        + '\n';
  }
}
