package io.spyglass.flow;

import io.spyglass.model.OptionContract;
import org.jspecify.annotations.Nullable;

/// Finds the row of a contract: a hash table with open addressing and linear probing (Knuth, The
/// Art of Computer Programming 3, section 6.4, algorithm L), at most half full.
///
/// It stands on the path of every event and reads the contract, a slot and the row, where a map
/// reads its node and key as well. Rows are never taken out.
final class ContractTable {
  private @Nullable ContractFlow[] slots = new @Nullable ContractFlow[1 << 10];
  private int size;

  /// The row of the contract, or null for none.
  @Nullable ContractFlow get(OptionContract contract) {
    @Nullable ContractFlow[] table = slots;
    int mask = table.length - 1;
    for (int slot = contract.hashCode() & mask; ; slot = (slot + 1) & mask) {
      ContractFlow row = table[slot];
      if (row == null || row.contract().equals(contract)) {
        return row;
      }
    }
  }

  /// Adds the row of a contract that has none yet.
  void add(ContractFlow row) {
    if (++size * 2 > slots.length) {
      @Nullable ContractFlow[] smaller = slots;
      slots = new @Nullable ContractFlow[smaller.length * 2];
      for (ContractFlow each : smaller) {
        if (each != null) {
          place(each);
        }
      }
    }
    place(row);
  }

  private void place(ContractFlow row) {
    int mask = slots.length - 1;
    int slot = row.contract().hashCode() & mask;
    while (slots[slot] != null) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = row;
  }
}
