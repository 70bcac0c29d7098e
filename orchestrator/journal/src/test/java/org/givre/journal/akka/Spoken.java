package org.givre.journal.akka;

import akka.actor.ActorRef;

/** Something that an actor said: an event or a snapshot with an actor in it. */
record Spoken(String words, ActorRef by) {
  /** Cannot be serialized. */
  static final Spoken UNSPEAKABLE = new Spoken("unspeakable", ActorRef.noSender());
}
