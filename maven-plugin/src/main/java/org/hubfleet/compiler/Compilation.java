package org.hubfleet.compiler;

import java.util.function.Predicate;
import org.hubfleet.model.Fleet;
import org.hubfleet.write.Output;

/**
 * The result of a run.
 *
 * @param output the files of what the run was about
 * @param scope tells of a path of {@code generated/} whether the run was about it
 * @param objects how many Kubernetes objects were made
 */
public record Compilation(Fleet fleet, Output output, Predicate<String> scope, int objects) {}
