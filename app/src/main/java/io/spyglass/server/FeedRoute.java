package io.spyglass.server;

import io.javalin.http.Context;
import io.spyglass.session.Feeds;

/// `/api/feeds`: how the live side is doing, whatever is shown.
final class FeedRoute {
  private final Feeds feeds;

  FeedRoute(Feeds feeds) {
    this.feeds = feeds;
  }

  void get(Context context) {
    context.contentType("application/json").result(FeedJson.document(feeds));
  }
}
