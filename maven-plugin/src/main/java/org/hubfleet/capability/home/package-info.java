/**
 * Where people keep their files from one server to the next.
 *
 * <p>Start reading at {@link org.hubfleet.capability.home.Home}.
 */
package org.hubfleet.capability.home;
