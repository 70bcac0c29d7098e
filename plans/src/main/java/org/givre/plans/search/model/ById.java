package org.givre.plans.search.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Things of a problem by their ids. */
public final class ById<T> {
  private final List<T> things;
  private final Ids ids;

  private ById(List<T> things, Ids ids) {
    this.things = things;
    this.ids = ids;
  }

  /** Finds {@code things} by {@code id}, which is another for each. */
  public static <T> ById<T> of(T[] things, ToIntFunction<T> id) {
    var list = Arrays.asList(things);
    return new ById<>(list, Ids.of(list, id));
  }

  /** The one with this id; null when there is none. */
  public @Nullable T get(int id) {
    int index = ids.find(id);
    return index == Ids.NONE ? null : things.get(index);
  }
}
