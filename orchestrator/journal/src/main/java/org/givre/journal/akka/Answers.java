package org.givre.journal.akka;

import akka.dispatch.Futures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scala.concurrent.Future;

/** Turns what the store answers into what Akka waits for, on the thread that answers. */
final class Answers {
  private Answers() {}

  /** Calls one of two when {@code done} is; the other with the store's own exception. */
  @SuppressWarnings("FutureReturnValueIgnored") // Its outcome is passed on.
  static void tell(CompletableFuture<Long> done, Runnable succeeded, Consumer<Throwable> failed) {
    done.whenComplete(
        (offset, failure) -> {
          if (failure == null) {
            succeeded.run();
          } else {
            failed.accept(cause(failure));
          }
        });
  }

  /** Succeeds with {@code value} when {@code done} does; fails with the store's own exception. */
  static <T> Future<T> whenDone(CompletableFuture<Long> done, @Nullable T value) {
    var promise = Futures.<T>promise();
    tell(done, () -> promise.success(value), promise::failure);
    return promise.future();
  }

  private static Throwable cause(Throwable failure) {
    var cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
