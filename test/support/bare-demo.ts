import { openDataAccess } from '../../electron/backend/threads/open-data-access.ts'
import { DEMO_TIME_ZONE } from '../../electron/sync/demo/company.ts'
import { BUILT } from './built.ts'

/**
 * Makes the demo's workspace in a data folder without the plan that is published with it. With `months` its syncs keep so many only: where
 * any history will do, a short one is quicker.
 */
export async function prepareBareDemo(
  dataDir: string,
  { months = null }: { readonly months?: number | null } = {},
): Promise<void> {
  const data = openDataAccess({ dataDir, workerEntry: BUILT.workerEntry })
  try {
    await data
      .work()
      .create({ name: 'Demo', source: { kind: 'demo' }, settings: { timeZone: DEMO_TIME_ZONE, keepMonths: months } })
  } finally {
    await data.close()
  }
}
