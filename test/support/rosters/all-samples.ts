import { CALENDAR_SAMPLES } from './calendar-samples.ts'
import { GRID_SAMPLES } from './grid-samples.ts'
import { HAND_GRID_SAMPLES } from './hand-grid-samples.ts'
import { HAND_TABLE_SAMPLES } from './hand-table-samples.ts'
import { ODD_ROW_SAMPLES } from './odd-row-samples.ts'
import { ROW_SAMPLES } from './row-samples.ts'
import type { RosterSample } from './sample.ts'
import { TOOL_SAMPLES } from './tool-samples.ts'

/** Every made-up roster that is whole. */
export const ROSTER_SAMPLES: readonly RosterSample[] = [
  ...ROW_SAMPLES,
  ...ODD_ROW_SAMPLES,
  ...HAND_TABLE_SAMPLES,
  ...GRID_SAMPLES,
  ...HAND_GRID_SAMPLES,
  ...TOOL_SAMPLES,
  ...CALENDAR_SAMPLES,
]
