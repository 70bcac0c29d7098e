package org.givre.bench.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.givre.orchestrator.planfile.InstanceFile;
import org.givre.plans.instance.Instance;

/** Instances on disk, by name. */
final class Problems {
  private static final List<String> SIZES = List.of("S", "1000g", "M", "L", "XL");

  /** Small ones first, whatever their seeds. */
  static final Comparator<String> BY_SIZE =
      Comparator.<String>comparingInt(name -> SIZES.indexOf(size(name)))
          .thenComparing(Comparator.naturalOrder());

  private Problems() {}

  /** Class of size, the first part of a name. */
  static String size(String name) {
    return name.substring(0, name.indexOf('-'));
  }

  /** The file of an instance, compressed or not. */
  static Path file(Path directory, String name) {
    var plain = directory.resolve(name + ".json");
    return Files.exists(plain) ? plain : directory.resolve(name + ".json.gz");
  }

  static Instance read(Path directory, String name) throws IOException {
    return InstanceFile.read(file(directory, name));
  }
}
