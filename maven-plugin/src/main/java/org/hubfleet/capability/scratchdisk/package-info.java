/**
 * Room on the disk of a node while a server runs.
 *
 * <p>Start reading at {@link org.hubfleet.capability.scratchdisk.ScratchDisk}.
 */
package org.hubfleet.capability.scratchdisk;
