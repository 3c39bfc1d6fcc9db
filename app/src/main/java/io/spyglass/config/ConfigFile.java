package io.spyglass.config;

/// The YAML files of the configuration directory.
enum ConfigFile {
  SETTINGS("settings.yaml", "How the platform behaves."),
  SOURCES("sources.yaml", "Where data comes from: keys, hosts, rate limits, tickers."),
  SINKS("sinks.yaml", "Where data goes: the lake and object storage."),
  RETRY_POLICY("retry_policy.yaml", "How failed requests are tried again.");

  private final String fileName;
  private final String meaning;

  ConfigFile(String fileName, String meaning) {
    this.fileName = fileName;
    this.meaning = meaning;
  }

  String fileName() {
    return fileName;
  }

  String meaning() {
    return meaning;
  }
}
