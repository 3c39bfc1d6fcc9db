package io.spyglass.vendor.polygon.simulator;

/// A request that is not answered as asked, in the vendor's words.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String UPGRADE = " Please upgrade your plan at https://massive.com/pricing";

  private final int code;
  private final String status;
  private final boolean isGateway;

  private Refused(int code, String status, boolean isGateway, String message) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
    this.isGateway = isGateway;
  }

  static Refused bad(String error) {
    return new Refused(400, "ERROR", true, error);
  }

  static Refused unknownKey() {
    return new Refused(401, "ERROR", true, "Unknown API Key");
  }

  static Refused noKey() {
    return new Refused(401, "ERROR", true, "API Key was not provided");
  }

  static Refused notEntitled() {
    return new Refused(
        403, "NOT_AUTHORIZED", false, "You are not entitled to this data." + UPGRADE);
  }

  static Refused notTheTimeframe() {
    return new Refused(
        403, "NOT_AUTHORIZED", false, "Your plan doesn't include this data timeframe." + UPGRADE);
  }

  static Refused notToday() {
    return new Refused(
        403,
        "NOT_AUTHORIZED",
        false,
        "Attempted to request today's data before end of day." + UPGRADE);
  }

  static Refused notFound(String message) {
    return new Refused(404, "NOT_FOUND", false, message);
  }

  static Refused tooMany() {
    return new Refused(
        429,
        "ERROR",
        true,
        "You've exceeded the maximum requests per minute, please wait or upgrade your subscription"
            + " to continue. https://massive.com/pricing");
  }

  int code() {
    return code;
  }

  /// The same words with another code.
  Refused as(int other) {
    return new Refused(other, status, isGateway, String.valueOf(getMessage()));
  }

  byte[] body(String requestId, Faults faults) {
    Json json = new Json(Spelling.PLAIN).beginObject();
    json.field("status", status).field("request_id", requestId);
    json.field(
        isGateway != faults.has(Knob.REST_SWAPPED_WORDS) ? "error" : "message",
        String.valueOf(getMessage()));
    return json.endObject().toBytes();
  }
}
