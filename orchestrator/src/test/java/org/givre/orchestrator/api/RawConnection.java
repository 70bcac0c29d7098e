package org.givre.orchestrator.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/** A connection on which a test says whatever it likes. */
final class RawConnection implements AutoCloseable {
  private final Socket socket;

  private RawConnection(Socket socket) {
    this.socket = socket;
  }

  /** Opens one and says {@code text}. */
  static RawConnection saying(RunningApi api, String text) throws IOException {
    var connection = new RawConnection(new Socket(InetAddress.getLoopbackAddress(), api.port()));
    connection.socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    connection.socket.getOutputStream().flush();
    return connection;
  }

  /** Says {@code text}, and hears all until the server closes. */
  static String answer(RunningApi api, String text) throws IOException {
    try (var connection = saying(api, text)) {
      return new String(connection.socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  /** What comes first, so long. */
  String first(int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), UTF_8);
  }

  /** What comes, line by line. */
  BufferedReader lines() throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
