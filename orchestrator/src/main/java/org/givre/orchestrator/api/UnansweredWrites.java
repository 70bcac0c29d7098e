package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait until something is durable. When the journal stops, whoever would answer them
 * has failed with it; they are answered here, so that no client is left with a broken connection.
 * Thread-safe.
 */
final class UnansweredWrites {
  private final JournalCare journal;
  private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

  /** One of them; equal to itself only. */
  private static final class Waiting {
    private final String path;
    private final CompletableFuture<HttpResponse> answer = new CompletableFuture<>();

    private Waiting(String path) {
      this.path = path;
    }

    private void settle(@Nullable HttpResponse response, @Nullable Throwable failure) {
      if (response != null) {
        answer.complete(response);
      } else if (failure != null) {
        answer.completeExceptionally(failure);
      }
    }
  }

  UnansweredWrites(JournalCare journal) {
    this.journal = journal;
    journal.whenStopped(this::answerAll);
  }

  /** {@code answer}, or that the journal has stopped, whichever comes first. */
  @SuppressWarnings("FutureReturnValueIgnored") // Its outcome goes into the one that is returned.
  CompletionStage<HttpResponse> await(HttpRequest request, CompletionStage<HttpResponse> answer) {
    if (!request.method().equals(HttpMethods.POST)) {
      return answer;
    }
    var one = new Waiting(request.getUri().path());
    waiting.add(one);
    answer.whenComplete(
        (response, failure) -> {
          waiting.remove(one);
          one.settle(response, failure);
        });
    journal.stopped().ifPresent(this::answerAll);
    return one.answer;
  }

  private void answerAll(String why) {
    var problem = Problem.of(ProblemCode.JOURNAL_STOPPED, why).with(Bodies.CLOSE);
    waiting.forEach(one -> one.answer.complete(Problems.response(problem, one.path)));
  }
}
