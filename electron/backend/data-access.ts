import type { ComputeApi } from './roles/prediction-queries.ts'
import type { ReaderApi, WorkApi, WriterApi, WriterEvents } from './roles/roles.ts'

/** The data behind the services: worker threads, each started when it is first asked. */
export interface DataAccess {
  /** A handle for one caller: it hears, and can cancel, only what it started itself. */
  writer(events: WriterEvents): WriterApi
  reader(): ReaderApi
  compute(): ComputeApi
  work(): WorkApi
  /** Closes a workspace's cache wherever it is open for reading, before its files are moved or removed. */
  release(workspaceId: string): Promise<void>
  /** Lets what runs finish, closes every file, ends the threads. */
  close(): Promise<void>
}
