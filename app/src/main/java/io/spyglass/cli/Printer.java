package io.spyglass.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The mixin of every read command: `--json`, and the data on standard output either way.
///
/// Owned by the command's thread.
final class Printer {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  /// Whether the user asked for JSON.
  boolean json() {
    return json;
  }

  /// Prints the table, or with `--json` the array of its rows.
  void print(Table table) {
    if (json) {
      line(Json.lines(table.records()));
    } else {
      out().print(table.text(Terminal.width()));
      out().flush();
    }
  }

  /// Prints a JSON document of maps, lists, tables and scalars.
  void document(Object value) {
    line(value instanceof List<?> list ? Json.lines(list) : Json.line(value));
  }

  /// Prints a line of text.
  void line(String text) {
    out().println(text);
    out().flush();
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }
}
