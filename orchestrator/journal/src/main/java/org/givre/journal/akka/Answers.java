package org.givre.journal.akka;

import akka.dispatch.Futures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import scala.concurrent.Future;

/** Turns what the store answers into what Akka waits for, on the thread that answers. */
final class Answers {
  private Answers() {}

  /** Succeeds with {@code value} when {@code done} does; fails with the store's own exception. */
  @SuppressWarnings("FutureReturnValueIgnored") // Its outcome is passed on.
  static <T> Future<T> whenDone(CompletableFuture<Long> done, @Nullable T value) {
    var promise = Futures.<T>promise();
    done.whenComplete(
        (offset, failure) -> {
          if (failure == null) {
            promise.success(value);
          } else {
            promise.failure(cause(failure));
          }
        });
    return promise.future();
  }

  private static Throwable cause(Throwable failure) {
    var cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
