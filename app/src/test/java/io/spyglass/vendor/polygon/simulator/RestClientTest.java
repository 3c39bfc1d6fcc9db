package io.spyglass.vendor.polygon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.config.RetryProfile;
import io.spyglass.config.Secret;
import io.spyglass.config.VendorSettings;
import io.spyglass.flow.PrintRules;
import io.spyglass.net.RateLimiter;
import io.spyglass.net.Refusal;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.polygon.BarLength;
import io.spyglass.vendor.polygon.Client;
import io.spyglass.vendor.polygon.ConditionTable;
import io.spyglass.vendor.polygon.Pages;
import io.spyglass.vendor.polygon.Query;
import io.spyglass.vendor.polygon.Snapshot;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Our client against our simulator, which know nothing of each other.
class RestClientTest {
  private static final RetryProfile PROFILE =
      new RetryProfile(40, Duration.ZERO, Duration.ZERO, 1, false, List.of("429", "5xx"));
  private static final String INDEX = "I:SPX";

  private final Rejects rejects = new Rejects();

  private Client client(Simulated simulated, String key) {
    return client(simulated, key, rejects);
  }

  static Client client(Simulated simulated, String key, Rejects rejects) {
    URI rest = URI.create(simulated.simulator.restUrl().toString());
    return Client.open(
        new VendorSettings.Polygon(Optional.of(new Secret(key)), rest, rest, 60_000),
        PROFILE,
        new RateLimiter(60_000),
        rejects);
  }

  @Test
  void everyAnswerIsUnderstood() throws InterruptedException {
    try (Simulated simulated = Simulated.pausedAt("10:30");
        Client client = client(simulated, Simulated.ADVANCED)) {
      Query today =
          Query.all().with("underlying_ticker", "SPX").with("expiration_date", Simulated.DATE);
      assertThat(client.contracts(today).all()).hasSizeGreaterThan(50);
      assertThat(client.contract(Simulated.TICKER).ticker()).isEqualTo(Simulated.TICKER);
      assertThat(
              client.bars(Simulated.TICKER, BarLength.MINUTE, Simulated.DATE, Simulated.DATE).all())
          .isNotEmpty();
      assertThat(client.bars("SPY", BarLength.MINUTE, Simulated.DATE, Simulated.DATE).all())
          .hasSizeGreaterThan(50);
      assertThat(client.previousBar("SPY").close()).isPositive();
      assertThat(client.lastTrade(Simulated.TICKER).price()).isPositive();
      assertThat(client.indices(List.of(INDEX)).getFirst().value()).isPositive();
      assertThat(client.snapshots(List.of("SPY", Simulated.TICKER, INDEX))).hasSize(3);
      assertThat(client.news(Query.all()).all()).isNotEmpty();
      assertThat(client.marketStatus().market()).isEqualTo("open");
      assertThat(client.holidays()).isNotEmpty();
      assertThat(client.exchanges("options")).isNotEmpty();
      assertThat(
              client.quotes(Simulated.TICKER, Simulated.at("10:00"), Simulated.at("10:05")).all())
          .isNotEmpty();
      assertThat(ConditionTable.from(client, rejects).printRules())
          .isEqualTo(PrintRules.standard());

      assertThat(rejects.tallies()).isEmpty();
      assertThat(client.unknownFields()).isEmpty();
    }
  }

  @Test
  void aChainHasEveryContractOnce() throws InterruptedException {
    try (Simulated simulated = Simulated.pausedAt("10:30");
        Client client = client(simulated, Simulated.ADVANCED)) {
      Query today = Query.all().with("expiration_date", Simulated.DATE).with("limit", 50);
      Pages<Snapshot> chain = client.chain(INDEX, today);
      List<Snapshot> rows = chain.all();

      assertThat(chain.complete()).isTrue();
      assertThat(rows).hasSizeGreaterThan(50).extracting(Snapshot::symbol).doesNotHaveDuplicates();
      assertThat(rows).allSatisfy(row -> assertThat(row.underlyingAsset().spot()).isPositive());
    }
  }

  @Test
  void whatThePlanLacksIsRefused() throws InterruptedException {
    try (Simulated simulated = Simulated.pausedAt("10:30");
        Client starter = client(simulated, "starter");
        Client unknown = client(simulated, "invalid")) {
      assertThatThrownBy(() -> starter.trades(Simulated.TICKER, 1, 2).next())
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("You are not entitled to this data");
      assertThatThrownBy(unknown::marketStatus)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("Unknown API Key");
    }
  }
}
