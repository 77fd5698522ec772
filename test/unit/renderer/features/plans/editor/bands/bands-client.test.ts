import { describe, expect, it } from 'vitest'
import {
  startBandsClient,
  type BandsWorker,
} from '../../../../../../../renderer/features/plans/editor/bands/bands-client.ts'
import type { WeekBandsOptions } from '../../../../../../../shared/predict/plan-prediction/week-bands.ts'
import type { PredictionInputs } from '../../../../../../../shared/predict/types.ts'

const INPUTS = { firstDate: '2026-11-23' } as unknown as PredictionInputs
const OPTIONS = { schedule: [], baseline: null } as unknown as WeekBandsOptions

/** Stands for the browser's worker, which Node does not have. */
class MadeUpWorker extends EventTarget {
  readonly asked: { readonly kind: string; readonly id?: number }[] = []
  isEnded = false

  postMessage(message: { readonly kind: string }): void {
    this.asked.push(message)
  }

  terminate(): void {
    this.isEnded = true
  }

  answer(): void {
    const { id } = this.asked.at(-1)!
    this.dispatchEvent(new MessageEvent('message', { data: { id, bands: `bands of ${id}` } }))
  }
}

function started() {
  const workers: MadeUpWorker[] = []
  const client = startBandsClient(INPUTS, () => {
    const worker = new MadeUpWorker()
    workers.push(worker)
    return worker as unknown as BandsWorker
  })
  return { workers, client }
}

describe('the worker that draws bands', () => {
  it('is told the inputs once, then answers', async () => {
    const { workers, client } = started()
    const drawn = client.draw(OPTIONS)
    workers[0]!.answer()
    expect(await drawn).toBe('bands of 1')
    expect(workers[0]!.asked.map(({ kind }) => kind)).toEqual(['inputs', 'bands'])
  })

  it('is replaced where it fails, and what it was drawing is drawn by the next', async () => {
    const { workers, client } = started()
    const drawn = client.draw(OPTIONS)
    workers[0]!.dispatchEvent(new Event('error', { cancelable: true }))
    expect(workers).toHaveLength(2)
    expect(workers[0]!.isEnded).toBe(true)
    expect(workers[1]!.asked.map(({ kind }) => kind)).toEqual(['inputs', 'bands'])
    workers[1]!.answer()
    expect(await drawn).toBe('bands of 2')
  })

  it('gives up on what two of them failed at, and draws the next all the same', async () => {
    const { workers, client } = started()
    const drawn = client.draw(OPTIONS)
    for (const at of [0, 1])
      workers[at]!.dispatchEvent(new Event(at === 0 ? 'error' : 'messageerror', { cancelable: true }))
    expect(await drawn).toBe(null)
    expect(workers).toHaveLength(2)
    const next = client.draw(OPTIONS)
    workers[2]!.answer()
    expect(await next).toBe('bands of 3')
  })

  it('starts no other once it is closed', () => {
    const { workers, client } = started()
    void client.draw(OPTIONS)
    client.close()
    workers[0]!.dispatchEvent(new Event('error', { cancelable: true }))
    expect(workers).toHaveLength(1)
    expect(workers[0]!.isEnded).toBe(true)
  })
})
