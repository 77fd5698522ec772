import type { Client } from 'pg'

/** Somebody who uses a database: a role, and whom the host says is signed in. */
export interface Actor {
  readonly name: string
  readonly role: string
  /** A user's id; absent: nobody is signed in. */
  readonly user?: string
}

interface Relation {
  readonly name: string
  /** One of its columns, to be set to what it is. */
  readonly column: string
  /** Rows as the superuser sees them, to be inserted again by others. */
  readonly samples: readonly Readonly<Record<string, unknown>>[]
}

const IN_USER_SCHEMAS = "nspname !~ '^pg_' and nspname <> 'information_schema'"

/**
 * What each actor sees of every table and view of the database and can do to it: rows counted, inserted, changed and deleted, or the
 * code of the error, by "actor relation action"; which columns each may read, and in which schemas each may make a table. Nothing is kept of it. `client` is a superuser's.
 */
export async function rightsOf(client: Client, actors: readonly Actor[]): Promise<Readonly<Record<string, string>>> {
  const relations = await relationsOf(client)
  const schemas = await schemasOf(client)
  const rights: Record<string, string> = {}
  for (const { name, role, user } of actors) {
    await client.query('begin')
    await client.query(`select set_config('request.jwt.claim.sub', $1, true), set_config('role', $2, true)`, [
      user ?? '',
      role,
    ])
    const attempts = [
      ...relations.flatMap(attemptsOn),
      ...schemas.map((schema): Attempt => [`${schema} create`, `create table ${schema}.made_by_a_test ()`, []]),
    ]
    for (const [attempt, statement, values] of attempts) {
      await client.query('savepoint attempt')
      rights[`${name} ${attempt}`] = await client.query(statement, [...values]).then(
        ({ rowCount }) => `${rowCount ?? 0} rows`,
        (error: unknown) => (error as { readonly code: string }).code,
      )
      await client.query('rollback to savepoint attempt')
    }
    await client.query('rollback')
    for (const [relation, columns] of await readableColumns(client, role))
      rights[`${name} ${relation} columns`] = columns
  }
  return rights
}

async function schemasOf(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ readonly name: string }>(
    `select quote_ident(nspname) as name from pg_namespace where ${IN_USER_SCHEMAS} order by 1`,
  )
  return rows.map(({ name }) => name)
}

async function relationsOf(client: Client): Promise<readonly Relation[]> {
  const { rows } = await client.query<{ readonly name: string; readonly column: string }>(
    `select format('%I.%I', nspname, relname) as name, min(quote_ident(attname)) filter (where attnum = 1) as column
     from pg_class c join pg_namespace n on n.oid = relnamespace join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped
     where ${IN_USER_SCHEMAS} and relkind in ('r', 'p', 'v', 'm') group by nspname, relname order by 1`,
  )
  const relations: Relation[] = []
  for (const { name, column } of rows) {
    const { rows: found } = await client.query<{ readonly row: Readonly<Record<string, unknown>> }>(
      `select to_jsonb(sample) as row from ${name} sample order by 1 limit 4`,
    )
    relations.push({ name, column, samples: found.map(({ row }) => row) })
  }
  return relations
}

async function readableColumns(
  client: Client,
  role: string,
): Promise<readonly (readonly [relation: string, columns: string])[]> {
  const { rows } = await client.query<{ readonly name: string; readonly columns: string | null }>(
    `select format('%I.%I', nspname, relname) as name, string_agg(attname, ' ' order by attnum) filter (where has_column_privilege($1, attrelid, attnum, 'select')) as columns
     from pg_class c join pg_namespace n on n.oid = relnamespace join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped
     where ${IN_USER_SCHEMAS} and relkind in ('r', 'p', 'v', 'm') group by nspname, relname`,
    [role],
  )
  return rows.map(({ name, columns }) => [name, columns ?? ''])
}

type Attempt = readonly [attempt: string, statement: string, values: readonly unknown[]]

function attemptsOn({ name, column, samples }: Relation): readonly Attempt[] {
  const inserted = samples.map((sample, index): Attempt => {
    // Under another id, so that what stops it is a right rather than the key.
    const row = 'id' in sample ? { ...sample, id: '99999999-9999-4999-8999-999999999999' } : sample
    return [
      `${name} insert ${index}`,
      `insert into ${name} select (jsonb_populate_record(null::${name}, $1)).*`,
      [JSON.stringify(row)],
    ]
  })
  return [
    [`${name} select`, `select * from ${name}`, []],
    ...inserted,
    [`${name} update`, `update ${name} set ${column} = ${column}`, []],
    [`${name} delete`, `delete from ${name}`, []],
  ]
}

/** What the catalogs say of who may do what: policies, row level security, rights on relations, columns and schemas, views and roles. */
export async function protectionOf(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ readonly line: string }>(
    `select format('policy %s', pg_policies) as line from pg_policies
     union all
     select format('%s %s %s %s %s %s', relkind, c.oid::regclass, relrowsecurity, relforcerowsecurity, relowner::regrole, relacl) from pg_class c join pg_namespace n on n.oid = relnamespace
     where ${IN_USER_SCHEMAS} and relkind in ('r', 'p', 'v', 'm')
     union all
     select format('view %s %s %s', c.oid::regclass, reloptions, pg_get_viewdef(c.oid)) from pg_class c join pg_namespace n on n.oid = relnamespace where ${IN_USER_SCHEMAS} and relkind = 'v'
     union all
     select format('column %s %s %s', attrelid::regclass, attname, attacl) from pg_attribute join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
     where ${IN_USER_SCHEMAS} and attnum > 0
     union all
     select format('schema %s %s %s', nspname, nspowner::regrole, nspacl) from pg_namespace where ${IN_USER_SCHEMAS}
     union all
     select format('database %s', datacl) from pg_database where datname = current_database()
     union all
     select format('role %s', pg_roles) from pg_roles where rolname !~ '^pg_'
     union all
     select format('member %s %s', roleid::regrole, member::regrole) from pg_auth_members
     order by 1`,
  )
  return rows.map(({ line }) => line)
}
