import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { openDevtoolsPipe } from '../../../electron/printing/devtools-pipe.ts'

/** A browser that answers what it is told to, whatever it was asked. */
function browser() {
  const [from, to] = [new PassThrough(), new PassThrough()]
  return { from, session: openDevtoolsPipe(from, to).session(null), asked: () => String(to.read() ?? '') }
}

describe('the pipe to a browser', () => {
  it('gives each call its answer, however the bytes arrive', async () => {
    const { from, session, asked } = browser()
    const [one, other] = [session.send('A'), session.send('B', { size: 1 })]
    expect(
      asked()
        .split('\0')
        .filter(Boolean)
        .map((text) => JSON.parse(text) as unknown),
    ).toEqual([
      { id: 1, method: 'A', params: {} },
      { id: 2, method: 'B', params: { size: 1 } },
    ])
    from.write('{"id":2,"result":{"b":1}}\0{"id":1,')
    from.write('"error":{"message":"no"}}\0')
    expect(await other).toEqual({ b: 1 })
    await expect(one).rejects.toThrow('no')
  })

  it.each(['{"id":1,', 'null', '7', ''])(
    'ends every call in words where it sends %j, and takes no more',
    async (text) => {
      const { from, session } = browser()
      const calls = [session.send('A'), session.next('Page.loaded')]
      from.write(`${text}\0`)
      for (const call of calls) await expect(call).rejects.toThrow('It sent something that is no message.')
      await expect(session.send('B')).rejects.toThrow('It sent something that is no message.')
    },
  )
})
