/**
 * Tells quickly of the trees that fit a schema that they do; what is not certain is left to the
 * schema library.
 *
 * <p>Uses {@code source}. Start reading at {@link org.hubfleet.schema.fit.Fit}.
 */
package org.hubfleet.schema.fit;
