import type { PlanHistory } from '../../../../../shared/plan/history.ts'
import type { Plan, PlannedInterval, Shift } from '../../../../../shared/plan/plan.ts'
import type { RuleReport } from '../../../../../shared/plan/rules/check-rules.ts'
import type { Published } from '../../../../../shared/plan/rules/rule-types.ts'
import type { Rules } from '../../../../../shared/plan/rules/rules.ts'
import type { WeekHours } from '../../../../../shared/plan/staffing/week-hours.ts'
import type { WeekClock } from '../../../../../shared/plan/week-clock.ts'
import type { AssumedWorld } from '../../../../../shared/predict/plan-prediction/assumed-inputs.ts'
import type { PlanPredictor } from '../../../../../shared/predict/plan-prediction/plan-predictor-types.ts'
import type { Schedule } from '../../../../../shared/predict/plan-prediction/schedule.ts'
import type { PredictionInputs, WeekBands } from '../../../../../shared/predict/types.ts'
import type { Move } from '../../../../../shared/optimise/moves.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import type { AgentEntry, PlanDocument, PredictionReport, TimeOffEntry } from '../../plan-types.ts'
import type { Hours } from '../board/axis.ts'
import type { Active } from '../board/board-keys.ts'
import type { BoardAgent, BoardRow } from '../board/board-rows.ts'
import type { RowView } from '../board/row-view.ts'
import { usualZoom } from '../board/zoom.ts'
import type { BoardWeek } from '../board/board-week.ts'
import type { OverviewSpan } from '../overview/overview-days.ts'
import type { WeekTotals } from '../panel/panel-figures.ts'
import type { StripBand } from '../strips/strip-scene.ts'
import type { SuggestQuestion } from '../suggest/question.ts'
import type { EditorWorld } from './editor-world.ts'
import type { Prediction } from './live-prediction.ts'
import type { SaveState } from './plan-saver.ts'

/** What the backend knows that an open plan is shown with; another week brings another. */
export interface EditorInputs {
  readonly report: PredictionReport
  readonly predictor: PlanPredictor
  readonly agents: readonly AgentEntry[]
  readonly timeOff: readonly TimeOffEntry[]
  /** Wanted coverage, 0-1. */
  readonly target: number
  /** Local date on which the week begins. */
  readonly firstDate: string
  /** Writes what follows from the plan, such as names of rows. */
  readonly format: Formatter
}

/** The week that is shown: what of it no edit of shifts changes. */
export interface ShownWeek {
  readonly world: EditorWorld
  readonly firstDate: string
  readonly clock: WeekClock
  readonly board: BoardWeek
  /** Instants at which its quarter-hours begin. */
  readonly starts: readonly number[]
  /** The minute of the week at which each quarter-hour lies. */
  readonly weekMinutes: readonly number[]
  /** The cell of the 7x24 week of each quarter-hour. */
  readonly cells: readonly number[]
  /** Agents needed to reach the target, by quarter-hour. */
  readonly needed: Float64Array
  readonly visitorsBand: StripBand
}

/** What follows from the plan in the week that is shown; of an edit only what it touched is computed again. */
export interface PlannedWeek {
  readonly agents: readonly BoardAgent[]
  /** Everybody who can have a row. */
  readonly allRows: readonly BoardRow[]
  /** Those that are shown, in their order. */
  readonly rows: readonly BoardRow[]
  readonly intervals: readonly PlannedInterval[]
  /** The same as the plan assumes them, with those of hires: what is predicted. */
  readonly expected: readonly PlannedInterval[]
  readonly hours: WeekHours
  readonly ruleReport: RuleReport
  /** Of every week of a dated plan; of a repeating one the week that is shown. */
  readonly weekReports: readonly RuleReport[]
  /** Ids of shifts in which the agent is assumed to be absent, wholly or in part. */
  readonly absent: ReadonlySet<string>
  /** The violations of each shift, as text. */
  readonly violationTexts: ReadonlyMap<string, string>
}

/** What the plan is compared with, in the week that is shown. */
export interface Baseline {
  readonly schedule: Schedule
  /** null: still being read. */
  readonly figures: BaselineFigures | null
}

export interface BaselineFigures {
  readonly name: string
  readonly totals: WeekTotals
  /** Hours of work; null: still being read. */
  readonly hours: number | null
  readonly cost: number | null
}

/** Bands with what they were drawn of. */
export interface DrawnBands {
  /** null: they could not be drawn. */
  readonly bands: WeekBands | null
  readonly source: BandsSource
}

/** What the bands of the shown week follow from. */
export interface BandsSource {
  readonly inputs: PredictionInputs
  readonly schedule: readonly PlannedInterval[]
  readonly baseline: Schedule
  readonly poolId: string | null
  /** What the schedule, and not the baseline, is predicted in. */
  readonly world: AssumedWorld
}

export type EditorDialog =
  | { readonly kind: 'publish' | 'rules' | 'table' | 'sensitivity' | 'replay' }
  | { readonly kind: 'shift'; readonly id: string }
  /** null: a new one. */
  | { readonly kind: 'assumption'; readonly id: string | null }
  | { readonly kind: 'shifts' | 'who-can'; readonly ids: readonly string[] }
  /** Day numbers on which the copied week begins, and the first that gets it. */
  | { readonly kind: 'copy-week'; readonly fromDay: number; readonly toDay: number }

