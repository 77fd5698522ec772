import type { CountPagesRequest, PageCounts } from '../source.ts'
import { asInstant, instantText } from './instants.ts'
import type { SourceLayout } from './layout.ts'
import { findPages } from './page-classes.ts'
import type { Query } from './snapshot-reader.ts'

/** Counts visits of an interval by rules that are not saved yet. One row a class leaves the database. */
export async function countPages(
  query: Query,
  layout: SourceLayout,
  { organizationId, from, to, ...pages }: CountPagesRequest,
): Promise<PageCounts> {
  const { classing, problem } = await findPages(query, layout, { pages, organizationId })
  if (classing === null) return { visitors: null, problem }
  const { createdAt, agentId, from: table, organizationId: owner } = layout.pageviews
  const rows = await query(
    `
select ${classing.numberSql(4)} as class, count(*), count(visit.agent)
from (
  select ${agentId} as agent, ${classing.columnsSql}
  from ${table}
  where ${owner} = $1 and ${createdAt.name} >= ${asInstant('$2', createdAt)} and ${createdAt.name} < ${asInstant('$3', createdAt)}
  offset 0
) visit
group by 1`,
    [organizationId, instantText(from), instantText(to), ...classing.values],
  )
  const counts = new Map(rows.map(([number, visitors, covered]) => [Number(number), { visitors, covered }]))
  const countOf = (pageClass: string | null, number: number) => ({
    pageClass,
    visitors: Number(counts.get(number)?.visitors ?? 0),
    covered: Number(counts.get(number)?.covered ?? 0),
  })
  return {
    visitors: [...classing.classes.map((name, number) => countOf(name, number)), countOf(null, -1)],
    problem: null,
  }
}
