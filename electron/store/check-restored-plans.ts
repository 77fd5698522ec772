import { z } from 'zod'
import { alertRuleSchema } from '../../shared/alerts/alert-rule.ts'
import { markSchema } from '../../shared/contract/mark-output.ts'
import { planSchema, planStepSchema } from '../../shared/plan/plan-schema.ts'
import { agentRulesSchema } from '../../shared/plan/rules/rules-schema.ts'
import { timeOffSchema } from '../../shared/plan/rules/time-off-schema.ts'
import { PLAN_LIMITS, validatePlan } from '../../shared/plan/validate-plan.ts'
import { damagedArchive } from './archive-file.ts'
import type { Db } from './connection.ts'
import { allOf, isCount, isDate, isPresent, isShorterThan, type RowRule, tableAgainst } from './row-rules.ts'
import { readMarks } from './mark-store.ts'
import { assumptionsOf, planOf, planQueries, rotationOf } from './queries/plan-queries.ts'
import {
  inflatedText,
  planSettingsSchema,
  restoredPredictionSchema,
  publishedSchema,
  templateSchema,
} from './stored-schemas.ts'
import { readTimeOff } from './time-off-store.ts'

/** More than people make: a backup with more was put together by somebody else. */
const MOST_ROWS: Readonly<Record<string, number>> = {
  plans: 5_000,
  publications: 20_000,
  withdrawn_publications: 20_000,
  planned_agents: 20_000,
  shift_templates: 5_000,
  marks: 50_000,
  refused_suggestions: 50_000,
  settings: 1_000,
  time_off: 200_000,
  alert_rules: 200,
}

const ID = 200
/** Instants that can be shown, counts that can grow, dates that the app takes; JSON and names are read one by one. */
const RULES: readonly RowRule[] = [
  ['workspace', isPresent('created_at')],
  [
    'plans',
    allOf(
      isShorterThan('id', ID),
      isPresent('archived_at'),
      isPresent('created_at'),
      isPresent('updated_at'),
      isCount('revision'),
      isCount('done_step'),
      isCount('last_base'),
      isCount('last_operations'),
      isShorterThan('last_digest', ID),
    ),
  ],
  ['plan_steps', allOf(isCount('number'), isCount('length_so_far'))],
  ['planned_agents', isPresent('updated_at')],
  ['shift_templates', isPresent('created_at')],
  ['marks', allOf(isDate('date'), isDate('last_date'), isDate('until_date'), isPresent('created_at'))],
  ['refused_suggestions', allOf(isDate('date'), isPresent('refused_at'))],
  [
    'publications',
    allOf(
      isCount('number'),
      isShorterThan('id', ID),
      isCount('version'),
      isDate('first_week'),
      isDate('last_week'),
      isPresent('published_at'),
      isCount('revision'),
    ),
  ],
  ['publication_weeks', allOf(isDate('week'), isPresent('frozen_at'))],
  ['time_off', allOf(isShorterThan('id', ID), isDate('first_date'), isDate('last_date'), isPresent('created_at'))],
  ['alert_rules', allOf(isShorterThan('id', ID), isPresent('created_at'))],
  ['withdrawn_publications', allOf(isCount('number'), isDate('first_week'), isDate('last_week'))],
]

const name = z.string().max(PLAN_LIMITS.nameLength)

/**
 * Reads everything that somebody's plans are made of, as nothing else reads it: each row by its schema, with limits. Call when the schema of
 * the database is known to be ours. Throws 'store-damaged' for what Covercast would not have written.
 */
export function checkRestoredPlans(db: Db): void {
  try {
    for (const [table, most] of Object.entries(MOST_ROWS)) {
      if (db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()! > most) throw damagedArchive()
    }
    if (tableAgainst(db, RULES) !== null || (db.pragma('foreign_key_check') as readonly unknown[]).length > 0)
      throw damagedArchive()
    checkPlans(db)
    for (const text of texts(db, 'SELECT step FROM plan_steps')) planStepSchema.parse(JSON.parse(text))
    for (const text of texts(db, 'SELECT rules FROM planned_agents')) agentRulesSchema.parse(JSON.parse(text))
    for (const text of texts(db, 'SELECT template FROM shift_templates')) templateSchema.parse(JSON.parse(text))
    for (const text of texts(
      db,
      'SELECT name FROM planned_agents WHERE name IS NOT NULL UNION ALL SELECT name FROM shift_templates',
    ))
      name.parse(text)
    for (const mark of readMarks(db)) markSchema.parse(mark)
    for (const text of texts(db, 'SELECT rule FROM alert_rules')) alertRuleSchema.parse(JSON.parse(text))
    for (const row of readTimeOff(db)) timeOffSchema.parse(row)
    for (const packed of blobs(
      db,
      'SELECT frozen FROM publications UNION ALL SELECT frozen FROM withdrawn_publications',
    ))
      publishedSchema.parse(JSON.parse(inflatedText(packed)))
    for (const packed of blobs(db, 'SELECT prediction FROM publication_weeks'))
      restoredPredictionSchema.parse(JSON.parse(inflatedText(packed)))
  } catch (thrown) {
    throw damagedArchive(thrown)
  }
}

function checkPlans(db: Db): void {
  const queries = planQueries(db)
  for (const row of queries.rows()) {
    if (queries.countShifts(row.id) > PLAN_LIMITS.shifts) throw damagedArchive()
    planSettingsSchema.parse(JSON.parse(row.settings))
    if (rotationOf(row) === null) throw damagedArchive()
    if (assumptionsOf(row) === null) throw damagedArchive()
    const shifts = queries.shifts(row.id)
    if (shifts.length < queries.countShifts(row.id)) throw damagedArchive()
    const plan = planOf(row, shifts)
    planSchema.parse(plan)
    if (validatePlan(plan).length > 0) throw damagedArchive()
  }
}

function texts(db: Db, sql: string): Iterable<string> {
  return db.prepare<[], string>(sql).pluck().iterate()
}

function blobs(db: Db, sql: string): Iterable<Buffer> {
  return db.prepare<[], Buffer>(sql).pluck().iterate()
}
