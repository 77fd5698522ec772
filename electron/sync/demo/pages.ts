import { runInNewContext } from 'node:vm'
import type { PageRule } from '../../../shared/contract/page-rules.ts'
import { dataProblem } from '../../../shared/coverage/data-problem.ts'
import type { DataProblem } from '../../../shared/coverage/types.ts'
import type { DemoVisit } from './demo-day.ts'
import { hashUniform } from './random.ts'

/** Pages of the made-up company, with how many of 100 visits are on them. */
const PAGES: readonly (readonly [path: string, share: number])[] = [
  ['/', 30],
  ['/pricing', 14],
  ['/pricing/business', 6],
  ['/features', 14],
  ['/blog/answer-faster', 12],
  ['/help/first-steps', 12],
  ['/contact', 8],
  ['/checkout', 4],
]
const SITE = 'https://www.harborandpine.example'
/** Of one regular expression over all pages. */
const PATTERN_LIMIT_MS = 500

/** The address of the page that a visit is on: the same for everybody, and of no influence on the visit. */
function pathOf({ createdAt }: DemoVisit): string {
  let left = 100 * hashUniform(createdAt % 86_400_000, Math.floor(createdAt / 86_400_000))
  return PAGES.find(([, share]) => (left -= share) < 0)?.[0] ?? '/'
}

/** How visits of the demo are classed: what Postgres does for others, on the few pages that there are. */
export function demoPages(
  rules: readonly PageRule[],
):
  | { readonly classOf: (visit: DemoVisit) => string | null; readonly problem: null }
  | { readonly classOf: null; readonly problem: DataProblem } {
  const classes = new Map<string, string | null>()
  for (const [path] of PAGES) {
    for (const rule of rules) {
      const fit = fits(rule, path)
      if (typeof fit !== 'boolean')
        return {
          classOf: null,
          problem: dataProblem({ kind: 'page-rules-off', variant: fit, count: 1, reason: rule.pageClass }),
        }
      if (fit && !classes.has(path)) classes.set(path, rule.pageClass)
    }
  }
  return { classOf: (visit) => classes.get(pathOf(visit)) ?? null, problem: null }
}

function fits({ match, text }: PageRule, path: string): boolean | 'page-pattern-invalid' | 'page-pattern-slow' {
  const address = SITE + path
  switch (match) {
    case 'prefix':
      return text.startsWith('/')
        ? path.startsWith(text)
        : address.replace('https://', '').startsWith(text.replace(/^[a-z][a-z0-9+.-]*:\/\//iu, ''))
    case 'contains':
      return address.includes(text)
    case 'path':
      return path.replace(/\/+$/u, '') === text.replace(/\/+$/u, '')
    case 'pattern':
      return matches(text, address)
  }
}

/** In a context of its own, which ends what never ends. */
function matches(pattern: string, address: string): boolean | 'page-pattern-invalid' | 'page-pattern-slow' {
  try {
    return runInNewContext(
      'new RegExp(pattern).test(address)',
      { pattern, address },
      { timeout: PATTERN_LIMIT_MS },
    ) as boolean
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
      ? 'page-pattern-slow'
      : 'page-pattern-invalid'
  }
}
