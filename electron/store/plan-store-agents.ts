import type { Db } from './connection.ts'
import type { PlannedAgent } from './plan-store-records.ts'
import type { ShiftTemplate } from '../../shared/plan/edits/templates.ts'
import { agentRulesSchema } from '../../shared/plan/rules/rules-schema.ts'
import { templateSchema } from './stored-schemas.ts'
import { type OnDamaged, readStored } from './stored-value.ts'

/** What the user says of agents. Every write is on the disk when the call returns. */
export interface PlannedAgentStore {
  /** By id; one whose rules are damaged without them. */
  list(): readonly PlannedAgent[]
  /** In the place of what was said of the agents before; all or none. */
  save(...agents: readonly PlannedAgent[]): void
  /** false: nothing was said of the agent. */
  remove(id: string): boolean
}

/** Shifts that are used often. Every write is on the disk when the call returns. */
export interface ShiftTemplateStore {
  /** The oldest first; those that are damaged are left out, and heard of. */
  list(): readonly ShiftTemplate[]
  /** In the place of the template with its id, if there is one. */
  save(template: ShiftTemplate): void
  /** false: there was none. */
  remove(id: string): boolean
}

export interface PlannedAgentStoreOptions {
  readonly db: Db
  readonly now: () => number
  readonly write: (run: () => number) => void
  readonly read: <T>(run: () => T) => T
  readonly onDamaged: OnDamaged
}

export function createPlannedAgentStore({
  db,
  now,
  write,
  read,
  onDamaged,
}: PlannedAgentStoreOptions): PlannedAgentStore {
  const list = db.prepare<[], { readonly id: string; readonly name: string | null; readonly rules: string }>(
    'SELECT id, name, rules FROM planned_agents ORDER BY id',
  )
  const save = db.prepare<[string, string | null, string, number]>(`
    INSERT INTO planned_agents (id, name, rules, updated_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, rules = excluded.rules, updated_at = excluded.updated_at`)
  const remove = db.prepare<[string]>('DELETE FROM planned_agents WHERE id = ?')
  return {
    list: () =>
      read(() =>
        list.all().map(({ id, name, rules }) => {
          const stored = readStored(agentRulesSchema, rules)
          if (stored.isWhole) return { id, name, rules: stored.value }
          onDamaged(`the rules of the agent "${name ?? id}"`)
          return { id, name, rules: {} }
        }),
      ),
    save: (...agents) =>
      write(() =>
        agents.reduce(
          (changes, { id, name, rules }) => changes + save.run(id, name, JSON.stringify(rules), now()).changes,
          0,
        ),
      ),
    remove: (id) => removed(write, () => remove.run(id).changes),
  }
}

export function createShiftTemplateStore({
  db,
  now,
  write,
  read,
  onDamaged,
}: PlannedAgentStoreOptions): ShiftTemplateStore {
  const list = db.prepare<[], { readonly id: string; readonly name: string; readonly template: string }>(
    'SELECT id, name, template FROM shift_templates ORDER BY created_at, id',
  )
  const save = db.prepare<[string, string, string, number]>(`
    INSERT INTO shift_templates (id, name, template, created_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, template = excluded.template`)
  const remove = db.prepare<[string]>('DELETE FROM shift_templates WHERE id = ?')
  return {
    list: () =>
      read(() =>
        list.all().flatMap(({ id, name, template }) => {
          const stored = readStored(templateSchema, template)
          if (stored.isWhole) return [{ id, name, ...stored.value }]
          onDamaged(`the shift template "${name}"`)
          return []
        }),
      ),
    save: ({ id, name, ...template }) => write(() => save.run(id, name, JSON.stringify(template), now()).changes),
    remove: (id) => removed(write, () => remove.run(id).changes),
  }
}

function removed(write: PlannedAgentStoreOptions['write'], run: () => number): boolean {
  let count = 0
  write(() => (count = run()))
  return count > 0
}
