package org.givre.journal.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Requests on their way to the committing threads: bounded by number and by bytes. */
final class CommitQueue {
  /** What a request takes at least, in bytes: it is more than its payload. */
  private static final long LEAST = 1024;

  private final int mostRequests;
  private final long mostBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Condition work = lock.newCondition();
  private final Queue<Request> waiting = new ArrayDeque<>();

  /** Of what waits and of what was taken and is not answered. */
  private long bytes;

  CommitQueue(int requests, long bytes) {
    this.mostRequests = requests;
    this.mostBytes = bytes;
  }

  /** Waits for room, then queues. */
  void put(Request request) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (isFull(request)) {
        room.await();
      }
      bytes += bytes(request);
      waiting.add(request);
      if (waiting.size() == 1) {
        work.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** One that is greater than all room is let in alone. */
  private boolean isFull(Request request) {
    return waiting.size() >= mostRequests || (bytes > 0 && bytes + bytes(request) > mostBytes);
  }

  private static long bytes(Request request) {
    return request.bytes() + LEAST;
  }

  /** Takes one, and whatever else waits, up to {@code most} bytes of payload, about. */
  void take(List<Request> into, long most) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty()) {
        work.await();
      }
      move(into, most);
    } finally {
      lock.unlock();
    }
  }

  /** Takes whatever waits, up to {@code most} bytes of payload, about; does not wait for more. */
  void poll(List<Request> into, long most) {
    lock.lock();
    try {
      move(into, most);
    } finally {
      lock.unlock();
    }
  }

  private void move(List<Request> into, long most) {
    for (var gathered = 0L; gathered < most && !waiting.isEmpty(); ) {
      var next = waiting.remove();
      into.add(next);
      gathered += next.bytes();
    }
    room.signalAll();
  }

  /** Takes whatever waits; does not wait for more. */
  List<Request> takeAll() {
    lock.lock();
    try {
      var all = new ArrayList<>(waiting);
      waiting.clear();
      room.signalAll();
      return all;
    } finally {
      lock.unlock();
    }
  }

  /** Gives back the room of requests that are answered. */
  void answered(List<Request> requests) {
    lock.lock();
    try {
      for (var request : requests) {
        bytes -= bytes(request);
      }
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing waits, and nothing was taken and is not answered. */
  boolean isIdle() {
    lock.lock();
    try {
      return bytes == 0;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }
}
