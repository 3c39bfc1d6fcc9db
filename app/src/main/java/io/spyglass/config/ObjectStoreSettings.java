package io.spyglass.config;

import static io.spyglass.config.ConfigFile.SINKS;
import static io.spyglass.config.Setting.key;
import static io.spyglass.config.Types.oneOf;
import static io.spyglass.config.Types.secret;
import static io.spyglass.config.Types.text;
import static io.spyglass.config.Types.url;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The object store that finished files are also put into.
///
/// @param bucket empty where there is none
/// @param localCopy whether the local lake stays the working copy
public record ObjectStoreSettings(
    Optional<String> bucket,
    URI endpoint,
    Optional<Secret> accessKey,
    Optional<Secret> secretKey,
    String region,
    boolean localCopy) {
  static final Setting<String> S3_MODE =
      key(
          SINKS,
          "s3.mode",
          oneOf("mirror", "s3-only"),
          "mirror",
          "With a bucket: mirror keeps the local lake too, s3-only does not.");
  static final Setting<String> S3_BUCKET =
      key(SINKS, "s3.bucket", text(), "", "Bucket that every finished file is also put into.")
          .or("S3_BUCKET");
  static final Setting<URI> S3_ENDPOINT =
      key(
              SINKS,
              "s3.endpoint",
              url("https", "http"),
              "https://s3.amazonaws.com",
              "Address of the object store.")
          .or("S3_ENDPOINT");
  static final Setting<Secret> S3_ACCESS_KEY =
      key(SINKS, "s3.access_key", secret(), "", "Access key of the object store.")
          .or("S3_ACCESS_KEY");
  static final Setting<Secret> S3_SECRET_KEY =
      key(SINKS, "s3.secret_key", secret(), "", "Secret key of the object store.")
          .or("S3_SECRET_KEY");
  static final Setting<String> S3_REGION =
      key(SINKS, "s3.region", text(), "us-east-1", "Region of the bucket.").or("S3_REGION");

  static final List<Setting<?>> ALL =
      List.of(S3_MODE, S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION);

  static ObjectStoreSettings of(Values values) {
    boolean localCopy = values.get(S3_MODE).equals("mirror");
    Optional<String> bucket = values.find(S3_BUCKET);
    values.require(
        localCopy || bucket.isPresent(), S3_MODE, "s3-only needs a bucket: set S3_BUCKET");
    return new ObjectStoreSettings(
        bucket,
        values.get(S3_ENDPOINT),
        values.find(S3_ACCESS_KEY),
        values.find(S3_SECRET_KEY),
        values.get(S3_REGION),
        localCopy);
  }
}
