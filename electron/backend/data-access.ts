import type { ReaderApi, WorkApi, WriterApi, WriterEvents } from './roles/roles.ts'

/** The data behind the services: three worker threads, each started when it is first asked. */
export interface DataAccess {
  writer(events: WriterEvents): WriterApi
  reader(): ReaderApi
  work(): WorkApi
  /** Lets what runs finish, closes every file, ends the threads. */
  close(): Promise<void>
}
