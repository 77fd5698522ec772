import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeFrameRequest, type FrameRequest } from '../../../electron/desktop/frame-guard.ts'

const PAGE = 'app://covercast/#/w/a/coverage'
const CALL: FrameRequest = {
  url: 'app://covercast/trpc/app.info',
  method: 'POST',
  resourceType: 'xhr',
  isOwnWindow: true,
  frames: [PAGE],
  initiatorOrigin: 'app://covercast',
}
const kindOf = (changes: Partial<FrameRequest>): string => judgeFrameRequest({ ...CALL, ...changes }).kind

describe('the frame guard', () => {
  it("lets the app's page ask for the app's addresses", () => {
    expect(kindOf({})).toBe('pass')
    expect(kindOf({ resourceType: 'script', method: 'GET', url: 'app://covercast/assets/index.js' })).toBe('pass')
    // Where Chromium does not say who began it, the frame decides.
    expect(kindOf({ initiatorOrigin: undefined })).toBe('pass')
  })

  it('lets a window load its page, and only read it', () => {
    const load = {
      url: 'app://covercast/',
      resourceType: 'mainFrame',
      method: 'GET',
      frames: [''],
      initiatorOrigin: undefined,
    }
    expect(kindOf(load)).toBe('pass')
    expect(kindOf({ ...load, method: 'POST' })).toBe('refuse')
    expect(kindOf({ ...load, initiatorOrigin: 'https://evil.example' })).toBe('refuse')
    expect(kindOf({ ...load, isOwnWindow: false })).toBe('refuse')
  })

  it('refuses another page, wherever in the chain of frames it stands', () => {
    for (const other of [
      'https://evil.example/',
      'about:blank',
      'about:srcdoc',
      '',
      'data:text/html,x',
      'app://covercast.evil.example/',
      'app://evil/',
      'file:///etc/passwd',
    ]) {
      expect(kindOf({ frames: [other] })).toBe('refuse')
      expect(kindOf({ frames: [other, PAGE] })).toBe('refuse')
      expect(kindOf({ frames: [PAGE, other] })).toBe('refuse')
    }
  })

  it("refuses a frame within the page, even one of the app's own", () => {
    expect(kindOf({ frames: [PAGE, PAGE] })).toBe('refuse')
    expect(kindOf({ resourceType: 'subFrame', method: 'GET', frames: [PAGE, PAGE] })).toBe('refuse')
  })

  it('refuses a frame that has gone, and a page that is in no window of ours', () => {
    expect(kindOf({ frames: null })).toBe('refuse')
    expect(kindOf({ frames: [] })).toBe('refuse')
    expect(kindOf({ isOwnWindow: false })).toBe('refuse')
  })

  it('refuses another origin that began it, also an opaque one', () => {
    for (const initiatorOrigin of ['null', 'https://evil.example', 'app://covercast.evil', 'app://user@covercast'])
      expect(kindOf({ initiatorOrigin })).toBe('refuse')
  })

  it('refuses everything from elsewhere: the app loads nothing over a network', () => {
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1:5432/',
      'ws://covercast/',
      'file:///etc/passwd',
      'ftp://covercast/',
      'not an address',
      '',
    ])
      expect(kindOf({ url })).toBe('refuse')
    expect(
      kindOf({ url: 'https://example.com/', resourceType: 'mainFrame', method: 'GET', initiatorOrigin: undefined }),
    ).toBe('refuse')
  })

  it('refuses addresses that only look like the app', () => {
    for (const url of [
      'app://covercast.evil/',
      'app://covercast@evil/',
      'app://evil@covercast/',
      'app://evil/covercast/',
      'app:covercast',
      'application://covercast/',
      'app://covercast:1/',
    ]) {
      expect(kindOf({ url })).toBe('refuse')
    }
  })

  it('lets what the page made itself be read, but not be shown as a page', () => {
    expect(kindOf({ url: 'data:image/png;base64,AA', resourceType: 'image' })).toBe('pass')
    expect(kindOf({ url: 'blob:app://covercast/1b9d6bcd', resourceType: 'other', frames: null })).toBe('pass')
    expect(kindOf({ url: 'blob:https://evil.example/1b9d6bcd', resourceType: 'other' })).toBe('refuse')
    expect(kindOf({ url: 'data:text/html,x', resourceType: 'mainFrame', method: 'GET' })).toBe('refuse')
    expect(kindOf({ url: 'blob:app://covercast/1b9d6bcd', resourceType: 'subFrame', method: 'GET' })).toBe('refuse')
  })

  it('lets a prepared file be fetched by its name alone, except from another origin', () => {
    const download = {
      url: 'app://covercast/download/17d7c088-b4d4-42e0-865b-c74eeb79cbc9',
      method: 'GET',
      resourceType: 'other',
      frames: null,
      isOwnWindow: false,
    }
    expect(kindOf(download)).toBe('pass')
    expect(kindOf({ ...download, initiatorOrigin: 'https://evil.example' })).toBe('refuse')
    expect(kindOf({ ...download, resourceType: 'subFrame' })).toBe('refuse')
    expect(kindOf({ ...download, url: 'app://covercast/download/../trpc/app.info' })).toBe('refuse')
  })

  it('lets a worker of the page be loaded, of which Chromium need not say who asks: the built files hold nothing of the user', () => {
    const worker = {
      url: 'app://covercast/assets/bands-worker-CUmDWKan.js',
      method: 'GET',
      resourceType: 'other',
      frames: null,
      isOwnWindow: false,
    }
    expect(kindOf(worker)).toBe('pass')
    expect(kindOf({ ...worker, resourceType: 'script' })).toBe('pass')
    for (const initiatorOrigin of ['https://evil.example', 'null'])
      expect(kindOf({ ...worker, initiatorOrigin })).toBe('refuse')
    for (const url of [
      'app://covercast/',
      'app://covercast/trpc/app.info',
      'app://covercast/assets/../trpc/app.info',
      'app://covercast/assets/a/../../trpc/app.info',
      'app://covercast/assets/%2e%2e/trpc/app.info',
      'app://evil/assets/index.js',
    ]) {
      expect(kindOf({ ...worker, url })).toBe('refuse')
    }
    expect(kindOf({ ...worker, method: 'POST' })).toBe('refuse')
    for (const resourceType of ['mainFrame', 'subFrame']) expect(kindOf({ ...worker, resourceType })).toBe('refuse')
    expect(kindOf({ ...worker, frames: [PAGE, PAGE] })).toBe('refuse')
  })

  it("passes over the developer tools' own files", () => {
    expect(kindOf({ url: 'devtools://devtools/bundled/inspector.html', frames: null, isOwnWindow: false })).toBe('pass')
  })

  it('passes no chain of frames but the page alone', () => {
    const frame = fc.oneof(
      fc.constant(PAGE),
      fc.constant('app://covercast/'),
      fc.webUrl(),
      fc.string(),
      fc.constant('about:srcdoc'),
    )
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 4 }), (frames) => {
        const isOurs = frames.length === 1 && (frames[0] === PAGE || frames[0] === 'app://covercast/')
        expect(kindOf({ frames })).toBe(isOurs ? 'pass' : 'refuse')
      }),
      { seed: 7 },
    )
  })
})
