package org.givre.journal.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.givre.journal.proof.Trace.Step;

/** A file's content on a disk: what is on it for sure, and what was done since, in order. */
final class DiskFile {
  private static final int SECTOR = 512;

  private byte[] bytes = new byte[0];
  private int size;
  private final List<Step> pending = new ArrayList<>();

  DiskFile() {}

  private DiskFile(DiskFile other) {
    bytes = Arrays.copyOf(other.bytes, other.bytes.length);
    size = other.size;
  }

  /** A write, or a change of the size. */
  void change(Step step) {
    pending.add(step);
  }

  /** All is on the disk. */
  void sync() {
    pending.forEach(step -> apply(step, 0, step.bytes().length));
    pending.clear();
  }

  /** What was written within a range is on the disk, and the size. */
  void sync(long offset, long length) {
    var rest = new ArrayList<Step>();
    for (var step : pending) {
      var from = (int) Math.max(0, offset - step.a());
      var to = (int) Math.min(step.bytes().length, offset + length - step.a());
      if (step.kind() == 'T') {
        apply(step, 0, 0);
      } else if (from == 0 && to == step.bytes().length) {
        apply(step, from, to);
      } else {
        if (from < to) {
          apply(step, from, to);
        }
        rest.add(step);
      }
    }
    pending.clear();
    pending.addAll(rest);
  }

  private void apply(Step step, int from, int to) {
    if (step.kind() == 'T') {
      resize((int) step.a());
    } else if (from < to) {
      var at = (int) step.a();
      resize(Math.max(size, at + to));
      System.arraycopy(step.bytes(), from, bytes, at + from, to - from);
    }
  }

  private void resize(int to) {
    if (to > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(to, 2 * bytes.length));
    }
    if (to < size) {
      Arrays.fill(bytes, to, size, (byte) 0);
    }
    size = to;
  }

  /**
   * What may be read after a power cut.
   *
   * @param resized whether a change of the size has come to the disk
   */
  byte[] afterCut(RandomGenerator chance, Predicate<Step> resized) {
    var seen = new DiskFile(this);
    var likely = new double[] {0, 0.1, 0.5, 0.9, 1}[chance.nextInt(5)];
    for (var n = 0; n < pending.size(); n++) {
      var step = pending.get(n);
      if (step.kind() == 'W') {
        var begun = n == pending.size() - 1 && likely < 1 && chance.nextBoolean();
        var length = begun ? chance.nextInt(step.bytes().length + 1) : step.bytes().length;
        seen.applySome(step, length, () -> chance.nextDouble() < likely);
      } else if (resized.test(step)) {
        seen.resize((int) step.a());
      }
    }
    return Arrays.copyOf(seen.bytes, seen.size);
  }

  private void applySome(Step step, int length, BooleanSupplier arrives) {
    var from = 0;
    while (from < length) {
      var sector = (step.a() + from) / SECTOR;
      var to = (int) Math.min(length, (sector + 1) * SECTOR - step.a());
      if (arrives.getAsBoolean()) {
        apply(step, from, to);
      }
      from = to;
    }
  }
}
