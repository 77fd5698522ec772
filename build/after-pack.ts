import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import type { AfterPackContext } from 'electron-builder'
import { bundledPackages } from './bundled-packages.ts'
import { noticesOf } from './notices.ts'

const ROOT = join(import.meta.dirname, '..')
const PACKED = /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/u

/** Called by electron-builder when a package's folder is complete and before it is signed: puts the licences into it. */
export async function afterPack({ appOutDir, packager }: AfterPackContext): Promise<void> {
  const resources = packager.getResourcesDir(appOutDir)
  const packages = new Set([...(await bundledPackages(ROOT)), ...packedPackages(join(resources, 'app.asar'))])
  copyFileSync(join(ROOT, 'LICENSE'), join(resources, 'LICENSE.txt'))
  writeFileSync(join(resources, 'THIRD-PARTY-NOTICES.txt'), noticesOf(ROOT, packages))
}

function packedPackages(archive: string): readonly string[] {
  return listPackage(archive, { isPack: false }).flatMap((path) => PACKED.exec(path.replaceAll('\\', '/'))?.[1] ?? [])
}
