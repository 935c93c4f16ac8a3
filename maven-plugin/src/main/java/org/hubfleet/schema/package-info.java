/**
 * Has a tree the right shape: JSON Schema (networknt) over located trees, with did-you-mean.
 *
 * <p>Uses {@code source}. Start reading at {@link org.hubfleet.schema.Shape}.
 */
package org.hubfleet.schema;
