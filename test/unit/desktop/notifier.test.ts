import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createNotifier } from '../../../electron/desktop/notifier.ts'

class Shown extends EventEmitter {
  isShown = false
  readonly words: { readonly title: string; readonly body: string }
  constructor(words: Shown['words']) {
    super()
    this.words = words
  }
  show(): void {
    this.isShown = true
  }
}

function notifierOn(platform: NodeJS.Platform) {
  const all: Shown[] = []
  const clicks: string[] = []
  const notify = createNotifier({
    platform,
    create: (words) => {
      const one = new Shown(words)
      all.push(one)
      return one
    },
    onClick: () => clicks.push('click'),
  })
  return { all, clicks, notify }
}

describe('a notification of the system', () => {
  it('is shown, and leads to the window once when it is clicked', () => {
    const { all, clicks, notify } = notifierOn('darwin')
    notify({ title: 'Coverage is low', body: 'A & B: 3 of 9 visitors found nobody.' })
    expect(all.map(({ words, isShown }) => ({ words, isShown }))).toEqual([
      { words: { title: 'Coverage is low', body: 'A & B: 3 of 9 visitors found nobody.' }, isShown: true },
    ])
    all[0]!.emit('click')
    all[0]!.emit('click')
    expect(clicks).toEqual(['click'])
  })

  it('shows what somebody named an organization as words, where desktops take them for markup', () => {
    const { all, notify } = notifierOn('linux')
    notify({
      title: 'Coverage is low',
      body: '<a href="https://evil.example">x</a><img src="https://evil.example/y"> & Co',
    })
    expect(all[0]!.words.body).toBe(
      '&lt;a href="https://evil.example"&gt;x&lt;/a&gt;&lt;img src="https://evil.example/y"&gt; &amp; Co',
    )
  })

  it('is one line of a length that people read, without characters that turn words around', () => {
    const { all, notify } = notifierOn('win32')
    notify({ title: 'a\nb\u0000c', body: `x\u202egpj.exe ${'y'.repeat(10_000)}\ud800` })
    expect(all[0]!.words.title).toBe('a b c')
    expect(all[0]!.words.body).toMatch(/^x gpj\.exe y+$/u)
    expect(all[0]!.words.body).toHaveLength(400)
  })
})
