package org.givre.orchestrator.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.givre.orchestrator.wiring.StartRefusal.Reason;

/**
 * The text of a store file.
 *
 * @param name what complaints call it
 */
record StoreSource(String name, String json) {

  static StoreSource of(Path file) {
    try {
      return new StoreSource(file.toString(), new String(Files.readAllBytes(file), UTF_8));
    } catch (IOException e) {
      throw new StartRefusal(
          Reason.MALFORMED,
          "Cannot read the store file %s: %s. Check its name and permissions.".formatted(file, e),
          e);
    }
  }

  /** The 1000g store that the product carries. */
  static StoreSource shipped() {
    return new StoreSource("the shipped 1000g store", resource("/demo/1000g/store.json"));
  }

  private static String resource(String name) {
    try (var in = StoreSource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The product does not carry " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
