package io.spyglass.vendor.polygon;

import io.spyglass.flow.PrintRules;
import io.spyglass.model.Conditions;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import io.spyglass.session.Rejects;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What prints with condition codes of options change: a print counts for a field only if every one
/// of its codes lets it. A code that is unknown lets everything.
///
/// The table is the vendor's. A built-in one serves for what it leaves out, and in its place where
/// it is out of reach or does not say which prints are none: the notices of cancels and late
/// reports. Immutable and thread-safe.
public final class ConditionTable {
  private static final Logger LOG = LoggerFactory.getLogger(ConditionTable.class);
  private static final Rule ALL = new Rule(true, true, true);
  private static final Rule NOTHING = new Rule(false, false, false);
  private static final Rule VOLUME = new Rule(true, false, false);
  private static final Pattern ALLOCATED =
      Pattern.compile("multi|leg|auction|cross|floor|stock.?option|compression|proprietary");
  private static final ConditionTable BUILT_IN =
      new ConditionTable(builtIn(), PrintRules.standard().abstaining(), "built in");

  private final Map<Integer, Rule> rules;
  private final long abstaining;
  private final String origin;

  /// What a print with a code changes.
  ///
  /// @param volume the volume of bars and days
  /// @param highLow high and low
  /// @param openClose open and close
  public record Rule(boolean volume, boolean highLow, boolean openClose) {}

  private ConditionTable(Map<Integer, Rule> rules, long abstaining, String origin) {
    this.rules = Map.copyOf(rules);
    this.abstaining = abstaining;
    this.origin = origin;
  }

  /// Source: the vendor's table of option conditions, August 2026, 33 codes.
  private static Map<Integer, Rule> builtIn() {
    Map<Integer, Rule> rules = new HashMap<>();
    IntStream.rangeClosed(201, 207).forEach(code -> rules.put(code, NOTHING));
    IntStream.rangeClosed(208, 210).forEach(code -> rules.put(code, ALL));
    rules.put(219, ALL);
    IntStream.rangeClosed(227, 245).forEach(code -> rules.put(code, ALL));
    IntStream.rangeClosed(246, 248).forEach(code -> rules.put(code, VOLUME));
    return rules;
  }

  /// The built-in table.
  public static ConditionTable builtInOnly() {
    return BUILT_IN;
  }

  /// The vendor's table over the built-in one.
  ///
  /// A code that the built-in table does not know has no side where its name says that its price is
  /// an allocation: a package, an auction, a cross, a floor trade.
  public static ConditionTable of(List<ConditionRow> rows) {
    Map<Integer, Rule> rules = new HashMap<>(BUILT_IN.rules);
    long abstaining = BUILT_IN.abstaining;
    for (ConditionRow row : rows) {
      ConditionRow.Updates updates = updates(row);
      if (updates != null) {
        rules.put(row.id(), rule(updates, BUILT_IN.rules.getOrDefault(row.id(), ALL)));
      }
      if (!BUILT_IN.rules.containsKey(row.id()) && isAllocated(row.name())) {
        abstaining |= Conditions.maskOf(row.id());
      }
    }
    return new ConditionTable(rules, abstaining, rows.size() + " codes of the vendor");
  }

  /// The vendor's table, else the built-in one, which is counted and logged with the reason.
  public static ConditionTable from(Client client, Rejects rejects) throws InterruptedException {
    String failure;
    try {
      List<ConditionRow> rows = client.conditions("options");
      Set<Integer> unsaid = unsaid(rows);
      if (unsaid.isEmpty()) {
        return of(rows);
      }
      failure = "the vendor's table of " + rows.size() + " codes says nothing of " + unsaid;
    } catch (Refusal | Outage e) {
      failure = String.valueOf(e.getMessage());
    }
    String reason = failure;
    rejects.add("the built-in table of conditions serves", () -> reason);
    LOG.warn("The built-in table of conditions serves: {}", reason);
    return BUILT_IN;
  }

  /// The codes of prints that are none, as far as no row says so or the contrary.
  private static Set<Integer> unsaid(List<ConditionRow> rows) {
    Set<Integer> unsaid = new TreeSet<>();
    BUILT_IN.rules.forEach((code, rule) -> {
      if (!rule.volume()) {
        unsaid.add(code);
      }
    });
    for (ConditionRow row : rows) {
      ConditionRow.Updates updates = updates(row);
      if (updates != null && updates.updatesVolume() != null) {
        unsaid.remove(row.id());
      }
    }
    return unsaid;
  }

  /// What a row says of prints on the tape of all exchanges; null where it is about something else.
  private static ConditionRow.@Nullable Updates updates(ConditionRow row) {
    ConditionRow.UpdateRules update = row.updateRules();
    boolean ofPrints = row.dataTypes().isEmpty() || row.dataTypes().contains("trade");
    return update == null || !ofPrints ? null : update.consolidated();
  }

  private static Rule rule(ConditionRow.Updates updates, Rule unsaid) {
    return new Rule(
        Objects.requireNonNullElse(updates.updatesVolume(), unsaid.volume()),
        Objects.requireNonNullElse(updates.updatesHighLow(), unsaid.highLow()),
        Objects.requireNonNullElse(updates.updatesOpenClose(), unsaid.openClose()));
  }

  private static boolean isAllocated(@Nullable String name) {
    return name != null && ALLOCATED.matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  /// What a print with these codes changes.
  public Rule rule(Conditions conditions) {
    return new Rule(
        everyCode(conditions, Rule::volume),
        everyCode(conditions, Rule::highLow),
        everyCode(conditions, Rule::openClose));
  }

  private boolean everyCode(Conditions conditions, Predicate<Rule> lets) {
    return IntStream.range(0, conditions.count())
        .mapToObj(position -> rules.getOrDefault(conditions.code(position), ALL))
        .allMatch(lets);
  }

  /// The same for the flow: prints that change no volume are counted nowhere.
  public PrintRules printRules() {
    int[] skipped =
        rules.entrySet().stream()
            .filter(rule -> !rule.getValue().volume())
            .mapToInt(Map.Entry::getKey)
            .toArray();
    return new PrintRules(Conditions.maskOf(skipped), abstaining);
  }

  /// Where the table is from, in a few words.
  public String origin() {
    return origin;
  }
}
