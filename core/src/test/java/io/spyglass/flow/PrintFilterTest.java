package io.spyglass.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Conditions;
import io.spyglass.model.OptionContract;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PrintFilterTest {
  private static final JsonNode CASES = read();
  static final List<JsonNode> VALID = list("valid");
  static final List<JsonNode> INVALID = list("invalid");
  static final List<JsonNode> MATCHES = list("matches");

  private static JsonNode read() {
    InputStream file = PrintFilterTest.class.getResourceAsStream("filters.json");
    return JsonMapper.shared().readTree(Objects.requireNonNull(file));
  }

  private static List<JsonNode> list(String name) {
    return CASES.path(name).valueStream().toList();
  }

  /// A print as the file of cases describes it.
  private record Written(JsonNode print) implements PrintFilter.Subject {
    @Override
    public TradeSide side() {
      return switch (print.path("side").asString()) {
        case "buy" -> TradeSide.BOUGHT;
        case "sell" -> TradeSide.SOLD;
        default -> TradeSide.UNCLASSIFIED;
      };
    }

    @Override
    public boolean isCall() {
      return print.path("right").asString().equals("call");
    }

    @Override
    public double strike() {
      return print.path("strike").asDouble();
    }

    @Override
    public double delta() {
      return print.path("delta").asDouble(Double.NaN);
    }

    @Override
    public int daysToExpiry() {
      return print.path("dte").asInt();
    }

    @Override
    public double premium() {
      return price() * size() * 100;
    }

    @Override
    public double size() {
      return print.path("size").asDouble();
    }

    @Override
    public double price() {
      return print.path("price").asDouble();
    }

    @Override
    public Conditions conditions() {
      return Conditions.of(
          print.path("conditions").valueStream().mapToInt(JsonNode::asInt).toArray());
    }
  }

  @ParameterizedTest
  @FieldSource("VALID")
  void aFilterHasOneCanonicalText(JsonNode written) {
    PrintFilter filter = PrintFilter.parse(written.path("text").asString());

    assertThat(filter).hasToString(written.path("canonical").asString());
    assertThat(PrintFilter.parse(filter.toString())).isEqualTo(filter).hasSameHashCodeAs(filter);
  }

  @ParameterizedTest
  @FieldSource("INVALID")
  void aMalformedFilterIsToldWhereAndWhatIsExpected(JsonNode written) {
    assertThatExceptionOfType(MalformedFilter.class)
        .isThrownBy(() -> PrintFilter.parse(written.path("text").asString()))
        .withMessage(written.path("expected").asString())
        .satisfies(e -> assertThat(e.position()).isEqualTo(written.path("position").asInt()));
  }

  @ParameterizedTest
  @FieldSource("MATCHES")
  void aFilterTakesThePrintsForWhichEveryTermHolds(JsonNode written) {
    PrintFilter filter = PrintFilter.parse(written.path("filter").asString());
    List<JsonNode> prints = list("prints");
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < prints.size(); i++) {
      if (filter.matches(new Written(prints.get(i)))) {
        taken.add(i);
      }
    }

    assertThat(taken).isEqualTo(written.path("prints").valueStream().map(JsonNode::asInt).toList());
  }

  @Test
  void aFilterThatIsTooLongIsRefused() {
    String longest = "side:buy" + " ".repeat(PrintFilter.LONGEST - 8);

    assertThat(PrintFilter.parse(longest)).hasToString("side:buy");
    assertThatExceptionOfType(MalformedFilter.class)
        .isThrownBy(() -> PrintFilter.parse(longest + " "))
        .withMessage("a filter has at most 500 characters")
        .satisfies(e -> assertThat(e.position()).isEqualTo(500));
  }

  @Test
  void nothingWrittenIsEverything() {
    assertThat(PrintFilter.parse(" ")).isSameAs(PrintFilter.ALL).isNotEqualTo(null);
    assertThat(PrintFilter.ALL).isNotEqualTo(PrintFilter.parse("size>1"));
  }

  @Test
  void aPrintOfTheFlowIsFilteredAsItHappens() {
    OptionContract sold = FlowFixture.put(6000);
    List<String> filters =
        List.of(
            "side:sell prem>=1.6k",
            "right:put strike:6000",
            "dte:0 size:2 price:8.1",
            "cond:auto cond:single",
            "delta>=0");
    List<String> taken = new ArrayList<>();
    FlowListener listener =
        new FlowListener() {
          @Override
          public void print(Print print) {
            filters.stream()
                .filter(filter -> PrintFilter.parse(filter).matches(print))
                .forEach(taken::add);
          }
        };
    FlowState state =
        new FlowState(
            FlowFixture.TODAY,
            TradingCalendar.standard(),
            Map.of(FlowFixture.SPX, FlowRules.standard(FlowFixture.SPX)),
            listener);
    state.accept(FlowFixture.quote(sold, 1, 8, 9));
    state.accept(FlowFixture.trade(sold, 2, 8.1, 2, 209));

    assertThat(taken).isEqualTo(filters.subList(0, 4));
  }

  @Provide
  static Arbitrary<String> terms() {
    Arbitrary<String> number =
        Arbitraries.longs()
            .between(0, 999_999_999_999_999L)
            .map(units -> BigDecimal.valueOf(units, 4).toPlainString());
    Arbitrary<String> field = Arbitraries.of("strike", "delta", "dte", "PREM", "size", "price");
    Arbitrary<String> relation = Arbitraries.of(":", ">", ">=", "<", "<=");
    Arbitrary<String> words =
        Arbitraries.of(
            "side:ask", "side:none,buy", "right:P", "cond:single", "cond:floor,auto", "right:c,p");
    return Arbitraries.oneOf(
        words, Combinators.combine(field, relation, number).as((a, b, c) -> a + b + c));
  }

  @Property
  void parsingWhatIsPrintedGivesTheSameFilter(@ForAll List<@From("terms") String> terms) {
    PrintFilter filter = PrintFilter.parse(String.join(" ", terms.stream().limit(15).toList()));

    assertThat(PrintFilter.parse(filter.toString())).isEqualTo(filter);
    assertThat(PrintFilter.parse(filter.toString())).hasToString(filter.toString());
  }
}
