/**
 * Folders that people of a hub share.
 *
 * <p>Start reading at {@link org.hubfleet.capability.folders.SharedFolders}.
 */
package org.hubfleet.capability.folders;
