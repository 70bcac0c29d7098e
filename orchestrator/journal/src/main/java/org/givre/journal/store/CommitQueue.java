package org.givre.journal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

/** Requests on their way to the committing thread: bounded by number and by bytes. */
final class CommitQueue {
  /** Permits of the semaphore count so many bytes each. */
  private static final int UNIT = 1024;

  private final BlockingQueue<Request> waiting;
  private final Semaphore room;
  private final int allRoom;

  CommitQueue(int requests, long bytes) {
    waiting = new ArrayBlockingQueue<>(requests);
    allRoom = (int) Math.max(1, bytes / UNIT);
    room = new Semaphore(allRoom);
  }

  /** Waits for room, then queues. */
  void put(Request request) throws InterruptedException {
    room.acquire(units(request));
    waiting.put(request);
  }

  /** Takes one, and whatever else waits, up to {@code bytes} of payload, about. */
  void drain(List<Request> into, long bytes) throws InterruptedException {
    var next = waiting.take();
    var gathered = 0L;
    while (next != null) {
      into.add(next);
      gathered += next.bytes();
      next = gathered < bytes ? waiting.poll() : null;
    }
  }

  /** Takes whatever waits; does not wait for more. */
  List<Request> takeAll() {
    var all = new ArrayList<Request>();
    waiting.drainTo(all);
    return all;
  }

  /** Gives back the room of a request that is answered. */
  void answered(Request request) {
    room.release(units(request));
  }

  private int units(Request request) {
    return (int) Math.min(allRoom, request.bytes() / UNIT + 1);
  }

  int size() {
    return waiting.size();
  }
}
