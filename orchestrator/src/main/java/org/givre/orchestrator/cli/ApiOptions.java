package org.givre.orchestrator.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that speaks to an engine. */
final class ApiOptions {
  private static final String DEFAULT_URL = "http://127.0.0.1:8080";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where the engine answers (GIVRE_URL, else " + DEFAULT_URL + ").")
  private Optional<String> url = Optional.empty();

  @Option(names = "--json", description = "Print the API's answer as it is.")
  private boolean json;

  boolean json() {
    return json;
  }

  EngineApi api(Workplace workplace) {
    return new EngineApi(parsed(url.or(workplace::url).orElse(DEFAULT_URL)));
  }

  private static URI parsed(String text) {
    try {
      var uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).startsWith("http")) {
        return uri;
      }
      throw new CommandFailure(ExitCode.MALFORMED, notUrl(text));
    } catch (URISyntaxException malformed) {
      throw new CommandFailure(ExitCode.MALFORMED, notUrl(text), malformed);
    }
  }

  private static String notUrl(String text) {
    return "--url or GIVRE_URL: expected a URL such as %s, found \"%s\""
        .formatted(DEFAULT_URL, text);
  }
}
