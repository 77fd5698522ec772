import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { addHolidaysCommands } from '../../../electron/terminal/commands/holidays.ts'
import type { CommandContext } from '../../../electron/terminal/context.ts'
import { createFormatter } from '../../../electron/terminal/format.ts'

async function use(...args: readonly string[]): Promise<unknown> {
  const program = new Command()
  addHolidaysCommands(program, { format: createFormatter('en-US', 'en') } as CommandContext)
  return program.parseAsync(['holidays', 'use', ...args], { from: 'user' })
}

describe('the choice of holidays', () => {
  it('is refused without a country, and with both a country and none', async () => {
    await expect(use()).rejects.toThrow('No country was given.')
    await expect(use('--none', '--country', 'US')).rejects.toThrow('Both --none and a country were given.')
  })
})
