import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { Backend } from '../../../electron/backend/core/create-backend.ts'
import { createBackendLifecycle } from '../../../electron/desktop/backend-lifecycle.ts'

function lifecycle(open: () => Promise<Backend>) {
  const seen: string[] = []
  const life = createBackendLifecycle({
    open,
    onChange: ({ kind }) => seen.push(kind),
    onFailure: () => seen.push('told'),
  })
  return { life, seen }
}
const backend = (onClose: () => void = () => undefined): Backend => ({
  fetch: async () => new Response(),
  takeIn: async () => '',
  close: async () => onClose(),
})
const broken = new AppError({ code: 'data-folder', message: 'It cannot be read.', next: 'Check it.' })

describe('the backend behind the windows', () => {
  it('opens once, and is closed on the way out', async () => {
    let closed = 0
    let opened = 0
    const { life, seen } = lifecycle(async () => {
      opened += 1
      return backend(() => (closed += 1))
    })
    expect(life.state.kind).toBe('opening')
    await Promise.all([life.begin(), life.begin()])
    await life.begin()
    expect([opened, life.state.kind, seen]).toEqual([1, 'open', ['open']])
    await life.close()
    expect([closed, life.state.kind]).toEqual([1, 'closed'])
  })

  it('says why it could not be opened, and can be tried again', async () => {
    let mended = false
    const { life, seen } = lifecycle(async () => {
      if (!mended) throw broken
      return backend()
    })
    await life.begin()
    expect(life.state).toEqual({
      kind: 'failed',
      report: { code: 'data-folder', message: 'It cannot be read.', next: 'Check it.' },
    })
    mended = true
    await life.begin()
    expect(life.state.kind).toBe('open')
    expect(seen).toEqual(['told', 'failed', 'opening', 'open'])
  })

  it('that opens too late for quitting is closed at once', async () => {
    const opening = Promise.withResolvers<Backend>()
    let closed = 0
    const { life } = lifecycle(() => opening.promise)
    const begun = life.begin()
    const closing = life.close()
    opening.resolve(backend(() => (closed += 1)))
    await Promise.all([begun, closing])
    expect([closed, life.state.kind]).toEqual([1, 'closed'])
    await life.begin()
    expect(life.state.kind).toBe('closed')
  })
})
