package org.givre.journal.akka;

import akka.persistence.journal.WriteEventAdapter;

/** Leaves what is spoken as it is, unless it cannot. As in Scala, any exception may be thrown. */
public final class SpokenAdapter implements WriteEventAdapter {
  @Override
  public String manifest(Object event) {
    return "";
  }

  @Override
  public Object toJournal(Object event) {
    if (event.equals(Spoken.UNADAPTABLE)) {
      throw SpokenAdapter.<RuntimeException>anything(new java.io.IOException("unadaptable"));
    }
    return event;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> E anything(Exception checked) throws E {
    throw (E) checked;
  }
}
