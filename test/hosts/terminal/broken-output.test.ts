import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { watchOutputs } from '../../../electron/terminal/broken-output.ts'
import { TERMINAL_FORMAT } from '../../support/terminal-format.ts'

const COMMAND_LINE = join(import.meta.dirname, '../../../electron/cli.ts')

describe('an output that cannot be written', () => {
  const outputs = () => {
    const exits: number[] = []
    const stdout = new PassThrough()
    const stderr = new PassThrough()
    watchOutputs({ stdout, stderr, exit: (code) => void exits.push(code), texts: () => TERMINAL_FORMAT.texts })
    return { stdout, stderr, exits }
  }
  const failure = (code: string) => Object.assign(new Error(code), { code })

  it('is no failure where its reader went away', () => {
    const { stdout, stderr, exits } = outputs()
    stdout.emit('error', failure('EPIPE'))
    expect(exits).toEqual([0])
    expect(stderr.read()).toBeNull()
  })

  it('is one, said in words, where its disk is full', () => {
    const { stdout, stderr, exits } = outputs()
    stdout.emit('error', failure('ENOSPC'))
    expect(exits).toEqual([1])
    expect(String(stderr.read())).toMatch(/^The output could not be written \(ENOSPC\)\.\n.+\n.+\n$/u)
  })

  it('lets the work go on where nobody reads progress and notes', () => {
    const { stderr, exits } = outputs()
    expect(() => stderr.emit('error', failure('EPIPE'))).not.toThrow()
    expect(exits).toEqual([])
  })

  it.skipIf(!existsSync('/dev/full'))('ends the real command with 1 and words on stderr', () => {
    const { status, stderr } = spawnSync(process.execPath, [COMMAND_LINE, '--version'], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
    })
    expect([status, stderr.split('\n')[0]]).toEqual([1, 'The output could not be written (ENOSPC).'])
  })

  it('ends the real command quietly with 0 where its reader went away', async () => {
    const command = spawn(process.execPath, [COMMAND_LINE, 'help', 'sync'], { stdio: ['ignore', 'pipe', 'pipe'] })
    command.stdout.destroy()
    let stderr = ''
    command.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const [code] = (await once(command, 'exit')) as [number | null]
    expect([code, stderr]).toEqual([0, ''])
  })
})
