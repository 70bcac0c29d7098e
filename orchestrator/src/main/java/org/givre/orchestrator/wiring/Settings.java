package org.givre.orchestrator.wiring;

import com.typesafe.config.Config;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.OptionalLong;
import org.givre.orchestrator.dispatch.CompanySettings;
import org.givre.orchestrator.dispatch.DispatchSettings;
import org.givre.orchestrator.dispatch.DispatchTimers;
import org.givre.orchestrator.dispatch.PlanningSettings;

/**
 * All that may be set, read once and checked before anything starts.
 *
 * @param seed empty: another one at every start
 * @param jitter how much a simulated motion may differ from what is reckoned, as a part of it
 * @param dispatch without its seed, which is that of the session
 * @param readJournal id of the plug-in that the feed reads through
 */
record Settings(
    Http http,
    boolean simulate,
    double speed,
    OptionalLong seed,
    double jitter,
    DispatchSettings dispatch,
    Duration journalStartLimit,
    String readJournal) {

  private static final double FASTEST = 2000;
  private static final int LAST_PORT = 65_535;

  /** Where HTTP is served. */
  record Http(String host, int port) {}

  /**
   * Reads the settings.
   *
   * @throws StartRefusal that names the setting, what was expected and what was found
   */
  static Settings of(Config config) {
    var read = new ConfigReader(config);
    var simulate = read.truth("givre.simulate");
    var http =
        new Http(loopback(read, "givre.http.host"), read.integer("givre.http.port", 0, LAST_PORT));
    return new Settings(
        http,
        simulate,
        simulate ? read.number("givre.speed", 1, FASTEST) : read.number("givre.speed", 1, 1),
        read.seed("givre.seed"),
        read.number("givre.simulation.jitter", 0, 0.5),
        dispatch(read),
        read.duration("givre.journal.start-limit"),
        read.text("givre.journal.read"));
  }

  private static DispatchSettings dispatch(ConfigReader read) {
    return new DispatchSettings(
        planning(read), timers(read), company(read), read.duration("givre.dispatch.carrier-hold"));
  }

  private static PlanningSettings planning(ConfigReader read) {
    return new PlanningSettings(
        read.duration("givre.dispatch.planning"),
        read.duration("givre.dispatch.planning-engine"),
        read.duration("givre.dispatch.planning-floor"),
        read.durationOrZero("givre.dispatch.bound-search"),
        read.number("givre.dispatch.least-gain", 0, 1),
        0);
  }

  private static DispatchTimers timers(ConfigReader read) {
    return new DispatchTimers(
        read.duration("givre.dispatch.quiet"),
        read.duration("givre.dispatch.longest-wait"),
        read.duration("givre.dispatch.gathering"),
        read.duration("givre.dispatch.recheck"),
        read.duration("givre.dispatch.reminder"),
        read.duration("givre.dispatch.offers"));
  }

  private static CompanySettings company(ConfigReader read) {
    return new CompanySettings(
        read.truth("givre.dispatch.company.enabled"),
        read.duration("givre.dispatch.company.longest-wait"),
        read.number("givre.dispatch.company.share", 0, 1),
        read.duration("givre.dispatch.company.margin"),
        read.integer("givre.dispatch.company.highest-priority", 1, 9));
  }

  private static String loopback(ConfigReader read, String path) {
    var host = read.text(path);
    try {
      if (InetAddress.getByName(host).isLoopbackAddress()) {
        return host;
      }
    } catch (UnknownHostException unknown) {
      throw read.refusal(path, "a loopback address such as 127.0.0.1", host);
    }
    throw read.refusal(
        path, "a loopback address such as 127.0.0.1, for there is no sign-in yet", host);
  }
}
