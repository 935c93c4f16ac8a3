/**
 * Makes the strict Kubernetes schemas that ship with the plugin, one bundle a minor.
 *
 * <p>Runs only in the Maven profile {@code bundles}; nothing here is part of the plugin. The shapes
 * (field names, types, required fields) come from one release of the Kubernetes Java client a
 * minor, everything that those models have lost comes from {@code overlay.yaml}. Start reading at
 * {@link org.hubfleet.bundles.BundleMaker}.
 */
package org.hubfleet.bundles;
