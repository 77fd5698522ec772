import type { ComputeThread } from './compute-thread.ts'
import type { HolidaysThread } from './holidays-thread.ts'
import type { ReaderThread } from './reader-thread.ts'
import type { RosterThread } from './roster-thread.ts'
import type { WorkThread } from './work-thread.ts'
import type { WriterApi, WriterCaller } from './writer-handles.ts'

/** The data behind the use cases: worker threads, each started when it is first asked. */
export interface DataAccess {
  /** A handle for one caller: it hears, and cancels, only what it started itself. */
  writer(caller: WriterCaller): WriterApi
  /** `signal`: ends what is asked through it, and skips what has not begun. */
  reader(signal?: AbortSignal): ReaderThread
  compute(signal?: AbortSignal): ComputeThread
  work(): WorkThread
  /** Lends a thread that reads files which nobody has looked at, or writes workbooks; it has little memory and time, and ends after. */
  withRosters<T>(work: (rosters: RosterThread) => Promise<T>): Promise<T>
  /** Lends a thread that knows the world's holidays; it ends after. */
  withHolidays<T>(work: (holidays: HolidaysThread) => Promise<T>): Promise<T>
  /** Closes a workspace's cache wherever it is open for reading, before its files are moved or removed. */
  release(workspaceId: string): Promise<void>
  /** Lets what runs finish, closes every file, ends the threads. */
  close(): Promise<void>
}
