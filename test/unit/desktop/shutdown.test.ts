import { describe, expect, it } from 'vitest'
import { createShutdown, type ShutdownStep } from '../../../electron/desktop/shutdown.ts'

function recorded(steps: readonly (Partial<ShutdownStep> & { readonly name: string })[]) {
  const order: string[] = []
  const shutdown = createShutdown({
    steps: steps.map(({ name, run, limitMs = 1000 }) => ({
      name,
      limitMs,
      run: async () => {
        order.push(`begin ${name}`)
        await run?.()
        order.push(`end ${name}`)
      },
    })),
    onTrouble: (message) => order.push(message),
    exit: () => order.push('exit'),
  })
  return { order, shutdown }
}

describe('quitting', () => {
  it('takes its steps one after the other, then ends the process', async () => {
    const { order, shutdown } = recorded([
      { name: 'window', run: () => new Promise((resolve) => setImmediate(resolve)) },
      { name: 'data' },
    ])
    expect(shutdown.hasBegun).toBe(false)
    await shutdown.begin()
    expect(order).toEqual(['begin window', 'end window', 'begin data', 'end data', 'exit'])
    expect(shutdown.hasBegun).toBe(true)
  })

  it('happens once, however often it is asked for', async () => {
    const { order, shutdown } = recorded([{ name: 'data' }])
    await Promise.all([shutdown.begin(), shutdown.begin()])
    await shutdown.begin()
    expect(order).toEqual(['begin data', 'end data', 'exit'])
  })

  it('goes on when a step fails, and says so', async () => {
    const { order, shutdown } = recorded([
      { name: 'closing the data', run: () => Promise.reject(new Error('no')) },
      { name: 'writing the log' },
    ])
    await shutdown.begin()
    expect(order).toEqual([
      'begin closing the data',
      'While quitting, closing the data failed.',
      'begin writing the log',
      'end writing the log',
      'exit',
    ])
  })

  it('goes on when a step hangs', async () => {
    const { order, shutdown } = recorded([
      { name: 'closing the data', run: () => new Promise(() => undefined), limitMs: 5 },
    ])
    await shutdown.begin()
    expect(order).toEqual(['begin closing the data', 'While quitting, closing the data failed.', 'exit'])
  })
})
