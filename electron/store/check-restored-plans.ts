import { inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { LIMITS } from '../../shared/contract/limits.ts'
import { planSchema, planStepSchema, shiftSchema } from '../../shared/plan/plan-schema.ts'
import { agentRulesSchema } from '../../shared/plan/rules/rules-schema.ts'
import { PLAN_LIMITS, validatePlan } from '../../shared/plan/validate-plan.ts'
import { damagedArchive } from './archive-file.ts'
import type { Db } from './connection.ts'
import { planOf, planQueries } from './queries/plan-queries.ts'
import { LARGEST_PUBLISHED_BYTES } from './queries/publication-queries.ts'

/** More than people make: a backup with more was put together by somebody else. */
const MOST_ROWS: Readonly<Record<string, number>> = { plans: 5_000, publications: 20_000, withdrawn_publications: 20_000, planned_agents: 20_000, shift_templates: 5_000, marks: 50_000, refused_suggestions: 50_000, settings: 1_000 }

const settings = z.record(z.string().max(40), z.json()).refine((values) => JSON.stringify(values).length <= LIMITS.planSettingsBytes)
const name = z.string().max(PLAN_LIMITS.nameLength)
const { startMinute, endMinute, breaks, note } = shiftSchema.shape
const published = z.looseObject({ plan: planSchema, settings })
const numbers = z.array(z.number()).max(10_000)
/** What screens and comparisons read of a kept prediction; the rest is numbers about it. */
const prediction = z.looseObject({ version: z.literal(1), inputs: z.record(z.string(), z.json()), slots: z.record(z.string(), numbers) })
const mark = z.object({ date: z.string().max(10), note: z.string().max(LIMITS.noteLength) })

/**
 * Reads everything that somebody's plans are made of, as nothing else reads it: each row by its schema, with limits. Call when the schema of
 * the database is known to be ours. Throws 'store-damaged' for what Covercast would not have written.
 */
export function checkRestoredPlans(db: Db): void {
  try {
    for (const [table, most] of Object.entries(MOST_ROWS)) {
      if (db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()! > most) throw damagedArchive()
    }
    checkPlans(db)
    for (const text of texts(db, 'SELECT step FROM plan_steps')) planStepSchema.parse(JSON.parse(text))
    for (const text of texts(db, 'SELECT rules FROM planned_agents')) agentRulesSchema.parse(JSON.parse(text))
    const template = z.strictObject({ startMinute, endMinute, breaks, note })
    for (const text of texts(db, 'SELECT template FROM shift_templates')) template.parse(JSON.parse(text))
    for (const text of texts(db, 'SELECT name FROM planned_agents WHERE name IS NOT NULL UNION ALL SELECT name FROM shift_templates')) name.parse(text)
    for (const row of db.prepare('SELECT date, note FROM marks').iterate()) mark.parse(row)
    for (const packed of blobs(db, 'SELECT frozen FROM publications UNION ALL SELECT frozen FROM withdrawn_publications')) published.parse(unpacked(packed))
    for (const packed of blobs(db, 'SELECT prediction FROM publication_weeks')) prediction.parse(unpacked(packed))
  } catch (thrown) {
    throw damagedArchive(thrown)
  }
}

function checkPlans(db: Db): void {
  const queries = planQueries(db)
  for (const row of queries.rows()) {
    if (queries.countShifts(row.id) > PLAN_LIMITS.shifts) throw damagedArchive()
    settings.parse(JSON.parse(row.settings))
    const plan = planOf(row, queries.shifts(row.id))
    planSchema.parse(plan)
    if (validatePlan(plan).length > 0) throw damagedArchive()
  }
}

function unpacked(packed: Buffer): unknown {
  return JSON.parse(inflateRawSync(packed, { maxOutputLength: LARGEST_PUBLISHED_BYTES }).toString('utf8'))
}

function texts(db: Db, sql: string): Iterable<string> {
  return db.prepare<[], string>(sql).pluck().iterate()
}

function blobs(db: Db, sql: string): Iterable<Buffer> {
  return db.prepare<[], Buffer>(sql).pluck().iterate()
}
