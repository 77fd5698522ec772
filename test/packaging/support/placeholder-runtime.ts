import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where Electron looks for its fuses, as its executables hold it: this mark, the version, how many, and each as it is delivered. */
const FUSE_WIRE = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('011001011'),
])

/** What electron-builder needs of Electron to make a package, and nothing that runs. */
export function makePlaceholderRuntime(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), FUSE_WIRE]), {
    mode: 0o755,
  })
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'Licence of Electron\n')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'Licences of Chromium\n')
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '')
}
