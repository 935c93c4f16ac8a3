/**
 * The compiler: its passes in order.
 *
 * <p>Uses all passes. Start reading at {@link org.hubfleet.compiler.Compiler}.
 */
package org.hubfleet.compiler;
