import type { ReaderApi, WorkApi, WriterApi, WriterEvents } from './roles/roles.ts'

/** The data behind the services: three worker threads, each started when it is first asked. */
export interface DataAccess {
  /** A handle for one caller: it hears, and can cancel, only what it started itself. */
  writer(events: WriterEvents): WriterApi
  reader(): ReaderApi
  work(): WorkApi
  /** Lets what runs finish, closes every file, ends the threads. */
  close(): Promise<void>
}
