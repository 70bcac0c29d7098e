package org.givre.journal.akka;

import akka.stream.Attributes;
import akka.stream.Outlet;
import akka.stream.SourceShape;
import akka.stream.stage.AbstractOutHandler;
import akka.stream.stage.AsyncCallback;
import akka.stream.stage.GraphStage;
import akka.stream.stage.GraphStageLogic;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.JournalStore;

/**
 * A stream of pages: reads one while the one before is taken. A finite one ends when there is
 * nothing more; a live one waits for a commit then. Of its wake-ups one at most is on its way,
 * however many commits there are.
 *
 * @param <T> what is streamed
 */
final class PageSource<T> extends GraphStage<SourceShape<T>> {
  private final Outlet<T> out = Outlet.create("PageSource.out");
  private final SourceShape<T> shape = SourceShape.of(out);
  private final JournalStore store;
  private final Executor readers;
  private final boolean isLive;
  private final Supplier<Pages<T>> opening;

  /**
   * A stream that has not been started.
   *
   * @param readers where pages are read
   * @param opening begins to read, each time that the stream is started
   */
  PageSource(JournalStore store, Executor readers, boolean isLive, Supplier<Pages<T>> opening) {
    this.store = store;
    this.readers = readers;
    this.isLive = isLive;
    this.opening = opening;
  }

  @Override
  public SourceShape<T> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inheritedAttributes) {
    return new Logic();
  }

  /** What a read has come to. */
  private record Read<T>(List<T> page, Optional<Throwable> failure) {}

  private final class Logic extends GraphStageLogic {
    private final Pages<T> pages = opening.get();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AsyncCallback<Read<T>> reads = createAsyncCallback(this::onRead);
    private final AsyncCallback<JournalStore> wakes = createAsyncCallback(ignored -> onWake());
    private Iterator<T> page = List.<T>of().iterator();
    private List<T> ahead = List.of();
    private Optional<AutoCloseable> following = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private boolean isReading;

    Logic() {
      super(shape);
      setHandler(
          out,
          new AbstractOutHandler() {
            @Override
            public void onPull() {
              advance();
            }
          });
    }

    @Override
    public void preStart() {
      if (isLive) {
        following = Optional.of(store.follow(this::wake));
      }
    }

    /** On the committing thread. */
    private void wake() {
      if (woken.compareAndSet(false, true)) {
        wakes.invoke(store);
      }
    }

    private void onWake() {
      woken.set(false);
      advance();
    }

    /** Hands out what is wanted and there, and reads ahead. */
    private void advance() {
      turnPage();
      if (page.hasNext() && isAvailable(out)) {
        push(out, page.next());
        turnPage();
      }
      if (!isReading && ahead.isEmpty()) {
        if (failure.isPresent()) {
          failAfterThePage(failure.get());
        } else if (pages.mayHaveMore()) {
          isReading = true;
          readers.execute(() -> reads.invoke(reading()));
        } else if (!page.hasNext()) {
          completeUnlessMoreComes();
        }
      }
    }

    private void failAfterThePage(Throwable why) {
      if (!page.hasNext()) {
        failStage(why);
      }
    }

    private void turnPage() {
      if (!page.hasNext()) {
        page = ahead.iterator();
        ahead = List.of();
      }
    }

    private void completeUnlessMoreComes() {
      if (!isLive || pages.isEnded()) {
        completeStage();
      } else if (store.isClosed()) {
        failStage(new JournalStopped("The journal is closed.", null));
      }
    }

    /** On a reading thread. */
    private Read<T> reading() {
      try {
        return new Read<>(pages.next(), Optional.empty());
      } catch (RuntimeException unreadable) {
        return new Read<>(List.of(), Optional.of(unreadable));
      }
    }

    private void onRead(Read<T> read) {
      isReading = false;
      ahead = read.page();
      failure = read.failure();
      advance();
    }

    @Override
    public void postStop() throws Exception {
      if (following.isPresent()) {
        following.get().close();
      }
    }
  }
}
