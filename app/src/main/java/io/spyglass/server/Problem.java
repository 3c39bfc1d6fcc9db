package io.spyglass.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// A request that is not answered as asked, in the words of RFC 9457 (problem details for HTTP
/// APIs).
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String TYPE = "application/problem+json";

  private final HttpStatus status;

  /// A problem with a status, and what is wrong and what is expected.
  Problem(HttpStatus status, String detail) {
    super(detail, null, false, false);
    this.status = status;
  }

  void answer(Context context) {
    answer(context, status.getCode(), status.getMessage(), String.valueOf(getMessage()));
  }

  static void answer(Context context, int status, String title, String detail) {
    byte[] document = document(status, title, detail, context.path());
    context.status(status).contentType(TYPE).result(document);
  }

  /// Answers a request that Jetty refuses before anybody else sees it, and says that the connection
  /// ends with it: Jetty closes it, and a client that kept it would lose its next request.
  static boolean answer(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    String detail = "The request is no valid HTTP, or its path is ambiguous";
    byte[] document =
        document(status, HttpStatus.forStatus(status).getMessage(), detail, "about:blank");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
    response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
    response.write(true, ByteBuffer.wrap(document), callback);
    return true;
  }

  private static byte[] document(int status, String title, String detail, String instance) {
    JsonBytes json = new JsonBytes().beginObject();
    json.name("type").text("about:blank");
    json.name("title").text(title);
    json.name("status").integer(status);
    json.name("detail").text(detail);
    json.name("instance").text(instance);
    return json.endObject().toBytes();
  }
}
