import type { CountryFilter } from '../../../shared/coverage/types.ts'
import type { CachedAgent, CachedDirectory, CachedPool, MembershipPeriod } from '../../sync/cache.ts'
import type { Db } from '../connection.ts'

export interface DirectoryQueries {
  read(): CachedDirectory | null
  replace(directory: CachedDirectory): void
}

interface OrganizationRow {
  readonly id: string
  readonly name: string | null
  readonly countryRule: string | null
  readonly poolsKnown: number
  readonly agentsKnown: number
  readonly membersKnown: number
  readonly hasCountry: number
  readonly earliest: number | null
  readonly latest: number | null
}

type PoolRow = Omit<CachedPool, 'isCatchAll' | 'present'> & { readonly isCatchAll: number; readonly present: number }
type AgentRow = Omit<CachedAgent, 'present'> & { readonly present: number }

/** Which organization a cache is of; undefined: none was synced yet. */
export function readOrganization(db: Db): Pick<OrganizationRow, 'id' | 'name'> | undefined {
  return db.prepare<[], Pick<OrganizationRow, 'id' | 'name'>>('SELECT id, name FROM organization').get()
}

export function directoryQueries(db: Db): DirectoryQueries {
  const organization = db.prepare<[], OrganizationRow>(`
    SELECT id, name, country_rule AS countryRule, pools_known AS poolsKnown, agents_known AS agentsKnown,
      members_known AS membersKnown, has_country AS hasCountry, earliest, latest
    FROM organization`)
  const pools = db.prepare<[], PoolRow>(
    'SELECT id, name, is_catch_all AS isCatchAll, present FROM pools ORDER BY number',
  )
  const agents = db.prepare<[], AgentRow>(
    'SELECT id, name, present, inactive_since AS inactiveSince, max_simultaneous AS maxSimultaneous FROM agents ORDER BY number',
  )
  const members = db.prepare<[], MembershipPeriod>(
    'SELECT pool_id AS poolId, agent_id AS agentId, from_day AS fromDay, until_day AS untilDay FROM membership ORDER BY number',
  )
  return {
    read: () => {
      const row = organization.get()
      if (row === undefined) return null
      const periods = members.all()
      return {
        organizationId: row.id,
        organizationName: row.name,
        countryRule: row.countryRule === null ? null : (JSON.parse(row.countryRule) as CountryFilter),
        pools: row.poolsKnown ? pools.all().map(poolOf) : null,
        agents: row.agentsKnown ? agents.all().map(agentOf) : null,
        members: row.membersKnown ? periods : null,
        ...(row.membersKnown || periods.length === 0 ? {} : { formerMembers: periods }),
        hasCountry: row.hasCountry === 1,
        earliest: row.earliest,
        latest: row.latest,
      }
    },
    replace: (directory) => replaceDirectory(db, directory),
  }
}

function replaceDirectory(db: Db, directory: CachedDirectory): void {
  db.exec('DELETE FROM organization; DELETE FROM pools; DELETE FROM agents; DELETE FROM membership')
  db.prepare<[OrganizationRow]>(`
    INSERT INTO organization (one, id, name, country_rule, pools_known, agents_known, members_known, has_country, earliest, latest)
    VALUES (1, @id, @name, @countryRule, @poolsKnown, @agentsKnown, @membersKnown, @hasCountry, @earliest, @latest)`).run(
    {
      id: directory.organizationId,
      name: directory.organizationName,
      countryRule: directory.countryRule === null ? null : JSON.stringify(directory.countryRule),
      poolsKnown: Number(directory.pools !== null),
      agentsKnown: Number(directory.agents !== null),
      membersKnown: Number(directory.members !== null),
      hasCountry: Number(directory.hasCountry),
      earliest: directory.earliest,
      latest: directory.latest,
    },
  )
  const addPool = db.prepare<[PoolRow]>(
    'INSERT INTO pools (id, name, is_catch_all, present) VALUES (@id, @name, @isCatchAll, @present)',
  )
  for (const pool of directory.pools ?? []) {
    addPool.run({ id: pool.id, name: pool.name, isCatchAll: Number(pool.isCatchAll), present: Number(pool.present) })
  }
  const addAgent = db.prepare<[AgentRow]>(
    'INSERT INTO agents (id, name, present, inactive_since, max_simultaneous) VALUES (@id, @name, @present, @inactiveSince, @maxSimultaneous)',
  )
  for (const agent of directory.agents ?? []) addAgent.run({ ...agent, present: Number(agent.present) })
  const addMember = db.prepare<[MembershipPeriod]>(
    'INSERT INTO membership (pool_id, agent_id, from_day, until_day) VALUES (@poolId, @agentId, @fromDay, @untilDay)',
  )
  for (const member of directory.members ?? directory.formerMembers ?? []) addMember.run(member)
}

function poolOf(row: PoolRow): CachedPool {
  return { ...row, isCatchAll: row.isCatchAll === 1, present: row.present === 1 }
}

function agentOf(row: AgentRow): CachedAgent {
  return { ...row, present: row.present === 1 }
}
