package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a process that serves ends: a real one, with real signals.
class StopSignalTest {
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
  private static final int PATIENCE = 60;

  @TempDir private Path folder;
  private Process process;
  private BufferedReader out;
  private int port;

  /// Starts a demo; signals that this test's own process ignores are not ignored by it.
  private void start() throws IOException {
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT,TERM"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Spyglass.class.getName());
    command.addAll(List.of("demo", "--port", "0", "--date", "2026-11-20", "--speed", "max"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("BROWSER", "none");
    process = builder.start();
    out = process.inputReader(StandardCharsets.UTF_8);
    Matcher url = URL.matcher(out.readLine());
    assertThat(url.find()).isTrue();
    port = Integer.parseInt(url.group(1));
  }

  @AfterEach
  void end() throws IOException {
    process.destroyForcibly();
    out.close();
  }

  private void signal(String... names) throws Exception {
    List<String> kills = new ArrayList<>();
    for (String name : names) {
      kills.add("kill -" + name + " " + process.pid());
    }
    assertThat(new ProcessBuilder("sh", "-c", String.join("; ", kills)).start().waitFor()).isZero();
  }

  private int status() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /// A viewer: what it is closed with, once its first message has come.
  private CompletableFuture<Integer> viewer(HttpClient client) throws Exception {
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    CompletableFuture<Void> greeted = new CompletableFuture<>();
    client
        .newWebSocketBuilder()
        .buildAsync(
            URI.create("ws://127.0.0.1:" + port + "/ws/stream"),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
                greeted.complete(null);
                from.request(1);
                return null;
              }

              @Override
              public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
                closed.complete(status);
                return null;
              }
            })
        .join();
    greeted.get(PATIENCE, TimeUnit.SECONDS);
    return closed;
  }

  @Test
  void sigtermSaysGoodbyeToViewersAndEndsWithZero() throws Exception {
    start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      CompletableFuture<Integer> closed = viewer(client);
      signal("TERM");

      assertThat(closed.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(1001);
      assertThat(status()).isZero();
    }
  }

  @Test
  void controlCEndsWithZero() throws Exception {
    start();
    signal("INT");

    assertThat(status()).isZero();
  }

  @Test
  void aViewerThatReadsNothingHoldsNobodyUp() throws Exception {
    start();
    try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port);
        HttpClient client = HttpClient.newHttpClient()) {
      silent.getOutputStream().write(upgrade());
      assertThat(silent.getInputStream().read()).isEqualTo('H');
      CompletableFuture<Integer> _ = viewer(client);
      signal("TERM");

      assertThat(status()).isZero();
    }
  }

  /// Source: RFC 6455, section 1.3.
  private static byte[] upgrade() {
    return """
    GET /ws/stream HTTP/1.1
    Host: 127.0.0.1
    Upgrade: websocket
    Connection: Upgrade
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
    Sec-WebSocket-Version: 13

    """
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void aSecondSignalEndsAtOnce() throws Exception {
    start();
    signal("INT", "TERM");

    assertThat(status()).isIn(ExitCode.INTERRUPTED.status(), 143);
  }
}
