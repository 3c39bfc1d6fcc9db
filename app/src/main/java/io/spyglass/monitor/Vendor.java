package io.spyglass.monitor;

import io.spyglass.config.MonitorSettings;
import io.spyglass.config.StreamingSettings;
import io.spyglass.config.VendorSettings;
import io.spyglass.vendor.polygon.Client;

/// Where the live market comes from, and how it is asked.
///
/// @param settings where the sockets are, and the key
/// @param patience of the sockets
/// @param pace of what is asked again and again
/// @param client for everything that is asked; whoever opened it closes it
public record Vendor(
    VendorSettings.Polygon settings,
    StreamingSettings patience,
    MonitorSettings pace,
    Client client) {}
