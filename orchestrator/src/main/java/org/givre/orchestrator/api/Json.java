package org.givre.orchestrator.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** JSON in UTF-8: strict where it comes in, compact where it goes out. */
final class Json {
  /** Deep enough for any body of this API; a parser's stack is not for strangers to use up. */
  private static final int DEEPEST = 64;

  private static final Pattern SURROGATE = Pattern.compile("\\\\u[dD]");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final JsonMapper SORTING =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Json() {}

  static byte[] bytes(JsonNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A JSON tree can always be written", impossible);
    }
  }

  /** The value in a form that does not depend on the order of fields, or on blanks. */
  static byte[] canonical(JsonNode json) {
    try {
      return SORTING.writeValueAsBytes(SORTING.treeToValue(json, Object.class));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A JSON tree can always be written", impossible);
    }
  }

  /** Reads one JSON value and nothing after it; refuses a field that stands twice. */
  static JsonNode parse(byte[] body) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      var json = MAPPER.readTree(text);
      if (json.isMissingNode()) {
        throw Problem.of(ProblemCode.JSON_MALFORMED, "Expected a JSON object, found an empty body.")
            .thrown();
      }
      checkSurrogates(json, text);
      return json;
    } catch (CharacterCodingException notUtf8) {
      throw Problem.of(
              ProblemCode.JSON_MALFORMED,
              "The body must be UTF-8; found something that is not. Encode it as UTF-8.")
          .thrown();
    } catch (StreamConstraintsException tooMuch) {
      throw refused(ProblemCode.JSON_TOO_DEEP, tooMuch).thrown();
    } catch (JsonProcessingException broken) {
      throw refused(ProblemCode.JSON_MALFORMED, broken).thrown();
    }
  }

  /** An escape may name half a character, which cannot be said again in an answer. */
  private static void checkSurrogates(JsonNode json, String text) throws CharacterCodingException {
    if (SURROGATE.matcher(text).find()) {
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json.toString()));
    }
  }

  private static Problem refused(ProblemCode code, JsonProcessingException broken) {
    var where = broken.getLocation();
    var place =
        where == null
            ? ""
            : " at line %d, column %d".formatted(where.getLineNr(), where.getColumnNr());
    var what = broken.getOriginalMessage().lines().findFirst().orElse("not JSON");
    return Problem.of(code, what + place + ". Correct the body there.");
  }
}
