package org.givre.journal.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** One thing that goes wrong with a file of a store that is not open; it follows the seed. */
final class Damage {
  private final SplittableRandom chance;
  private final Path journal;
  private final List<Path> others;

  /**
   * Damage that is going to be done.
   *
   * @param others directories of which files are taken: older copies, other stores
   */
  Damage(SplittableRandom chance, Path journal, List<Path> others) {
    this.chance = chance;
    this.journal = journal;
    this.others = others;
  }

  /** Does it; returns what it was. */
  String inflict() throws IOException {
    var files = files(journal);
    var file = files.get(chance.nextInt(files.size()));
    var second = files.get(chance.nextInt(files.size()));
    while (isWindow(file, second)) {
      second = files.get(chance.nextInt(files.size()));
    }
    return switch (chance.nextInt(10)) {
      case 0, 1, 2 -> flip(file);
      case 3 -> truncate(file);
      case 4 -> zero(file);
      case 5 -> scramble(file);
      case 6 -> delete(file);
      case 7 -> swap(file, second);
      case 8 -> foreign(file);
      default -> rename(file, second);
    };
  }

  /**
   * Who takes away LevelDB's log and the tail together takes what was stored after the last signed
   * head, unseen; and snapshots that are gone together with their tail were never there: the
   * windows that the journal's design has.
   */
  private boolean isWindow(Path file, Path other) {
    return isWindowOf(file, other) || isWindowOf(other, file);
  }

  private boolean isWindowOf(Path tail, Path other) {
    return (tail.endsWith("tail") && name(other).matches("db/.*[.]log"))
        || (tail.endsWith("snapshots-tail") && name(other).startsWith("snapshots/"));
  }

  /** All that the store reads; LevelDB's own log for people is not. */
  static List<Path> files(Path tree) throws IOException {
    try (var files = Files.walk(tree)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("LOG") && !file.endsWith("LOCK"))
          .sorted()
          .toList();
    }
  }

  private String name(Path file) {
    return journal.relativize(file).toString();
  }

  private String flip(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    if (bytes.length == 0) {
      return delete(file);
    }
    var at = chance.nextInt(bytes.length);
    bytes[at] = (byte) (bytes[at] ^ 1 << chance.nextInt(8));
    Files.write(file, bytes);
    return "flip a bit of byte %d of %d in %s".formatted(at, bytes.length, name(file));
  }

  private String truncate(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var length = bytes.length == 0 ? 0 : chance.nextInt(bytes.length);
    Files.write(file, Arrays.copyOf(bytes, length));
    return "cut %s from %d to %d bytes".formatted(name(file), bytes.length, length);
  }

  private String zero(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var from = chance.nextInt(bytes.length + 1);
    var to = Math.min(bytes.length, from + 1 + chance.nextInt(4096));
    Arrays.fill(bytes, from, to, (byte) 0);
    Files.write(file, bytes);
    return "zero bytes %d to %d of %s".formatted(from, to, name(file));
  }

  private String scramble(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var from = chance.nextInt(bytes.length + 1);
    var noise = new byte[Math.min(bytes.length - from, 1 + chance.nextInt(512))];
    chance.nextBytes(noise);
    System.arraycopy(noise, 0, bytes, from, noise.length);
    Files.write(file, bytes);
    return "scramble %d bytes at %d of %s".formatted(noise.length, from, name(file));
  }

  private String delete(Path file) throws IOException {
    Files.delete(file);
    return "delete " + name(file);
  }

  private String swap(Path file, Path other) throws IOException {
    var bytes = Files.readAllBytes(file);
    Files.write(file, Files.readAllBytes(other));
    Files.write(other, bytes);
    return "swap %s and %s".formatted(name(file), name(other));
  }

  private String rename(Path file, Path other) throws IOException {
    Files.move(file, other, StandardCopyOption.REPLACE_EXISTING);
    return "rename %s to %s".formatted(name(file), name(other));
  }

  /** The file of the same name, or one of the same kind, from an older copy or another store. */
  private String foreign(Path file) throws IOException {
    var other = others.get(chance.nextInt(others.size()));
    var same = other.resolve(journal.relativize(file));
    var kind = kind(file);
    var alike = files(other).stream().filter(f -> kind(f).equals(kind)).toList();
    if (alike.isEmpty()) {
      return delete(file);
    }
    var from =
        Files.exists(same) && chance.nextBoolean() ? same : alike.get(chance.nextInt(alike.size()));
    Files.copy(from, file, StandardCopyOption.REPLACE_EXISTING);
    return "put %s of %s in the place of %s"
        .formatted(other.relativize(from), other.getFileName(), name(file));
  }

  private static String kind(Path file) {
    var name = file.getFileName().toString();
    return name.replaceAll("[0-9]", "");
  }
}
