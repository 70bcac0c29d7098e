package org.givre.orchestrator.planfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** JSON on disk, compressed where the name ends with {@code .gz}. */
final class JsonFile {
  /** NaN is read, so that the judge of plans can call a start that is no number by its kind. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** What every gzip file begins with (RFC 1952, section 2.3.1). */
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private JsonFile() {}

  static LocatedJson read(Path file) throws IOException {
    try (var in = opened(file)) {
      return LocatedJson.root(MAPPER.readTree(in));
    } catch (JsonProcessingException broken) {
      throw notJson(broken);
    } catch (ZipException | EOFException broken) {
      throw new MalformedFileException(
          "expected a gzip file, found: " + broken.getMessage(), broken);
    }
  }

  static LocatedJson parsed(String text) {
    try {
      return LocatedJson.root(MAPPER.readTree(text));
    } catch (JsonProcessingException broken) {
      throw notJson(broken);
    }
  }

  static void write(JsonNode tree, Path file) throws IOException {
    try (var out = created(file)) {
      out.write((text(tree) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  static String text(JsonNode tree) {
    return tree.toString();
  }

  private static InputStream opened(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file));
    try {
      if (isCompressed(file)) {
        return new GZIPInputStream(in);
      }
      requirePlain(in);
      return in;
    } catch (IOException | MalformedFileException broken) {
      in.close();
      throw broken;
    }
  }

  private static void requirePlain(BufferedInputStream in) throws IOException {
    in.mark(GZIP.length);
    if (Arrays.equals(in.readNBytes(GZIP.length), GZIP)) {
      throw new MalformedFileException(
          "expected JSON, found a compressed file; let its name end with .gz");
    }
    in.reset();
  }

  private static OutputStream created(Path file) throws IOException {
    var out = Files.newOutputStream(file);
    return isCompressed(file) ? new GZIPOutputStream(out) : out;
  }

  private static boolean isCompressed(Path file) {
    return file.toString().endsWith(".gz");
  }

  private static MalformedFileException notJson(JsonProcessingException broken) {
    var where = broken.getLocation();
    var place =
        where == null
            ? ""
            : "line %d, column %d: ".formatted(where.getLineNr(), where.getColumnNr());
    return new MalformedFileException(
        "%sexpected JSON, found: %s".formatted(place, broken.getOriginalMessage()), broken);
  }
}
