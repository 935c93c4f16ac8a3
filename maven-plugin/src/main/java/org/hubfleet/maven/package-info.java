/**
 * Thin shells for Maven: parameters in, reports and exit status out.
 *
 * <p>Uses everything below. Start reading at {@link org.hubfleet.maven.CompileMojo}.
 */
package org.hubfleet.maven;