/** The typical week as what a plan is compared with. */
export const TYPICAL = 'typical'
/** What the plan was before anything was done to it, as what it is compared with. */
export const START = 'start'

export type EditScope = 'cycle' | 'week'

/** Everything of an open plan. */
export interface EditorState {
  readonly inputs: EditorInputs
  readonly week: ShownWeek
  /** The plan as it is now, and what was done to it. */
  readonly history: PlanHistory
  /** The plan before anything was done to it, as far back as is known. */
  readonly start: Plan
  readonly settings: PlanDocument['settings']
  /** What holds in its place, for rules on notice; null: they want none, or it is being read. */
  readonly published: Published | null
  readonly rules: Rules
  readonly planned: PlannedWeek
  readonly prediction: Prediction
  /** `START`, `TYPICAL`, or the id of the plan that this one is compared with. */
  readonly baselineId: string
  readonly baseline: Baseline
  /** The newest there are, perhaps of the plan before an edit; null: none yet. */
  readonly drawnBands: DrawnBands | null
  readonly saving: SaveState
  /** The revision that is on the disk, as far as is known. */
  readonly revision: number
  /** Ids of shifts. */
  readonly selection: ReadonlySet<string>
  /** Where the keyboard is; null: nowhere yet. */
  readonly active: Active | null
  /** The shift that the last change of the plan was about; null: it was about another thing. */
  readonly editedShift: Shift | null
  /** The hours of the day that show all shifts and nearly all visitors; while one works they only grow. */
  readonly usualHours: Hours
  /** null: the usual ones. */
  readonly chosenHours: Hours | null
  /** Which rows are shown, and in which order. */
  readonly rowView: RowView
  /** Pixels of the column of names. */
  readonly nameWidth: number
  /** How many times as wide as the screen the week is drawn; null: as fits. */
  readonly zoom: number | null
  /** Several weeks are looked over in the place of the board; null: the board. */
  readonly overview: OverviewSpan | null
  /** Pixels of the board; 0: not drawn yet. */
  readonly boardWidth: number
  readonly dialog: EditorDialog | null
  /** What an edit of a week of a rotation changes: the same week of every cycle, or the shown one alone. */
  readonly editScope: EditScope
  /** Local date of the last week after the plan's end that the user began without shifts; null: none. */
  readonly extendedTo: string | null
  /** What a better schedule is looked for with; null: nobody looks for one. */
  readonly suggest: SuggestQuestion | null
  /** Drawn on the board as it would be; null: none. */
  readonly shownMove: Pick<Move, 'before' | 'after'> | null
}

export const openPlan = ({ history }: EditorState): Plan => history.plan
export const shownHours = ({ chosenHours, usualHours }: EditorState): Hours => chosenHours ?? usualHours
/** How many times as wide as the screen the week is drawn. */
export function shownZoom(state: EditorState): number {
  return state.zoom ?? usualZoom(state.boardWidth - state.nameWidth, shownHours(state))
}
export const isUnknownWeek = ({ inputs }: EditorState): boolean => inputs.report.unknownPast !== null

/** The figures of what the plan is compared with; null: still being read, or nothing can be predicted. */
export function comparedFigures(state: EditorState): BaselineFigures | null {
  return isUnknownWeek(state) ? null : state.baseline.figures
}

/** What bands of the state would be drawn of. */
export function bandsSource({ inputs, week, planned, baseline, history }: EditorState): BandsSource {
  return {
    inputs: inputs.report.inputs,
    schedule: planned.expected,
    baseline: baseline.schedule,
    poolId: history.plan.poolId,
    world: { assumptions: week.world.assumptions, timeZone: history.plan.timeZone },
  }
}

/** The newest bands of the shown inputs, perhaps of the plan before an edit; null: none yet. */
export function newestBands({ drawnBands, inputs }: EditorState): WeekBands | null {
  return drawnBands !== null && drawnBands.source.inputs === inputs.report.inputs ? drawnBands.bands : null
}

/** The bands of the plan as it is; null while they are drawn. */
export function currentBands(state: EditorState): WeekBands | null {
  return isDrawn(state) ? newestBands(state) : null
}

/** Whether the bands of the plan as it is could not be drawn. */
export function haveBandsFailed(state: EditorState): boolean {
  return isDrawn(state) && state.drawnBands?.bands === null
}

function isDrawn(state: EditorState): boolean {
  return state.drawnBands !== null && isSameSource(state.drawnBands.source, bandsSource(state))
}

export function isSameSource(one: BandsSource, other: BandsSource): boolean {
  return (
    one.inputs === other.inputs &&
    one.schedule === other.schedule &&
    one.baseline === other.baseline &&
    one.poolId === other.poolId &&
    one.world.assumptions === other.world.assumptions &&
    one.world.timeZone === other.world.timeZone
  )
}

/** The agent's name as its row has it. */
export function agentName(rows: readonly BoardRow[], agentId: string): string {
  return rows.find((row) => row.agentId === agentId)?.name ?? agentId
}
