package org.givre.orchestrator.wiring;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of a data directory, for people. The journal is the record. */
final class LogFile implements AutoCloseable {
  /** Together with the ones kept, less than a journal of a day. */
  private static final String LARGEST = "10MB";

  private static final int KEPT = 5;

  private final RollingFileAppender<ILoggingEvent> appender;

  private LogFile(RollingFileAppender<ILoggingEvent> appender) {
    this.appender = appender;
  }

  /** Adds the file to what logging does already. */
  static LogFile open(Path file) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder(context));
    appender.setRollingPolicy(rolling(context, file, appender));
    appender.setTriggeringPolicy(bySize(context));
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    return new LogFile(appender);
  }

  private static PatternLayoutEncoder encoder(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{30} %msg%n");
    encoder.start();
    return encoder;
  }

  private static FixedWindowRollingPolicy rolling(
      LoggerContext context, Path file, RollingFileAppender<ILoggingEvent> parent) {
    var policy = new FixedWindowRollingPolicy();
    policy.setContext(context);
    policy.setParent(parent);
    policy.setFileNamePattern(file + ".%i");
    policy.setMinIndex(1);
    policy.setMaxIndex(KEPT);
    policy.start();
    return policy;
  }

  private static SizeBasedTriggeringPolicy<ILoggingEvent> bySize(LoggerContext context) {
    var policy = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    policy.setContext(context);
    policy.setMaxFileSize(FileSize.valueOf(LARGEST));
    policy.start();
    return policy;
  }

  @Override
  public void close() {
    ((LoggerContext) LoggerFactory.getILoggerFactory())
        .getLogger(Logger.ROOT_LOGGER_NAME)
        .detachAppender(appender);
    appender.stop();
  }
}
