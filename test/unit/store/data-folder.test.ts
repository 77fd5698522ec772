import { expect, test } from 'vitest'
import { defaultDataFolder } from '../../../electron/store/data-folder.ts'
import { workspacePaths } from '../../../electron/store/workspace-paths.ts'
import { errorOf } from './temp-store.ts'

test('keeps data in the XDG data folder on Linux', () => {
  expect(defaultDataFolder({ platform: 'linux', env: { XDG_DATA_HOME: '/data' }, home: '/home/ann' })).toBe(
    '/data/covercast',
  )
})

test('falls back to ~/.local/share where XDG_DATA_HOME is unset, empty or relative', () => {
  for (const env of [{}, { XDG_DATA_HOME: '' }, { XDG_DATA_HOME: 'data' }]) {
    expect(defaultDataFolder({ platform: 'linux', env, home: '/home/ann' })).toBe('/home/ann/.local/share/covercast')
  }
})

test('keeps data in Application Support on macOS', () => {
  expect(defaultDataFolder({ platform: 'darwin', env: { XDG_DATA_HOME: '/data' }, home: '/Users/ann' })).toBe(
    '/Users/ann/Library/Application Support/Covercast',
  )
})

test('keeps data in the roaming folder on Windows', () => {
  const home = 'C:\\Users\\ann'
  expect(defaultDataFolder({ platform: 'win32', env: { APPDATA: 'D:\\Roaming' }, home })).toBe('D:\\Roaming\\Covercast')
  expect(defaultDataFolder({ platform: 'win32', env: {}, home })).toBe('C:\\Users\\ann\\AppData\\Roaming\\Covercast')
})

test('knows no workspace by an id that would lead out of the data folder', () => {
  for (const id of ['..', '../x', 'a/b', 'a\\b', '', '.new-1', 'A']) {
    expect(errorOf(() => workspacePaths('/data', id)).code).toBe('not-found')
  }
})
