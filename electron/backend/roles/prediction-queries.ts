/** What the compute thread answers. It never writes, and nobody else waits for it. */
export interface ComputeApi {
  /** Closes a workspace's cache, before its files are moved or removed. */
  release(workspaceId: string): Promise<void>
}
