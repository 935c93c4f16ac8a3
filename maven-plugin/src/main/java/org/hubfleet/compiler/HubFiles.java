package org.hubfleet.compiler;

import java.util.List;
import java.util.SortedMap;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.flux.Order;
import org.hubfleet.model.Hub;
import org.hubfleet.verify.fleet.Footprint;

/**
 * What is kept of a compiled hub: the objects themselves would fill the memory.
 *
 * @param files path to text; empty for a hub that could not be compiled
 * @param objects how many there are
 */
record HubFiles(
    Hub hub,
    SortedMap<String, String> files,
    Footprint footprint,
    List<Order> order,
    int objects,
    List<Snippet> snippets,
    List<Diagnostic> problems) {}
