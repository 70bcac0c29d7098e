package org.givre.orchestrator.storefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.givre.plans.store.StoreDefinition;

/** Store files, {@code givre-store/1}: what a site's machine is made of. */
public final class StoreFile {
  static final String FORMAT = "givre-store/1";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StoreFile() {}

  /**
   * Reads a store file.
   *
   * @throws StoreFileException when the file is no store
   */
  public static StoreDefinition read(Path file) throws IOException {
    return parse(file.toString(), new String(Files.readAllBytes(file), UTF_8));
  }

  /**
   * Reads a store file's text.
   *
   * @param file what complaints call it
   * @throws StoreFileException when the text is no store
   */
  public static StoreDefinition parse(String file, String json) {
    try {
      return StoreReader.store(new StoreJson(file, "$", MAPPER.readTree(json)));
    } catch (JsonProcessingException broken) {
      throw notJson(file, broken);
    }
  }

  private static StoreFileException notJson(String file, JsonProcessingException broken) {
    var where = broken.getLocation();
    var place =
        where == null
            ? ""
            : " at line %d, column %d".formatted(where.getLineNr(), where.getColumnNr());
    return new StoreFileException(
        file, "$", "JSON", broken.getOriginalMessage() + place, "Correct the file there.");
  }
}
