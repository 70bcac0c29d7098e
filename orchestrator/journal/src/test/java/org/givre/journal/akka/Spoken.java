package org.givre.journal.akka;

import akka.actor.ActorRef;

/** Something that an actor said: an event or a snapshot with an actor in it. */
record Spoken(String words, ActorRef by) {
  /** Cannot be serialized. */
  static final Spoken UNSPEAKABLE = new Spoken("unspeakable", ActorRef.noSender());

  /** Cannot be serialized, for a library of its serializer is not there. */
  static final Spoken UNLINKED = new Spoken("unlinked", ActorRef.noSender());

  /** Throws an adapter off, in a way that Java does not foresee. */
  static final Spoken UNADAPTABLE = new Spoken("unadaptable", ActorRef.noSender());
}
