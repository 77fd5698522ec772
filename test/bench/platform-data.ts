import { DAY_MS } from '../../shared/foundation/minutes.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { fillThenIndex } from './make-data.ts'

export const PLATFORM_ORGANIZATIONS = 2_000
export const PLATFORM_NOW = Date.parse('2026-06-30T12:00:00Z')
const DAYS = 180
const AGENTS = 500

/** Visits and calls of half a year until PLATFORM_NOW, in the product's own schema; some organizations have a hundred times the visitors of others. */
export async function makePlatformData(database: TestDatabase, visits: number): Promise<void> {
  const id = (of: string): string => `('aaaaaaaa-0000-4000-8000-' || lpad((${of})::text, 12, '0'))::uuid`
  const at = (number: string): string =>
    `timestamptz '${new Date(PLATFORM_NOW - DAYS * DAY_MS).toISOString()}' + interval '1 second' * ((${number}::bigint * 7919) % ${DAYS * 86_400})`
  await database.run(
    `insert into organizations (id, name, slug, blocked_countries)
     select ${id('n')}, 'Company ' || n, n, case when n % 4 = 0 then array['DE'] else '{}' end from generate_series(1, ${PLATFORM_ORGANIZATIONS}) n;
     insert into users (id, organization_id, email, full_name)
     select ${id('n')}, ${id('n')}, n || '@example.org', 'Agent ' || n from generate_series(1, ${AGENTS}) n;
     insert into agent_profiles (id, user_id, organization_id, display_name)
     select ${id('n')}, ${id('n')}, ${id('n')}, 'Agent ' || n from generate_series(1, ${AGENTS}) n;`,
  )
  // An id is made once and looked up by its place in the list: making two for each of millions of visits takes longer than all else.
  const ids = `array(select ${id('k')} from generate_series(1, ${PLATFORM_ORGANIZATIONS}) k order by k)`
  const organization = `(${ids})[1 + floor(${PLATFORM_ORGANIZATIONS} * power((n * 2654435761 % 4294967296) / 4294967296::float8, 2))::int]`
  await fillThenIndex(database, ['widget_pageviews', 'call_logs'], async () => {
    // Rows of a table that was emptied in the same transaction are not written into the log of changes as well.
    await database.run(
      `truncate widget_pageviews;
       insert into widget_pageviews (id, organization_id, visitor_id, page_url, agent_id, visitor_country_code, created_at)
       select lpad(n::text, 32, '0')::uuid, ${organization}, n, '/', case when n % 3 > 0 then (${ids})[1 + n % ${AGENTS}] end,
         (array['US', 'US', 'DE', 'CA', null])[1 + n % 5], ${at('n')}
       from generate_series(1, ${visits}) n;`,
    )
    await database.run(
      `truncate call_logs;
       insert into call_logs (organization_id, visitor_id, page_url, status, created_at)
       select ${organization}, n, '/', (array['completed', 'accepted', 'missed']::call_status[])[1 + n % 3], ${at('n')}
       from generate_series(1, ${visits / 20}) n;`,
    )
  })
}
