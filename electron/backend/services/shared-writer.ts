import type { DataAccess } from '../data-access.ts'
import type { WriterEvents } from '../roles/roles.ts'

const NOBODY: WriterEvents = { progress: () => undefined, notice: () => undefined }

/**
 * The data access of an app, where a connection is tested while a sync runs: whoever asks for the writer last would get the news of
 * both. Here only a sync takes them over; a `bystander` leaves them where they are.
 */
export function shareWriter(data: DataAccess): { readonly data: DataAccess; readonly bystander: DataAccess } {
  let listener = NOBODY
  const events: WriterEvents = {
    progress: (progress) => listener.progress(progress),
    notice: (text) => listener.notice(text),
  }
  const common = { reader: () => data.reader(), work: () => data.work(), close: () => data.close() }
  return {
    data: {
      ...common,
      writer(own) {
        listener = own
        return data.writer(events)
      },
    },
    bystander: { ...common, writer: () => data.writer(events) },
  }
}
