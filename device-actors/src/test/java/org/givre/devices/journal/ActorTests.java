package org.givre.devices.journal;

import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.SerializationSettings;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/** What the tests of all journalled actors have in common. */
public final class ActorTests {
  /** Every event goes through its codec and must come back equal; messages stay in this process. */
  public static final SerializationSettings EVENTS_SURVIVE_THE_JOURNAL =
      EventSourcedBehaviorTestKit.enabledSerializationSettings()
          .withVerifyEquality(true)
          .withVerifyCommands(false)
          .withVerifyState(false);

  private ActorTests() {}

  /** Akka with a journal in memory. */
  public static Config config() {
    return EventSourcedBehaviorTestKit.config().withFallback(ConfigFactory.load());
  }
}
