package org.givre.devices.rack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/**
 * The tubes of one box in as few bytes as is cheap, because a store holds twenty million. Ordered
 * by well; a well is kept as the distance from the one before, and a text as what differs from the
 * one before: neighbours have been put in together and have similar names.
 */
final class PackedBox {
  static final PackedBox EMPTY = new PackedBox(0, new byte[0]);

  /** More than the 99 columns that a well can have. */
  private static final int WELLS_PER_ROW = 100;

  private final int tubes;
  private final byte[] packed;

  private PackedBox(int tubes, byte[] packed) {
    this.tubes = tubes;
    this.packed = packed;
  }

  static PackedBox of(List<Standing> tubes) {
    var sorted = new ArrayList<>(tubes);
    sorted.sort(Comparator.comparing(Standing::well));
    var out = new ByteArrayOutputStream();
    var texts = new Texts();
    var before = 0;
    for (var standing : sorted) {
      var well = standing.well().row() * WELLS_PER_ROW + standing.well().column();
      write(out, well - before);
      texts.write(out, standing.tube());
      before = well;
    }
    return new PackedBox(sorted.size(), out.toByteArray());
  }

  /** How many tubes stand in the box. */
  int tubes() {
    return tubes;
  }

  /** How many bytes they take. */
  int bytes() {
    return packed.length;
  }

  /** The tubes with a barcode that is {@code wanted}, by well. */
  List<Standing> select(int level, Predicate<String> wanted) {
    var selected = new ArrayList<Standing>();
    var in = ByteBuffer.wrap(packed);
    var texts = new Texts();
    var well = 0;
    while (in.hasRemaining()) {
      well += read(in);
      texts.read(in);
      if (wanted.test(texts.barcode.value())) {
        var place = new Well(well / WELLS_PER_ROW, well % WELLS_PER_ROW);
        selected.add(new Standing(texts.tube(), level, place));
      }
    }
    return selected;
  }

  /** Without the tubes of these barcodes. */
  PackedBox without(Set<String> barcodes) {
    var left = select(1, barcode -> !barcodes.contains(barcode));
    return left.size() == tubes ? this : of(left);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PackedBox box && Arrays.equals(packed, box.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }

  /** What is written of a tube besides its well. */
  private static final class Texts {
    private final Text barcode = new Text();
    private final Text specimen = new Text();
    private final Text material = new Text();
    private int aliquot;

    void write(ByteArrayOutputStream out, Tube tube) {
      barcode.write(out, tube.id().value());
      specimen.write(out, tube.specimen().value());
      material.write(out, tube.material());
      PackedBox.write(out, tube.aliquot());
    }

    void read(ByteBuffer in) {
      barcode.read(in);
      specimen.read(in);
      material.read(in);
      aliquot = PackedBox.read(in);
    }

    Tube tube() {
      return new Tube(
          new TubeId(barcode.value()), new SpecimenId(specimen.value()), material.value(), aliquot);
    }
  }

  /** A text of which only what differs from the one before is written. */
  private static final class Text {
    private byte[] before = {};

    void write(ByteArrayOutputStream out, String text) {
      var bytes = text.getBytes(UTF_8);
      var mismatch = Arrays.mismatch(before, bytes);
      var shared = mismatch < 0 ? bytes.length : mismatch;
      PackedBox.write(out, shared);
      PackedBox.write(out, bytes.length - shared);
      out.write(bytes, shared, bytes.length - shared);
      before = bytes;
    }

    void read(ByteBuffer in) {
      var shared = PackedBox.read(in);
      var rest = PackedBox.read(in);
      before = Arrays.copyOf(before, shared + rest);
      in.get(before, shared, rest);
    }

    String value() {
      return new String(before, UTF_8);
    }
  }

  /** Seven bits to a byte, low ones first; the eighth says that more follow. */
  private static void write(ByteArrayOutputStream out, int number) {
    var rest = number;
    while ((rest & ~0x7f) != 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static int read(ByteBuffer in) {
    var number = 0;
    var shift = 0;
    int part = in.get();
    while (part < 0) {
      number |= (part & 0x7f) << shift;
      shift += 7;
      part = in.get();
    }
    return number | (part << shift);
  }
}
