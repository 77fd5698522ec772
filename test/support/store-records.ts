import type { Client } from 'pg'
import type { ProductRecords } from './product-habits.ts'
import { insertCalls, insertPageviews, insertSessions, insertStatusChanges } from './source-database.ts'

/** Inserts what the product recorded of an organization. Its pools and agents, former ones too, are there already. */
export async function storeRecords(
  client: Client,
  organizationId: string,
  { sessions, statusChanges, visits, calls }: Omit<ProductRecords, 'deactivated'>,
): Promise<void> {
  await insertSessions(
    client,
    sessions.map((session) => ({ organizationId, ...session })),
  )
  await insertStatusChanges(client, statusChanges)
  await insertPageviews(
    client,
    visits.map((visit) => ({ organizationId, ...visit })),
  )
  await insertCalls(
    client,
    calls.map((call) => ({ organizationId, ...call })),
  )
}
