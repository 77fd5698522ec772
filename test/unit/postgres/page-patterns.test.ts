import { expect, test } from 'vitest'
import { findPages } from '../../../electron/sync/postgres/page-classes.ts'
import type { Query } from '../../../electron/sync/postgres/snapshot-reader.ts'
import { pageRulesSchema } from '../../../shared/contract/page-rules.ts'

const layout = {
  pageviews: {
    from: '"public"."visits"',
    organizationId: '"organization_id"',
    poolId: null,
    agentId: '"agent_id"',
    agentIdType: 'uuid',
    country: null,
    createdAt: { name: '"created_at"', type: 'timestamptz' },
  },
} as unknown as Parameters<typeof findPages>[1]

/** A database that answers tries on visits as told, one after the other, and knows what is no regular expression. */
async function foundIn(answers: readonly ('fine' | 'stopped')[], patterns: readonly string[]) {
  const left = [...answers]
  const failed = (code: string) => Object.assign(new Error(code), { code })
  const query: Query = async (text, values = []) => {
    if (text.includes('pg_attribute')) return [['t']]
    if (text.startsWith(`select '' ~`) && values[0] === '(') throw failed('2201B')
    if (text.includes('select max(') && left.shift() !== 'fine') throw failed('57014')
    return []
  }
  const rules = pageRulesSchema.parse(
    patterns.map((text, index) => ({ pageClass: `C${index}`, match: 'pattern', text })),
  )
  const { classing, problem } = await findPages(query, layout, {
    pages: { column: 'page_url', rules },
    organizationId: 'org',
  })
  return problem === null ? classing.classes : [problem.variant, problem.reason]
}

test('what is no regular expression is found where even trying an easy rule takes too long', async () => {
  expect(await foundIn(['stopped', 'stopped'], ['/a', '('])).toEqual(['page-pattern-invalid', 'C1'])
  expect(await foundIn(['stopped', 'stopped'], ['/a', '/b'])).toEqual(['C0', 'C1'])
})

test('rules stay on where their one regular expression was stopped once and is quick when tried again', async () => {
  expect(await foundIn(['stopped', 'fine', 'fine'], ['/a'])).toEqual(['C0'])
  expect(await foundIn(['stopped', 'fine', 'stopped'], ['/a'])).toEqual(['page-pattern-slow', 'C0'])
  expect(await foundIn(['stopped', 'fine', 'fine', 'fine'], ['/a', '/b'])).toEqual(['page-pattern-slow', 'C0, C1'])
})
