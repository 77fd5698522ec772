import {
  createEditor,
  type Editor,
  type EditorOptions,
} from '../../../../../../../renderer/features/plans/editor/store/editor-store.ts'
import type { EditorInputs } from '../../../../../../../renderer/features/plans/editor/store/editor-state.ts'
import { createFormatter } from '../../../../../../../renderer/format/formatter.ts'
import type { PredictionReport } from '../../../../../../../renderer/features/plans/plan-types.ts'
import type { Plan, Shift } from '../../../../../../../shared/plan/plan.ts'
import type { PlanStep } from '../../../../../../../shared/plan/step.ts'
import { createPlanPredictor } from '../../../../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { addDays } from '../../../../../../../shared/time/local.ts'
import { FIRST_DATE, madeUpInputs } from '../../../../../predict/plan-prediction/made-up-inputs.ts'

export const shift = (id: string, fields: Partial<Shift> = {}): Shift => ({
  id,
  agentId: 'agent-0',
  day: 1,
  startMinute: 540,
  endMinute: 1020,
  breaks: [],
  note: '',
  ...fields,
})

/** The week after that of `editorInputs`. */
export const NEXT_WEEK = addDays(FIRST_DATE, 7)

const PLAN: Plan = {
  name: 'Usual',
  timeZone: 'America/New_York',
  poolId: null,
  kind: 'weekly',
  shifts: [shift('a'), shift('b', { agentId: 'agent-1', day: 2 })],
}

/** What a plan of two agents is shown with, in the week that begins on a date. */
export function editorInputs(firstDate = FIRST_DATE): EditorInputs {
  const inputs = madeUpInputs({ agents: 2, firstDate, visitorsPerSlot: () => 4 })
  const agents = [0, 1].map((index) => ({
    id: `agent-${index}`,
    name: `Agent ${index}`,
    present: true,
    inactiveSince: null,
    rules: {},
  }))
  return {
    report: { inputs, unknownPast: null, revision: 1 } as unknown as PredictionReport,
    predictor: createPlanPredictor(inputs),
    agents: agents as unknown as EditorInputs['agents'],
    timeOff: [],
    target: 0.9,
    firstDate,
    format: createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 }),
  }
}

interface OpenedEditor {
  readonly editor: Editor
  /** The next answer of the backend: stored. */
  readonly store: () => Promise<void>
}

/** An open plan whose edits are stored when the test says so. */
export function openEditor({
  revision = 3,
  inputs = editorInputs(),
  plan = {},
  done = [],
}: {
  readonly revision?: number
  readonly inputs?: EditorInputs
  readonly plan?: Partial<Plan>
  readonly done?: readonly PlanStep[]
} = {}): OpenedEditor {
  const answers: (() => void)[] = []
  const saving: EditorOptions['saving'] = {
    apply: (expected, operations) =>
      new Promise((resolve) => answers.push(() => resolve({ revision: expected + operations.length }))),
    reportOf: (error) => ({ code: 'internal', message: String(error) }),
    mayPass: () => false,
    wait: () => () => undefined,
  }
  return {
    editor: createEditor({
      document: { plan: { ...PLAN, ...plan }, done, undone: [], revision, settings: {} },
      inputs,
      saving,
    }),
    async store() {
      answers.shift()?.()
      await new Promise((done) => setTimeout(done))
    },
  }
}
