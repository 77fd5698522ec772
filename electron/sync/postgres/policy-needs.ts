import type { FoundTable } from './catalog.ts'
import { quoteName, quoteTable } from './names.ts'
import type { Query } from './snapshot-reader.ts'

/**
 * What the policies that apply to the user when it reads $1 read and call, which it may not. A policy that reads another table is under
 * that table's policies as well. The catalog says what a policy names; what the functions that it calls do is not in it.
 */
const NEEDS_SQL = `
with recursive named(relation, policy) as (
  select p.polrelid, p.oid from pg_catalog.pg_policy p
  where p.polcmd in ('r', '*') and exists (select from unnest(p.polroles) as role where role = 0 or pg_has_role(role, 'USAGE'))
), applied(relation) as (
  select to_regclass($1)::oid
  union
  select d.refobjid from applied join named on named.relation = applied.relation
  join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_policy'::regclass and d.objid = named.policy and d.refclassid = 'pg_catalog.pg_class'::regclass
), needed as (
  select d.* from applied join named on named.relation = applied.relation
  join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_policy'::regclass and d.objid = named.policy and d.refobjid <> named.relation
)
select n.nspname, r.relname, a.attname, null
from needed join pg_catalog.pg_class r on needed.refclassid = 'pg_catalog.pg_class'::regclass and r.oid = needed.refobjid
join pg_catalog.pg_namespace n on n.oid = r.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum = needed.refobjsubid and a.attnum > 0
where not has_column_privilege(r.oid, a.attnum, 'SELECT')
union
select null, null, null, f.oid::regprocedure::text
from needed join pg_catalog.pg_proc f on needed.refclassid = 'pg_catalog.pg_proc'::regclass and f.oid = needed.refobjid
where not has_function_privilege(f.oid, 'EXECUTE')
order by 1, 2, 3, 4`

/** The grants without which the table's policies fail for the user, as SQL; null: the catalog names none. */
export async function findPolicyNeeds(
  query: Query,
  { schema, table }: Pick<FoundTable, 'schema' | 'table'>,
  user: string,
): Promise<string | null> {
  const rows = await query(NEEDS_SQL, [quoteTable(schema, table)])
  const columns = new Map<string, string[]>()
  const grants: string[] = []
  for (const [needSchema, needTable, column, callable] of rows) {
    if (typeof callable === 'string') grants.push(`grant execute on function ${callable} to ${quoteName(user)};`)
    else {
      const name = quoteTable(needSchema ?? '', needTable ?? '')
      columns.set(name, [...(columns.get(name) ?? []), quoteName(column ?? '')])
    }
  }
  for (const [name, needed] of columns)
    grants.push(`grant select (${needed.join(', ')}) on ${name} to ${quoteName(user)};`)
  return grants.length === 0 ? null : grants.join(' ')
}
