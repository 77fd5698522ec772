import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { COMMAND_OUTPUTS, coverageOutputSchema, type CommandName } from '../../../shared/contract/command-output.ts'
import { replayOutputSchema } from '../../../shared/contract/replay-output.ts'
import { predictOutputSchema } from '../../../shared/contract/prediction-output.ts'

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../../docs/command-line.md'), 'utf8')
const EXAMPLES = new Map(
  [...DOCUMENT.matchAll(/^```json (?<command>[\w -]+)\n(?<json>.*?)^```$/gmsu)].map(({ groups }) => [
    groups!.command!,
    JSON.parse(groups!.json!) as unknown,
  ]),
)

/** The example shows one entry of each long array. */
const shortened: Partial<Record<CommandName, z.ZodType>> = {
  coverage: coverageOutputSchema.extend({
    hourly: coverageOutputSchema.shape.hourly.element.array(),
    byDayHour: coverageOutputSchema.shape.byDayHour.element.element.array().array(),
    byDayOfWeek: coverageOutputSchema.shape.byDayOfWeek.element.array(),
  }),
  predict: predictOutputSchema.extend({
    byDayHour: predictOutputSchema.shape.byDayHour.element.element.array().array(),
  }),
  replay: replayOutputSchema.extend({
    hours: replayOutputSchema.shape.hours.element.element.array().array(),
    hoursOfDay: replayOutputSchema.shape.hoursOfDay.element.array(),
  }),
}

describe('docs/command-line.md', () => {
  it('shows a document of every command, and of no other', () => {
    expect([...EXAMPLES.keys()].toSorted()).toEqual(Object.keys(COMMAND_OUTPUTS).toSorted())
  })

  it.each(Object.keys(COMMAND_OUTPUTS) as CommandName[])(
    'shows a document of "%s" that its schema accepts',
    (command) => {
      const schema: z.ZodType = shortened[command] ?? COMMAND_OUTPUTS[command]
      expect(() => schema.parse(EXAMPLES.get(command))).not.toThrow()
    },
  )

  it('would not accept a document with a key that is not documented', () => {
    const example = EXAMPLES.get('workspace erase') as object
    expect(COMMAND_OUTPUTS['workspace erase'].safeParse({ ...example, more: 1 }).success).toBe(false)
  })
})
