/**
 * Files that every server has.
 *
 * <p>Start reading at {@link org.hubfleet.capability.files.ServerFiles}.
 */
package org.hubfleet.capability.files;
