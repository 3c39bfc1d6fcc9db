package io.spyglass.config;

import static io.spyglass.config.Setting.variable;
import static io.spyglass.config.Types.secret;
import static io.spyglass.config.Types.text;
import static io.spyglass.config.Types.url;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The channels that alerts are pushed to; one whose keys are unset is off.
///
/// @param webhookUrl secret as a whole: whoever has it can post
public record NotificationSettings(
    Optional<Secret> pushoverToken,
    Optional<Secret> pushoverUser,
    URI pushoverUrl,
    Optional<Secret> telegramBotToken,
    Optional<String> telegramChatId,
    URI telegramUrl,
    Optional<Secret> webhookUrl) {
  static final Setting<Secret> PUSHOVER_TOKEN =
      variable("PUSHOVER_TOKEN", secret(), "", "Pushover application token.");
  static final Setting<Secret> PUSHOVER_USER =
      variable("PUSHOVER_USER", secret(), "", "Pushover user or group key.");
  static final Setting<URI> PUSHOVER_BASE_URL =
      variable(
          "PUSHOVER_BASE_URL",
          url("https", "http"),
          "https://api.pushover.net",
          "Pushover's host.");
  static final Setting<Secret> TELEGRAM_BOT_TOKEN =
      variable("TELEGRAM_BOT_TOKEN", secret(), "", "Telegram bot token.");
  static final Setting<String> TELEGRAM_CHAT_ID =
      variable("TELEGRAM_CHAT_ID", text(), "", "Telegram chat that messages go to.");
  static final Setting<URI> TELEGRAM_BASE_URL =
      variable(
          "TELEGRAM_BASE_URL",
          url("https", "http"),
          "https://api.telegram.org",
          "Telegram's host.");
  static final Setting<Secret> WEBHOOK_URL =
      variable("WEBHOOK_URL", secret(), "", "Address that alerts are posted to.");

  static final List<Setting<?>> ALL =
      List.of(
          PUSHOVER_TOKEN,
          PUSHOVER_USER,
          PUSHOVER_BASE_URL,
          TELEGRAM_BOT_TOKEN,
          TELEGRAM_CHAT_ID,
          TELEGRAM_BASE_URL,
          WEBHOOK_URL);

  static NotificationSettings of(Values values) {
    return new NotificationSettings(
        values.find(PUSHOVER_TOKEN),
        values.find(PUSHOVER_USER),
        values.get(PUSHOVER_BASE_URL),
        values.find(TELEGRAM_BOT_TOKEN),
        values.find(TELEGRAM_CHAT_ID),
        values.get(TELEGRAM_BASE_URL),
        values.find(WEBHOOK_URL));
  }
}
