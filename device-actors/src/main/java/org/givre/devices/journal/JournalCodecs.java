package org.givre.devices.journal;

import com.typesafe.config.Config;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.protocols.journal.v1.Envelope;

/**
 * The codecs of all kinds of entities, by the manifest under which the journal keeps their events:
 * {@code rack}, {@code dewar} and so on.
 */
public final class JournalCodecs {
  /** Where configuration names the codecs: one class name by manifest. */
  public static final String CONFIG_PATH = "givre.journal.codecs";

  private final SortedMap<String, EventCodec<?>> byManifest;

  public JournalCodecs(Map<String, ? extends EventCodec<?>> byManifest) {
    this.byManifest = new TreeMap<>(byManifest);
  }

  /** The codecs that {@code config} names under {@value #CONFIG_PATH}. */
  public static JournalCodecs from(Config config, ClassLoader classes) {
    var found = new TreeMap<String, EventCodec<?>>();
    var named = config.getConfig(CONFIG_PATH);
    named.root().keySet().stream()
        .sorted()
        .forEach(manifest -> found.put(manifest, codec(named.getString(manifest), classes)));
    return new JournalCodecs(found);
  }

  private static EventCodec<?> codec(String className, ClassLoader classes) {
    try {
      var type = Class.forName(className, true, classes).asSubclass(EventCodec.class);
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "%s names %s, which cannot be made: it must be an EventCodec with a public constructor"
                  .formatted(CONFIG_PATH, className)
              + " without arguments",
          e);
    }
  }

  /** The manifest of an event's kind. */
  public String manifest(JournalEvent event) {
    return byManifest.entrySet().stream()
        .filter(codec -> codec.getValue().type().isInstance(event))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No codec for %s; name one under %s"
                        .formatted(event.getClass().getName(), CONFIG_PATH)));
  }

  /** The protobuf form of an event with its cause and times. */
  public Envelope toEnvelope(Recorded<?> recorded) {
    var envelope =
        Envelope.newBuilder()
            .setCause(CauseMessage.of(recorded.cause()))
            .setEngineTimeMicros(Micros.of(recorded.engineTime()))
            .setWallTimeMicros(Micros.of(recorded.wallTime()));
    write(codec(manifest(recorded.event())), recorded.event(), envelope);
    return envelope.build();
  }

  private static <E extends JournalEvent> void write(
      EventCodec<E> codec, JournalEvent event, Envelope.Builder envelope) {
    codec.write(codec.type().cast(event), envelope);
  }

  /**
   * The event in {@code envelope}, with its cause and times.
   *
   * @throws IllegalArgumentException when the manifest has no codec, or the envelope no such event
   */
  public Recorded<?> fromEnvelope(String manifest, Envelope envelope) {
    return read(codec(manifest), manifest, envelope);
  }

  private static <E extends JournalEvent> Recorded<E> read(
      EventCodec<E> codec, String manifest, Envelope envelope) {
    var event =
        codec
            .read(envelope)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "An envelope with manifest \"%s\" holds %s; it was written by a newer release"
                            .formatted(manifest, envelope.getEventCase())));
    return new Recorded<>(
        event,
        CauseMessage.toCause(envelope.getCause()),
        Micros.toInstant(envelope.getEngineTimeMicros()),
        Micros.toInstant(envelope.getWallTimeMicros()));
  }

  private EventCodec<?> codec(String manifest) {
    var codec = byManifest.get(manifest);
    if (codec == null) {
      throw new IllegalArgumentException(
          "No codec for manifest \"%s\"; those under %s are %s"
              .formatted(manifest, CONFIG_PATH, byManifest.keySet()));
    }
    return codec;
  }
}
