package org.givre.orchestrator.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The 1000g store as it is shipped in the jar. */
final class DemoFiles {
  private DemoFiles() {}

  /** A tube as the inventory file has it. */
  record Row(String barcode, String specimen, String material) {}

  static String text(String name) {
    try (var in = DemoFiles.class.getResourceAsStream("/demo/1000g/" + name)) {
      if (in == null) {
        throw new IllegalStateException("No demo file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String inventory() {
    return text("inventory.csv");
  }

  static List<Row> rows() {
    return inventory()
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(fields -> new Row(fields[0], fields[1], fields[2]))
        .toList();
  }

  /** First column of a pick list. */
  static List<String> names(String pickList) {
    return text(pickList).lines().skip(1).map(line -> line.split(",", -1)[0].strip()).toList();
  }
}
