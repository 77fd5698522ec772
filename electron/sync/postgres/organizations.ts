import type { CountryFilter } from '../../../shared/coverage/types.ts'
import { shownName } from '../../../shared/foundation/shown-name.ts'
import { normalizeCountry } from '../../../shared/coverage/cube.ts'
import type { SourceOrganization } from '../source.ts'
import { epochMsSql } from './instants.ts'
import type { SourceLayout } from './layout.ts'
import type { Query } from './snapshot-reader.ts'

/** The database's clock, epoch milliseconds. */
export async function readClock(query: Query): Promise<number> {
  const rows = await query(`select ${epochMsSql('now()')}`)
  return Number(rows[0]?.[0])
}

/** The organizations by name; where there is no table of them, or it shows none, those that visits or sessions name. */
export async function readOrganizations(query: Query, layout: SourceLayout): Promise<readonly SourceOrganization[]> {
  const { organizations, pageviews, sessions } = layout
  if (organizations !== null) {
    const name = organizations.name === null ? 'null' : `${organizations.name}::text`
    const rows = await query(
      `select ${organizations.id}::text, ${name} from ${organizations.from} where ${organizations.id} is not null order by 2, 1`,
    )
    if (rows.length > 0) return rows.map(([id, named]) => ({ id: id ?? '', name: shownName(named) }))
  }
  const rows = await query(`${distinctSql('visited', pageviews)}
select id::text from visited where id is not null
union
select id::text from (${distinctSql('online', sessions)} select id from online) seen where id is not null
order by 1`)
  return rows.map(([id]) => ({ id: id ?? '', name: null }))
}

/** Walks the index from one organization to the next instead of reading every row. */
function distinctSql(
  walk: string,
  { from, organizationId }: { readonly from: string; readonly organizationId: string },
): string {
  return `with recursive ${walk} as (
  (select ${organizationId} as id from ${from} where ${organizationId} is not null order by 1 limit 1)
  union all
  select (select ${organizationId} from ${from} where ${organizationId} > ${walk}.id order by 1 limit 1) from ${walk} where ${walk}.id is not null
)`
}

export interface FoundOrganization {
  readonly name: string | null
  readonly countryRule: CountryFilter | null
}

/** One organization's name and country rule; null where there is no table of them or it is not in it. */
export async function readOrganization(
  query: Query,
  layout: SourceLayout,
  organizationId: string,
): Promise<FoundOrganization | null> {
  const { organizations } = layout
  if (organizations === null) return null
  const { name, blockedCountries, countryListMode } = organizations
  const columns = [
    name === null ? 'null' : `${name}::text`,
    countryListMode === null ? 'null' : `${countryListMode}::text`,
    // One row a country: no array syntax to read, whatever is in them.
    blockedCountries === null ? 'null' : `country`,
  ]
  const countries =
    blockedCountries === null ? '' : `left join lateral unnest(${blockedCountries}::text[]) as country on true`
  const rows = await query(
    `select ${columns.join(', ')} from ${organizations.from} ${countries} where ${organizations.id} = $1`,
    [organizationId],
  )
  const first = rows[0]
  if (first === undefined) return null
  return {
    name: shownName(first[0]),
    countryRule:
      blockedCountries === null
        ? null
        : countryRule(
            first[1] ?? null,
            rows.map((row) => row[2] ?? null),
          ),
  }
}

function countryRule(mode: string | null, codes: readonly (string | null)[]): CountryFilter {
  const countries = new Set(codes.map(normalizeCountry).filter((country) => country !== null))
  return {
    mode: mode?.trim().toLowerCase() === 'allowlist' ? 'allowlist' : 'blocklist',
    countries: [...countries].toSorted(),
  }
}
