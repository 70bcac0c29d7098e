package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems that no request can provoke while the engine and its robots are well. */
class ProblemsTest {
  private static final HttpRequest REQUEST = HttpRequest.POST("/v1/jobs");

  private static void isProblem(HttpResponse response, int status, String code) {
    var strict = (HttpEntity.Strict) response.entity();
    var text = strict.getData().decodeString(StandardCharsets.UTF_8);
    assertThat(response.status().intValue()).isEqualTo(status);
    assertThat(text).contains("\"code\":\"" + code + "\"").doesNotContain("secret", "Exception");
  }

  @Test
  void tellNothingOfWhatBrokeInside() {
    var bug = new CompletionException(new IllegalStateException("secret"));

    isProblem(Problems.response(bug, REQUEST), 500, "internal-error");
  }

  @Test
  void tellThatNobodyAnswered() {
    var response = Problems.response(new TimeoutException("secret"), REQUEST);

    isProblem(response, 503, "no-answer");
    assertThat(response.getHeader("Retry-After")).isPresent();
  }

  @Test
  void tellThatTheBodyBrokeOff() {
    var refused = Bodies.refused(new IOException("reset by peer"), 100, ApiLimits.USUAL);

    assertThat(refused.problem().code().code()).isEqualTo("body-broken");
    assertThat(refused.problem().code().status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"device-busy", "device-contradicts", "device-unreachable"})
  void areConflictsWhereARobotIsInTheWay(String refusal) {
    var asked =
        new AskedAction(Action.of("01A", "returnToService"), "it works", "ada", Optional.empty());
    var answer =
        new ActionAnswer(
            "01A",
            Optional.of(refusal),
            "It holds T1.",
            7,
            false,
            Optional.empty(),
            List.of("returnToService"));

    var thrown =
        catchThrowableOfType(
            () -> new ActionReply("device", "picker-1").to(asked, answer), ProblemException.class);

    assertThat(thrown.problem().code().code()).isEqualTo(refusal);
    assertThat(thrown.problem().code().status()).isEqualTo(409);
    assertThat(thrown.problem().detail()).isEqualTo("It holds T1.");
    assertThat(thrown.problem().actions()).contains(List.of("returnToService"));
    assertThat(thrown.problem().headers()).extracting(Object::toString).containsOnly("ETag: \"7\"");
  }
}
