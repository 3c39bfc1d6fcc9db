package io.spyglass.flow;

import io.spyglass.model.OptionContract;
import org.jspecify.annotations.Nullable;

/// Finds the row of a contract: a hash table with open addressing and linear probing (Knuth, The
/// Art of Computer Programming 3, section 6.4, algorithm L), at most half full.
///
/// It stands on the path of every event. Keys lie beside the rows, so that a look-up reads the
/// contract, two slots and the part of the row that the event changes, where a map reads a node and
/// its key as well. Rows are never taken out.
final class ContractTable {
  private @Nullable OptionContract[] keys = new @Nullable OptionContract[1 << 10];
  private @Nullable ContractFlow[] rows = new @Nullable ContractFlow[1 << 10];
  private int size;

  /// The row of the contract, or null for none.
  @Nullable ContractFlow get(OptionContract contract) {
    return rows[slot(contract)];
  }

  /// Where the contract is, or would be.
  private int slot(OptionContract contract) {
    int mask = keys.length - 1;
    int slot = contract.hashCode() & mask;
    for (OptionContract key = keys[slot]; key != null && !key.equals(contract); key = keys[slot]) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// Adds the row of a contract that has none yet.
  void add(ContractFlow row) {
    if (++size * 2 > keys.length) {
      grow();
    }
    place(row);
  }

  private void grow() {
    @Nullable ContractFlow[] smaller = rows;
    keys = new @Nullable OptionContract[2 * smaller.length];
    rows = new @Nullable ContractFlow[2 * smaller.length];
    for (ContractFlow row : smaller) {
      if (row != null) {
        place(row);
      }
    }
  }

  private void place(ContractFlow row) {
    int slot = slot(row.contract());
    keys[slot] = row.contract();
    rows[slot] = row;
  }
}
