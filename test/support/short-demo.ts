import { openDataAccess } from '../../electron/backend/threads/open-data-access.ts'
import { DEMO_TIME_ZONE } from '../../electron/sync/demo/company.ts'
import { BUILT } from './built.ts'

/** Makes the demo's workspace in a data folder so that its syncs keep some months only: where any history will do, a short one is quicker. */
export async function prepareShortDemo(dataDir: string, { months }: { readonly months: number }): Promise<void> {
  const data = openDataAccess({ dataDir, workerEntry: BUILT.workerEntry })
  try {
    await data
      .work()
      .create({ name: 'Demo', source: { kind: 'demo' }, settings: { timeZone: DEMO_TIME_ZONE, keepMonths: months } })
  } finally {
    await data.close()
  }
}
