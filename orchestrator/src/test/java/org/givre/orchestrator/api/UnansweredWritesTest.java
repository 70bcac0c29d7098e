package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UnansweredWritesTest {
  private static final HttpRequest POST = HttpRequest.POST("/v1/jobs");

  private final JournalTroubles journal = new JournalTroubles();
  private final UnansweredWrites unanswered = new UnansweredWrites(journal);
  private final CompletableFuture<HttpResponse> never = new CompletableFuture<>();
  private final HttpResponse done = HttpResponse.create().withStatus(202);

  @Test
  void areAnsweredWhenTheJournalStops() {
    var answer = unanswered.await(POST, never).toCompletableFuture();
    assertThat(answer).isNotDone();
    journal.stop("EIO");
    assertThat(answer.join().status().intValue()).isEqualTo(503);
  }

  @Test
  void areAnsweredWhenItHadStoppedBefore() {
    journal.stop("EIO");
    var answer = unanswered.await(POST, never).toCompletableFuture();
    assertThat(answer.join().status().intValue()).isEqualTo(503);
  }

  @Test
  void keepTheAnswerThatCameFirst() {
    var answer = unanswered.await(POST, CompletableFuture.completedFuture(done));
    journal.stop("EIO");
    assertThat(answer.toCompletableFuture().join()).isSameAs(done);
  }

  @Test
  void doNotConcernReaders() {
    var answer = unanswered.await(HttpRequest.GET("/v1/jobs"), never).toCompletableFuture();
    journal.stop("EIO");
    assertThat(answer).isNotDone();
  }
}
