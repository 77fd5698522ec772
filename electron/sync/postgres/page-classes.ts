import { pageClassesOf, type PageRule } from '../../../shared/contract/page-rules.ts'
import { dataProblem } from '../../../shared/coverage/data-problem.ts'
import type { DataProblem } from '../../../shared/coverage/types.ts'
import type { PageRules } from '../page-classing.ts'
import { attempt } from './attempt.ts'
import { errorCode } from './connection-errors.ts'
import type { SourceLayout } from './layout.ts'
import { quoteName } from './names.ts'
import type { Query } from './snapshot-reader.ts'

/** How statements on visits find the class of a page. Texts of rules are parameters only. */
export interface PageClassing {
  /** The names of the classes, by their numbers. */
  readonly classes: readonly string[]
  /** Columns of the visit that `numberSql` looks at: its address, and what is cut of it. */
  readonly columnsSql: string
  /** Number of the class, -1 for no class; parameters from `$first` on. */
  readonly numberSql: (first: number) => string
  readonly values: readonly string[]
}

/** What became of rules: a way to class, or why there is none. */
export type FoundPages =
  | { readonly classing: PageClassing; readonly problem: null }
  | { readonly classing: null; readonly problem: DataProblem }

/** What comes before the path: a scheme and a host, either of which may be missing. Constant, and quick on any text. */
const PATH = `'^(?:[A-Za-z][A-Za-z0-9+.-]*://)?[^/?#]*([^?#]*)'`
const SCHEME = `'^[A-Za-z][A-Za-z0-9+.-]*://'`
/** Newest visits that rules are tried on before anything is counted by them. */
const TRIED_VISITS = 500
const TRY_LIMIT_MS = 2_000

/** The rules as SQL. The kinds of rules decide its text, their texts are values. */
function pageClassing({ column, rules }: PageRules): PageClassing {
  const classes = [...pageClassesOf(rules).keys()]
  const address = `${quoteName(column)}::text`
  return {
    classes,
    columnsSql: [
      `${address} as address`,
      ...(rules.some(looksAtPath) ? [`substring(${address} from ${PATH}) as path`] : []),
      ...(rules.some(looksAtSite) ? [`regexp_replace(${address}, ${SCHEME}, '') as site`] : []),
    ].join(', '),
    numberSql: (first) => {
      const cases = rules.map(
        (rule, index) => `when ${conditionOf(rule, `$${first + index}::text`)} then ${classes.indexOf(rule.pageClass)}`,
      )
      return `case ${cases.join(' ')} else -1 end`
    },
    values: rules.map(valueOf),
  }
}

function looksAtPath({ match, text }: PageRule): boolean {
  return match === 'path' || (match === 'prefix' && text.startsWith('/'))
}

function looksAtSite(rule: PageRule): boolean {
  return rule.match === 'prefix' && !looksAtPath(rule)
}

function conditionOf(rule: PageRule, value: string): string {
  switch (rule.match) {
    case 'prefix':
      return `starts_with(visit.${looksAtPath(rule) ? 'path' : 'site'}, ${value})`
    case 'contains':
      return `strpos(visit.address, ${value}) > 0`
    case 'path':
      return `rtrim(visit.path, '/') = ${value}`
    case 'pattern':
      return `visit.address ~ ${value}`
  }
}

/** A scheme says nothing of a page, nor does a slash at the end of a path. */
function valueOf({ match, text }: PageRule): string {
  if (match === 'prefix') return text.replace(/^[a-z][a-z0-9+.-]*:\/\//iu, '')
  return match === 'path' ? text.replace(/\/+$/u, '') : text
}

/** Looks whether visits can be classed by rules, and tries them on the newest ones. Needs an open transaction. */
export async function findPages(
  query: Query,
  layout: Pick<SourceLayout, 'pageviews'>,
  { pages, organizationId }: { readonly pages: PageRules; readonly organizationId: string | null },
): Promise<FoundPages> {
  const off = (variant: NonNullable<DataProblem['variant']>, reason: string): FoundPages => ({
    classing: null,
    problem: dataProblem({ kind: 'page-rules-off', variant, count: 1, reason }),
  })
  const [column] = await query(COLUMN_SQL, [layout.pageviews.from, pages.column])
  if (column === undefined) return off('page-column-missing', pages.column)
  if (column[0] !== 't') return off('page-not-granted', pages.column)
  const classing = pageClassing(pages)
  const patterns = pages.rules.filter(({ match }) => match === 'pattern')
  const tryRules = (rules: readonly PageRule[]) =>
    failureOf(query, { layout, classing: pageClassing({ ...pages, rules }), organizationId })
  if (patterns.length === 0 || (await tryRules(patterns)) === null) return { classing, problem: null }
  for (const rule of patterns) if (await isNoPattern(query, rule)) return off('page-pattern-invalid', rule.pageClass)
  // A table without an index takes as long without them: then it is not the rules.
  if ((await tryRules([EASY_RULE])) !== null) return { classing, problem: null }
  for (const rule of patterns) {
    const failure = await tryRules([rule])
    if (failure !== null)
      return off(failure === 'invalid' ? 'page-pattern-invalid' : 'page-pattern-slow', rule.pageClass)
  }
  // The only one was stopped for something else: to count all days again without it would cost far more.
  if (patterns.length === 1) return { classing, problem: null }
  return off('page-pattern-slow', patterns.map(({ pageClass }) => pageClass).join(', '))
}

const EASY_RULE: PageRule = { pageClass: 'easy', match: 'contains', text: '/', weight: 1 }

const COLUMN_SQL = `
select has_column_privilege(a.attrelid, a.attnum, 'SELECT')
from pg_catalog.pg_attribute a
where a.attrelid = to_regclass($1) and a.attname = $2 and a.attnum > 0 and not a.attisdropped`

/** Whether Postgres cannot read a regular expression, which no visit is needed for. */
async function isNoPattern(query: Query, { text }: PageRule): Promise<boolean> {
  const outcome = await attempt(query, { text: `select '' ~ $1::text`, values: [text], limitMs: TRY_LIMIT_MS })
  return 'error' in outcome && errorCode(outcome.error) === INVALID_PATTERN
}

const INVALID_PATTERN = '2201B'

interface Trial {
  readonly layout: Pick<SourceLayout, 'pageviews'>
  readonly classing: PageClassing
  /** null: of any. */
  readonly organizationId: string | null
}

/** Throws what is no fault of the rules. */
async function failureOf(
  query: Query,
  { layout: { pageviews }, classing, organizationId }: Trial,
): Promise<'invalid' | 'slow' | null> {
  const where = organizationId === null ? '' : `where ${pageviews.organizationId} = $1`
  const first = organizationId === null ? 1 : 2
  const outcome = await attempt(query, {
    text: `
select max(${classing.numberSql(first)})
from (select ${classing.columnsSql} from ${pageviews.from} ${where} order by ${pageviews.createdAt.name} desc limit ${TRIED_VISITS}) visit`,
    values: [...(organizationId === null ? [] : [organizationId]), ...classing.values],
    limitMs: TRY_LIMIT_MS,
  })
  if ('rows' in outcome) return null
  switch (errorCode(outcome.error)) {
    case INVALID_PATTERN:
      return 'invalid'
    case '57014':
    case '54000':
    case '54001':
      return 'slow'
    default:
      throw outcome.error
  }
}
