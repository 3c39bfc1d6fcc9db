package io.spyglass.session;

import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.Print;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.model.Hole;
import io.spyglass.model.News;
import io.spyglass.model.Tick;
import java.util.List;

/// Several outputs as one: each fact is told to all of them, in their order. Owned by the session's
/// thread.
public final class Fanout implements Output {
  private final Output[] outputs;

  /// The facts for all `outputs`.
  public Fanout(List<Output> outputs) {
    this.outputs = outputs.toArray(Output[]::new);
  }

  @Override
  public void print(Print print) {
    for (Output output : outputs) {
      output.print(print);
    }
  }

  @Override
  public void row(ContractFlow row) {
    for (Output output : outputs) {
      output.row(row);
    }
  }

  @Override
  public void spot(UnderlyingFlow underlying) {
    for (Output output : outputs) {
      output.spot(underlying);
    }
  }

  @Override
  public void view(ExpiryFlow expiry) {
    for (Output output : outputs) {
      output.view(expiry);
    }
  }

  @Override
  public void tick(Tick tick) {
    for (Output output : outputs) {
      output.tick(tick);
    }
  }

  @Override
  public void news(News news) {
    for (Output output : outputs) {
      output.news(news);
    }
  }

  @Override
  public void hole(Hole hole) {
    for (Output output : outputs) {
      output.hole(hole);
    }
  }
}
